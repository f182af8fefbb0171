#include "inference/text/byte_alphabet.h"

#include "inference/text/utf8.h"

#include <array>
#include <cstddef>

namespace fleming::inference {

namespace {

constexpr char32_t kAlphabetEnd = 0x100 + 68;  // 68 bytes are not printable in Latin-1

struct Alphabet {
    std::array<std::string, 256> characters;
    std::array<int, kAlphabetEnd> bytes{};  // -1: not in the alphabet
};

Alphabet makeAlphabet() {
    Alphabet alphabet;
    alphabet.bytes.fill(-1);
    char32_t next = 0x100;
    for (char32_t byte = 0; byte < 256; ++byte) {
        const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        const char32_t code = printable ? byte : next++;
        appendUtf8(alphabet.characters[byte], code);
        alphabet.bytes[code] = static_cast<int>(byte);
    }
    return alphabet;
}

const Alphabet& alphabet() {
    static const Alphabet value = makeAlphabet();
    return value;
}

}  // namespace

const std::string& byteCharacter(unsigned char byte) {
    return alphabet().characters[byte];
}

std::optional<std::string> bytesOfToken(std::string_view token) {
    std::string bytes;
    while (!token.empty()) {
        const Utf8Unit unit = readUtf8(token);
        if (unit.code >= kAlphabetEnd || alphabet().bytes[unit.code] < 0) return std::nullopt;
        bytes += static_cast<char>(static_cast<unsigned char>(alphabet().bytes[unit.code]));
        token.remove_prefix(unit.length);
    }
    return bytes;
}

}  // namespace fleming::inference
