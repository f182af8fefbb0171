#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fleming::inference {

/// GPT-2's byte alphabet: vocabularies write each byte as one printable character. Printable Latin-1 bytes are
/// themselves; the others are U+0100, U+0101, ... in order.

/// The character (UTF-8) that stands for `byte`.
const std::string& byteCharacter(unsigned char byte);

/// The bytes that `token`, a vocabulary's entry, stands for; nothing where it has a character of no byte.
std::optional<std::string> bytesOfToken(std::string_view token);

}  // namespace fleming::inference
