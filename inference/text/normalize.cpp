#include "inference/text/normalize.h"

#include "inference/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <utf8proc.h>
#include <vector>

namespace fleming::inference {

namespace {

/// Returns true if all characters are below U+0300 (CC 80 in UTF-8): none of them combines, so the text is in NFC.
bool isSurelyNfc(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xCC; });
}

std::vector<std::int32_t> decompose(const std::string& text) {
    std::vector<std::int32_t> codes;
    codes.reserve(text.size() + 8);
    std::array<std::int32_t, 32> parts{};
    int lastBoundary = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const Utf8Unit unit = readUtf8(rest);
        const utf8proc_ssize_t count = utf8proc_decompose_char(
            static_cast<std::int32_t>(unit.code), parts.data(), parts.size(),
            static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), &lastBoundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) throw std::bad_alloc();
        codes.insert(codes.end(), parts.begin(), parts.begin() + count);
        rest.remove_prefix(unit.length);
    }
    return codes;
}

int combiningClass(std::int32_t code) {
    return utf8proc_get_property(code)->combining_class;
}

/// Applies the canonical ordering: sorts each run of combining marks by combining class. That of utf8proc is quadratic.
void orderMarks(std::vector<std::int32_t>& codes) {
    const auto isMark = [](std::int32_t code) { return combiningClass(code) != 0; };
    for (auto first = codes.begin(); first != codes.end();) {
        first = std::find_if(first, codes.end(), isMark);
        const auto last = std::find_if_not(first, codes.end(), isMark);
        std::stable_sort(first, last,
                         [](std::int32_t a, std::int32_t b) { return combiningClass(a) < combiningClass(b); });
        first = last;
    }
}

}  // namespace

std::string toNfc(std::string text) {
    if (isSurelyNfc(text)) return text;
    std::vector<std::int32_t> codes = decompose(text);
    orderMarks(codes);
    const utf8proc_ssize_t count =
        utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    text.clear();
    for (utf8proc_ssize_t i = 0; i < count; ++i)
        appendUtf8(text, static_cast<char32_t>(codes[static_cast<std::size_t>(i)]));
    return text;
}

}  // namespace fleming::inference
