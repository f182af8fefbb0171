#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fleming::inference {

/// Byte-pair encoding: the merges of a vocabulary, by rank.
class BytePairs {
public:
    /// Two tokens that are joined to a third. A merge's rank is its place in the list.
    struct Merge {
        std::int32_t left;
        std::int32_t right;
        std::int32_t result;
    };

    BytePairs() = default;
    /// `byteTokens`: the token of each byte, -1 where there is none. Of two merges of one pair the later counts.
    BytePairs(const std::array<std::int32_t, 256>& byteTokens, const std::vector<Merge>& merges);

    /// Appends the tokens of `word` to `ids`: the lowest-ranked pair is joined wherever it stands, from left to right,
    /// until no pair is left, as GPT-2's bpe() does; in n log n time. Throws Error where a byte has no token.
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
