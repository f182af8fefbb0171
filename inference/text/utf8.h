#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fleming::inference {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// The first unit of a byte string.
struct Utf8Unit {
    enum class Kind {
        character,   ///< a complete, well-formed character
        illFormed,   ///< a maximal ill-formed part (Unicode 15, chapter 3.9, "maximal subpart"): one U+FFFD
        unfinished,  ///< the bytes end inside a sequence that is well-formed so far
    };
    Kind kind = Kind::character;
    char32_t code = 0;       ///< the character, or U+FFFD
    std::size_t length = 0;  ///< bytes of the unit, at least 1
};

/// Reads one unit from the front of `bytes`, which must not be empty.
Utf8Unit readUtf8(std::string_view bytes);

/// Appends `code`, a Unicode scalar value, to `text` as UTF-8.
void appendUtf8(std::string& text, char32_t code);

/// Returns true if all of `bytes` is well-formed UTF-8.
bool isUtf8(std::string_view bytes);

/// Replaces each maximal ill-formed part by U+FFFD, an unfinished end too, as Python's errors="replace" does.
std::string toValidUtf8(std::string_view bytes);

/// Converts a text from a file to an argument of an Error: valid UTF-8, cut after about 120 bytes, with question marks
/// in place of control characters.
std::string printable(std::string_view text);

/// Decodes UTF-8 in chunks. The bytes of an incomplete character wait for the next chunk.
class Utf8Stream {
public:
    /// Adds bytes and returns the text that is complete now. Bytes that cannot become a character are U+FFFD.
    std::string add(std::string_view bytes);

    /// Ends the stream. Returns U+FFFD if bytes were waiting, else an empty text.
    std::string finish();

    /// Returns true if bytes of an unfinished character wait.
    bool waiting() const { return !waiting_.empty(); }

private:
    std::string waiting_;
};

}  // namespace fleming::inference
