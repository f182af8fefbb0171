#pragma once

#include <string_view>
#include <vector>

namespace fleming::inference {

/// What Qwen2's pattern asks of a character. The classes are those of one Unicode version, built in
/// (unicode_classes.inc), so that the ids of a text are the same on every machine.
enum class CharacterClass : unsigned char { other, letter, number, space };
CharacterClass characterClass(char32_t code);

/// Cuts well-formed UTF-8 into the words that byte-pair merges never cross; together they are the text. Linear time.
/// Equal to Python's regex.findall with Qwen2's pattern:
/// (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
std::vector<std::string_view> preTokenize(std::string_view text);

}  // namespace fleming::inference
