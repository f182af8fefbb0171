#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fleming::inference {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// What stands at the front of a byte string.
struct Utf8Unit {
    enum class Kind {
        character,   ///< a whole, well-formed character
        illFormed,   ///< a maximal ill-formed part (Unicode 15, chapter 3.9, "maximal subpart"): one U+FFFD
        unfinished,  ///< the bytes end inside a sequence that is well-formed so far
    };
    Kind kind = Kind::character;
    char32_t code = 0;       ///< the character; U+FFFD where there is none
    std::size_t length = 0;  ///< bytes taken, at least 1
};

/// Reads one unit from the front of `bytes`, which must not be empty.
Utf8Unit readUtf8(std::string_view bytes);

/// Appends `code`, a Unicode scalar value, to `text` as UTF-8.
void appendUtf8(std::string& text, char32_t code);

/// Whether `bytes` is well-formed UTF-8 throughout.
bool isUtf8(std::string_view bytes);

/// `bytes` with each maximal ill-formed part (an unfinished end too) replaced by U+FFFD, as Python's errors="replace".
std::string toValidUtf8(std::string_view bytes);

}  // namespace fleming::inference
