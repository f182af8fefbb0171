#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fleming::inference {

/// GPT-2's byte alphabet: a vocabulary writes each byte as one printable character. Printable Latin-1 bytes are
/// themselves; the other bytes are U+0100, U+0101, ... in order. Source: GPT-2, encoder.py, bytes_to_unicode().

/// Returns the character of `byte` as UTF-8.
const std::string& byteCharacter(unsigned char byte);

/// Converts an entry of a vocabulary to the bytes that it represents, or nothing if a character is not in the alphabet.
std::optional<std::string> bytesOfToken(std::string_view token);

}  // namespace fleming::inference
