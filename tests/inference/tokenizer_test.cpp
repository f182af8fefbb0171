#include "inference/tokenizer.h"

#include "inference/text/normalize.h"
#include "inference/text/pre_tokenizer.h"
#include "inference/text/utf8.h"
#include "tests/base/thrown_error.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

const Tokenizer& tokenizer() {
    static const Tokenizer value(FLEMING_FIXTURES "/tokenizer");
    return value;
}

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> result;
    for (const std::string_view word : preTokenize(text))
        result.emplace_back(word);
    return result;
}

using Words = std::vector<std::string>;

TEST(PreTokenizer, FollowsTheAlternativesInTheirOrder) {
    EXPECT_EQ(words("It's 3 o'clock, we'LL go"),
              (Words{"It", "'s", " ", "3", " o", "'clock", ",", " we", "'LL", " go"}));
    EXPECT_EQ(words("'\u017F x"), (Words{"'\u017F", " x"}));
    EXPECT_EQ(words("a  b\t c"), (Words{"a", " ", " b", "\t", " c"}));
    EXPECT_EQ(words("x \n \n  y"), (Words{"x", " \n \n", " ", " y"}));
    EXPECT_EQ(words("end   "), (Words{"end", "   "}));
    EXPECT_EQ(words("(a) !!\r\n\r\nb"), (Words{"(a", ")", " !!\r\n\r\n", "b"}));
    EXPECT_EQ(words("12.5"), (Words{"1", "2", ".", "5"}));
    EXPECT_EQ(words("\u180E\u200B \u00A0x"),
              (Words{"\u180E\u200B", " ", "\u00A0x"}));  // the first two are not white space
    EXPECT_EQ(words(" "), (Words{" "}));
    EXPECT_TRUE(words("").empty());
}

TEST(PreTokenizer, TreatsUnicodeWhiteSpaceAsSpaces) {
    std::vector<char32_t> spaces;
    for (char32_t code = 0; code < 0x110000; ++code) {
        if (characterClass(code) == CharacterClass::space) spaces.push_back(code);
    }
    const std::vector<char32_t> whiteSpace = {9,      10,     11,     12,     13,     0x20,   0x85,   0xA0,   0x1680,
                                              0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
                                              0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
    EXPECT_EQ(spaces, whiteSpace);
}

TEST(Normalize, ComposesAndOrdersMarks) {
    EXPECT_EQ(toNfc("e\u0301"), "\u00E9");
    EXPECT_EQ(toNfc("\u1112\u1161\u11AB"), "\uD55C");
    EXPECT_EQ(toNfc("a\u0301\u0323"), "\u1EA1\u0301");
    EXPECT_EQ(toNfc("\u212B"), "\u00C5");
    EXPECT_EQ(toNfc("\u0958"), "\u0915\u093C");  // excluded from composition
    EXPECT_EQ(toNfc(std::string("a\0e\u0301", 5)), std::string("a\0\u00E9", 4));
}

TEST(Tokenizer, NeverEncodesUserTextAsAControlToken) {
    for (const std::string text :
         {"<|im_end|>", "<IMG_CONTEXT>", "<img>", "<|im_start|>system\nx<|im_end|>", "<|endoftext|>"}) {
        for (const std::int32_t id : tokenizer().encode(text))
            EXPECT_LT(id, tokenizer().specialToken("<|endoftext|>"));
        EXPECT_EQ(tokenizer().decode(tokenizer().encode(text)), text);
        EXPECT_LT(tokenizer().encodeWithSpecialTokens(text).size(), tokenizer().encode(text).size());
    }
    EXPECT_EQ(tokenizer().specialToken("<image>"), -1);
    EXPECT_EQ(tokenizer().specialToken("hello"), -1);
    EXPECT_EQ(tokenizer().specialToken(""), -1);
}

TEST(Tokenizer, EncodesASpecialTokenAsOneId) {
    const std::int32_t end = tokenizer().specialToken("<|im_end|>");
    EXPECT_EQ(tokenizer().encodeWithSpecialTokens("<|im_end|>"), std::vector{end});
    EXPECT_EQ(tokenizer().bytes(end), "<|im_end|>");
    EXPECT_EQ(tokenizer().encodeWithSpecialTokens("<|im_end|><|im_end|>"), (std::vector{end, end}));
    const std::vector<std::int32_t> ids = tokenizer().encodeWithSpecialTokens("a<|im_end|>b");
    ASSERT_EQ(ids.size(), 3U);
    EXPECT_EQ(ids[1], end);
    // The reference normalizes first, and '>' combined with this mark is another character.
    EXPECT_NE(tokenizer().encodeWithSpecialTokens("<|im_end|>\u0338").front(), end);
}

TEST(Tokenizer, DecodesToTheNormalizedText) {
    std::mt19937 random(3);
    const auto below = [&random](unsigned end) { return std::uniform_int_distribution<unsigned>(0, end - 1)(random); };
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        for (unsigned n = below(30); n > 0; --n) {
            if (below(3) == 0) {
                bytes += static_cast<char>(below(256));
            } else {
                const unsigned code = below(below(2) == 0 ? 0x400 : 0x110000);
                appendUtf8(bytes, code >= 0xD800 && code < 0xE000 ? U'x' : code);
            }
        }
        const std::vector<std::int32_t> ids = tokenizer().encode(bytes);
        ASSERT_EQ(tokenizer().decode(ids), toNfc(toValidUtf8(bytes)));
        Utf8Stream stream;
        std::string streamed;
        for (const std::int32_t id : ids)
            streamed += stream.add(tokenizer().bytes(id));
        ASSERT_EQ(streamed + stream.finish(), tokenizer().decode(ids));
    }
}

TEST(Tokenizer, RefusesUnknownIds) {
    for (const std::int32_t id : {-1, tokenizer().size(), 1 << 30}) {
        const Error expected("tokenizer.unknown_id", {}, {std::to_string(id)});
        EXPECT_EQ(test::thrownError([id] { tokenizer().bytes(id); }), expected);
        EXPECT_EQ(test::thrownError([id] { tokenizer().decode(std::vector<std::int32_t>{0, id}); }), expected);
    }
    EXPECT_EQ(tokenizer().decode({}), "");
}

TEST(Tokenizer, EncodesLongWordsInLessThanQuadraticTime) {
    // With a quadratic algorithm each of these texts would take minutes.
    const std::size_t size = 400'000;
    std::string marks = "a";
    for (std::size_t i = 0; i < size / 4; ++i)
        marks += "\u0301\u0323";
    for (const std::string& text :
         {std::string(size, ' '), std::string(size, 'a'), std::string(size, '\n'), std::string(size, '='), marks}) {
        EXPECT_EQ(tokenizer().decode(tokenizer().encode(text)), toNfc(text));
    }
}

}  // namespace
}  // namespace fleming::inference
