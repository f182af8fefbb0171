#include "inference/text/utf8.h"

#include <utility>

namespace fleming::inference {

namespace {

/// The length of a sequence and the range of its second byte, by its first byte (Unicode 15, table 3-7).
struct Lead {
    std::size_t length;  // 0: no sequence begins with this byte
    unsigned secondFirst;
    unsigned secondLast;
};

Lead findLead(unsigned byte) {
    if (byte < 0xC2) return {0, 0, 0};
    if (byte < 0xE0) return {2, 0x80, 0xBF};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3, 0x80, 0xBF};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4, 0x80, 0xBF};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

}  // namespace

Utf8Unit readUtf8(std::string_view bytes) {
    using Kind = Utf8Unit::Kind;
    const auto byteAt = [bytes](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
    const unsigned first = byteAt(0);
    if (first < 0x80) return {Kind::character, first, 1};
    const Lead lead = findLead(first);
    if (lead.length == 0) return {Kind::illFormed, kReplacementCharacter, 1};
    char32_t code = first & (0x7FU >> lead.length);
    for (std::size_t i = 1; i < lead.length; ++i) {
        if (i == bytes.size()) return {Kind::unfinished, kReplacementCharacter, i};
        const unsigned byte = byteAt(i);
        const bool allowed = i == 1 ? byte >= lead.secondFirst && byte <= lead.secondLast : (byte & 0xC0U) == 0x80U;
        if (!allowed) return {Kind::illFormed, kReplacementCharacter, i};
        code = (code << 6) | (byte & 0x3FU);
    }
    return {Kind::character, code, lead.length};
}

void appendUtf8(std::string& text, char32_t code) {
    const auto add = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | (code >> 6));
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | (code >> 12));
        add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3F));
        add(0x80 | ((code >> 6) & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

bool isUtf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const Utf8Unit unit = readUtf8(bytes);
        if (unit.kind != Utf8Unit::Kind::character) return false;
        bytes.remove_prefix(unit.length);
    }
    return true;
}

std::string toValidUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const Utf8Unit unit = readUtf8(bytes);
        if (unit.kind == Utf8Unit::Kind::character) {
            text.append(bytes.substr(0, unit.length));
        } else {
            appendUtf8(text, kReplacementCharacter);
        }
        bytes.remove_prefix(unit.length);
    }
    return text;
}

std::string printable(std::string_view text) {
    constexpr std::size_t kMaxBytes = 120;
    std::string shown;
    for (std::string_view rest = text; !rest.empty();) {
        const Utf8Unit unit = readUtf8(rest);
        if (shown.size() + unit.length > kMaxBytes) return shown + "...";
        appendUtf8(shown, unit.code < 0x20 || unit.code == 0x7F ? U'?' : unit.code);
        rest.remove_prefix(unit.length);
    }
    return shown;
}

std::string Utf8Stream::add(std::string_view bytes) {
    waiting_ += bytes;
    std::string text;
    std::string_view rest = waiting_;
    while (!rest.empty()) {
        const Utf8Unit unit = readUtf8(rest);
        if (unit.kind == Utf8Unit::Kind::unfinished) break;
        appendUtf8(text, unit.code);
        rest.remove_prefix(unit.length);
    }
    waiting_ = std::string(rest);
    return text;
}

std::string Utf8Stream::finish() {
    return toValidUtf8(std::exchange(waiting_, {}));
}

}  // namespace fleming::inference
