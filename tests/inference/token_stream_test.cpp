#include "inference/tokens/token_stream.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

/// Returns the tokens that a stream gives for tokens 0, 1, 2, ... with these bytes.
std::vector<Token> stream(const std::vector<std::string>& pieces, TokenStream& tokens) {
    std::vector<Token> all;
    const auto take = [&](std::vector<Token> some) { all.insert(all.end(), some.begin(), some.end()); };
    for (std::size_t i = 0; i < pieces.size(); ++i)
        take(tokens.add(static_cast<std::int32_t>(i), pieces[i], -0.5F));
    take(tokens.finish());
    return all;
}

std::vector<Token> stream(const std::vector<std::string>& pieces) {
    TokenStream tokens;
    return stream(pieces, tokens);
}

std::string textOf(const std::vector<Token>& tokens, Channel channel) {
    std::string text;
    for (const Token& token : tokens) {
        for (const TextPart& part : token.parts) {
            if (part.channel == channel) text += part.text;
        }
    }
    return text;
}

TEST(TokenStream, GivesEachTokenItsTextAndEachPartItsChannel) {
    TokenStream tokens;
    const auto all = stream(
        {"<", "think", ">\n", "The", " end", ".</", "think", "><", "answer", ">", "Yes", "</", "answer", ">"}, tokens);
    ASSERT_EQ(all.size(), 14U);
    EXPECT_EQ(all[0].text, "<");
    EXPECT_EQ(all[0].channel, Channel::markup);
    EXPECT_EQ(all[2].text, ">\n");
    ASSERT_EQ(all[2].parts.size(), 2U);
    EXPECT_EQ(all[2].parts[1].channel, Channel::reasoning);
    EXPECT_EQ(all[5].text, ".</");
    ASSERT_EQ(all[5].parts.size(), 2U);
    EXPECT_EQ(all[5].parts[0].text, ".");
    EXPECT_EQ(all[5].parts[0].channel, Channel::reasoning);
    EXPECT_EQ(all[5].parts[1].channel, Channel::markup);
    EXPECT_EQ(all[10].channel, Channel::answer);
    EXPECT_EQ(textOf(all, Channel::reasoning), "\nThe end.");
    EXPECT_EQ(textOf(all, Channel::answer), "Yes");
    EXPECT_EQ(tokens.parser().reasoning(), "The end.");
    EXPECT_EQ(tokens.parser().finalAnswer(), "Yes");
}

TEST(TokenStream, EmitsTextThatCannotBecomeATagAtOnce) {
    TokenStream tokens;
    EXPECT_EQ(tokens.add(0, "a", 0.0F).size(), 1U);
    EXPECT_EQ(tokens.add(1, " <", 0.0F).size(), 0U);
    EXPECT_EQ(tokens.add(2, " b", 0.0F).size(), 2U);  // "< b" is no tag
    EXPECT_EQ(tokens.finish().size(), 0U);
}

TEST(TokenStream, EmitsACharacterOfSeveralTokensWithTheLast) {
    const auto all = stream({"\xF0\x9F", "\x98", "\x80", "!"});
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].text, "");
    EXPECT_EQ(all[1].text, "");
    EXPECT_EQ(all[2].text, "\xF0\x9F\x98\x80");
    EXPECT_EQ(all[3].text, "!");
}

TEST(TokenStream, KeepsAnUnfinishedCharacter) {
    const auto all = stream({"a", "b\xE4\xBD"});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].text, "b\xEF\xBF\xBD");
    EXPECT_EQ(stream({"\xE4"})[0].text, "\xEF\xBF\xBD");
}

TEST(TokenStream, KeepsAnUnfinishedTag) {
    const auto all = stream({"ok ", "<thi"});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].text, "<thi");
    EXPECT_EQ(all[1].channel, Channel::markup);
}

TEST(TokenStream, KeepsThePlaceOfTokensWithoutText) {
    const auto all = stream({"a", "", "<", "", "b"});
    ASSERT_EQ(all.size(), 5U);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all[i].id, static_cast<std::int32_t>(i));
}

TEST(TokenStream, KeepsAllTextForEverySplit) {
    std::mt19937 random(5);
    const std::vector<std::string> words{"<think>", "</think>", "<answer>", "</answer>", "<",    "/",
                                         "thi",     "é",        "\xF0\x9F", "\x98\x80",  "漢字", ".",
                                         "\n",      ">",        "\xFF",     "<an",       " ",    "x"};
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (int i = 0; i < 20; ++i)
            bytes += words[random() % words.size()];
        std::vector<std::string> pieces;
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t size = 1 + random() % 6;
            pieces.push_back(bytes.substr(at, size));
            at += size;
        }
        Utf8Stream whole;
        std::string expected = whole.add(bytes);
        expected += whole.finish();
        const auto all = stream(pieces);
        ASSERT_EQ(all.size(), pieces.size());
        std::string text, parts;
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_EQ(all[i].id, static_cast<std::int32_t>(i));
            text += all[i].text;
            for (const TextPart& part : all[i].parts)
                parts += part.text;
        }
        EXPECT_EQ(text, expected);
        EXPECT_EQ(parts, expected);
    }
}

}  // namespace
}  // namespace fleming::inference
