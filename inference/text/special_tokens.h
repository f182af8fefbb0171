#pragma once

#include "inference/text/vocabulary.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// The added tokens of a vocabulary, and where they stand in a prompt that the program made.
class SpecialTokens {
public:
    explicit SpecialTokens(const std::vector<AddedToken>& tokens);

    /// `text` cut at the added tokens, the leftmost and of these the longest first, and what they strip taken away, as
    /// transformers' slow tokenizers do. A part is an added token exactly where find() knows it.
    std::vector<std::string> split(std::string_view text) const;

    /// The id of the added token `name`, or -1.
    std::int32_t find(std::string_view name) const;

private:
    const AddedToken* longestAt(std::string_view text) const;
    void applyFlags(std::vector<std::string>& parts) const;

    std::map<std::string, AddedToken, std::less<>> tokens_;
    std::vector<std::size_t> lengths_;  // of the tokens, longest first
    std::array<bool, 256> firstBytes_{};
};

}  // namespace fleming::inference
