#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fleming::inference {

/// The merge rules of a byte-pair encoding (BPE).
class BytePairs {
public:
    /// Two adjacent tokens that become a third. The rank of a merge is its position in the list.
    struct Merge {
        std::int32_t left;
        std::int32_t right;
        std::int32_t result;
    };

    BytePairs() = default;

    /// `byteTokens` has the token of each byte, or -1. If a pair has two merges, the later one counts.
    BytePairs(const std::array<std::int32_t, 256>& byteTokens, const std::vector<Merge>& merges);

    /// Appends the tokens of `word` to `ids`. Merges every occurrence of the pair of lowest rank, from left to right,
    /// until no pair has a merge, as bpe() of GPT-2 does, in O(n log n). Throws Error("tokenizer.byte_without_token")
    /// if the vocabulary has no token for a byte.
    void encode(std::string_view word, std::vector<std::int32_t>& ids) const;

private:
    struct Rule {
        std::int32_t rank;
        std::int32_t result;
    };
    class Word;

    const Rule* find(std::int32_t left, std::int32_t right) const;

    std::array<std::int32_t, 256> byteTokens_{};
    std::unordered_map<std::uint64_t, Rule> rules_;
};

}  // namespace fleming::inference
