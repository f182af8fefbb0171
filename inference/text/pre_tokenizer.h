#pragma once

#include <string_view>
#include <vector>

namespace fleming::inference {

/// The character classes of Qwen2's pattern. They are those of one Unicode version, built in (unicode_classes.inc), so
/// that a text has the same ids on every machine.
enum class CharacterClass : unsigned char { other, letter, number, space };

/// Returns the class of a Unicode code point.
CharacterClass characterClass(char32_t code);

/// Cuts well-formed UTF-8 into words, in linear time. Merges never cross their borders. The words, joined, are the
/// text. Equal to Python's regex.findall() with Qwen2's pattern:
/// (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
std::vector<std::string_view> preTokenize(std::string_view text);

}  // namespace fleming::inference
