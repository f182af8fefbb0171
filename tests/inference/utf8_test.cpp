#include "inference/text/utf8.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace fleming::inference {
namespace {

const std::string kR = "\xEF\xBF\xBD";  // U+FFFD

TEST(Utf8, ReplacesIllFormedSequencesAsUnicodeRecommends) {
    // The first is the example of Unicode 15, table 3-8; the others are Python's bytes.decode("utf-8", "replace").
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "a" + kR + kR + kR + "b" + kR + "c" + kR + kR + "d"},
        {"\xC0\xAF", kR + kR},
        {"\xED\xA0\x80", kR + kR + kR},
        {"\xF4\x90\x80\x80", kR + kR + kR + kR},
        {"\xF0\x9F\x98", kR},
        {"\xE2\x82", kR},
        {"\xE2\x28\xA1", kR + "(" + kR},
        {"\xF8\x88\x80\x80\x80", kR + kR + kR + kR + kR},
        {"\xFF\xFE", kR + kR},
        {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
        {std::string("a\0b", 3), std::string("a\0b", 3)},
        {"", ""},
    };
    for (const auto& [bytes, text] : cases)
        EXPECT_EQ(toValidUtf8(bytes), text);
}

TEST(Utf8, RoundTripsEveryScalarValue) {
    for (char32_t code = 0; code < 0x110000; ++code) {
        if (code >= 0xD800 && code < 0xE000) continue;
        std::string text;
        appendUtf8(text, code);
        const Utf8Unit unit = readUtf8(text);
        ASSERT_EQ(unit.kind, Utf8Unit::Kind::character);
        ASSERT_EQ(unit.code, code);
        ASSERT_EQ(unit.length, text.size());
    }
}

TEST(Utf8, ShortensPrintableTextAndRemovesControlCharacters) {
    EXPECT_EQ(printable("a\n\x7F\xFFz"), "a??" + kR + "z");
    EXPECT_EQ(printable(std::string(121, 'x')), std::string(120, 'x') + "...");
    EXPECT_EQ(printable(std::string(120, 'x')), std::string(120, 'x'));
}

TEST(Utf8Stream, BuffersBytesUntilTheCharacterIsComplete) {
    Utf8Stream stream;
    EXPECT_EQ(stream.add("a\xE8"), "a");
    EXPECT_EQ(stream.add("\x82"), "");
    EXPECT_EQ(stream.add("\xBA"), "\xE8\x82\xBA");
    EXPECT_EQ(stream.finish(), "");
    EXPECT_EQ(stream.add("\xF0\x9F"), "");
    EXPECT_EQ(stream.add("b"), kR + "b");
    EXPECT_EQ(stream.add("\xF0\x9F\x98"), "");
    EXPECT_EQ(stream.finish(), kR);
    EXPECT_EQ(stream.finish(), "");
}

TEST(Utf8Stream, GivesTheSameTextForEverySplit) {
    std::mt19937 random(2);
    const auto below = [&random](int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); };
    const std::vector<std::string> parts = {"a",    "\xE8\x82\xBA", "\xF0\x9F\x98\x80", "\xC3\xA9", "\xF0",
                                            "\x80", "\xED",         "\xE2\x82"};
    for (int round = 0; round < 5000; ++round) {
        std::string bytes;
        for (int n = below(10); n > 0; --n)
            bytes += parts[static_cast<std::size_t>(below(static_cast<int>(parts.size())))];
        Utf8Stream stream;
        std::string text;
        for (std::size_t i = 0; i < bytes.size();) {
            const auto length = static_cast<std::size_t>(1 + below(4));
            const std::string piece = stream.add(bytes.substr(i, length));
            ASSERT_TRUE(isUtf8(piece));
            text += piece;
            i += length;
        }
        text += stream.finish();
        ASSERT_EQ(text, toValidUtf8(bytes));
    }
}

}  // namespace
}  // namespace fleming::inference
