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

/// Finds the added tokens of a vocabulary in a prompt that the program made.
class SpecialTokens {
public:
    explicit SpecialTokens(const std::vector<AddedToken>& tokens);

    /// Cuts `text` at the added tokens: the leftmost first, and the longest of those that begin at one position.
    /// Removes the white space that a token strips. A part is an added token exactly if find() knows it. Source: the
    /// slow tokenizers of transformers.
    std::vector<std::string> split(std::string_view text) const;

    /// Returns the id of the added token `name`, or -1.
    std::int32_t find(std::string_view name) const;

private:
    const AddedToken* longestAt(std::string_view text) const;
    void applyFlags(std::vector<std::string>& parts) const;

    std::map<std::string, AddedToken, std::less<>> tokens_;
    std::vector<std::size_t> lengths_;  // of the tokens, in bytes, longest first
    std::array<bool, 256> firstBytes_{};
};

}  // namespace fleming::inference
