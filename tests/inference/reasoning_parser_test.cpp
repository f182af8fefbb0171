#include "inference/reasoning_parser.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

using Piece = ReasoningParser::Piece;

struct Parsed {
    std::vector<Piece> pieces;  // neighbours of one channel joined; tags stay single
    std::string reasoning;
    std::string finalAnswer;
};

void append(std::vector<Piece>& all, const std::vector<Piece>& more) {
    for (const Piece& piece : more) {
        if (!all.empty() && all.back().channel == piece.channel && piece.channel != Channel::markup) {
            all.back().text += piece.text;
        } else {
            all.push_back(piece);
        }
    }
}

Parsed parseInPieces(const std::string& text, const std::vector<std::size_t>& lengths) {
    ReasoningParser parser;
    Parsed parsed;
    std::size_t position = 0;
    for (const std::size_t length : lengths) {
        append(parsed.pieces, parser.add(std::string_view(text).substr(position, length)));
        position += length;
    }
    append(parsed.pieces, parser.finish());
    parsed.reasoning = parser.reasoning();
    parsed.finalAnswer = parser.finalAnswer();
    return parsed;
}

std::string textOf(const std::vector<Piece>& pieces) {
    std::string text;
    for (const Piece& piece : pieces)
        text += piece.text;
    return text;
}

void expectParts(const std::string& text, const std::string& reasoning, const std::string& finalAnswer) {
    const ParsedAnswer parsed = parseAnswer(text);
    EXPECT_EQ(parsed.reasoning, reasoning) << text;
    EXPECT_EQ(parsed.finalAnswer, finalAnswer) << text;
}

TEST(ReasoningParser, theAskedForForm) {
    expectParts("<think>Slice 3 is dark.</think><answer>A cyst</answer>", "Slice 3 is dark.", "A cyst");
    expectParts("\n<think>\n a \n</think>\n\n<answer> b\n</answer>\n", "a", "b");
}

TEST(ReasoningParser, missingTags) {
    expectParts("", "", "");
    expectParts("No fracture.", "", "No fracture.");
    expectParts("<think>a</think>b", "a", "b");
    expectParts("<answer>b</answer>", "", "b");
    expectParts("because a <answer>b</answer>", "because a", "b");
    expectParts("a</think><answer>b</answer>", "a", "b");
    expectParts("a</think>b", "a", "b");
}

TEST(ReasoningParser, unclosedTags) {
    expectParts("<think>a", "a", "");
    expectParts("<think>a<answer>b", "a", "b");
    expectParts("<think>a</think><answer>b", "a", "b");
    expectParts("<think>a</think", "a</think", "");
    expectParts("b <ans", "", "b <ans");
}

TEST(ReasoningParser, repeatedAndNestedTags) {
    expectParts("<think>a</think><answer>b</answer><think>c</think><answer>d</answer>", "a\nc", "b\nd");
    expectParts("<think>a<think>b</think>c</think><answer>d</answer>", "a\nb\nc", "d");
    expectParts("<answer>b<think>a</think>", "a", "b");
    expectParts("<answer></answer>b", "", "b");
    expectParts("<think></think>b", "", "b");
}

TEST(ReasoningParser, whatIsNoTagIsText) {
    expectParts("a < b and <b>c</b> <Think> < think> <<think>x</think>", "x", "a < b and <b>c</b> <Think> < think> <");
    expectParts("1 <answerx> <thinking>", "", "1 <answerx> <thinking>");
}

TEST(ReasoningParser, channelsStream) {
    ReasoningParser parser;
    EXPECT_TRUE(parser.add("<thi").empty());
    std::vector<Piece> pieces = parser.add("nk>a <");
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].channel, Channel::markup);
    EXPECT_EQ(pieces[0].text, "<think>");
    EXPECT_EQ(pieces[1].channel, Channel::reasoning);
    EXPECT_EQ(pieces[1].text, "a ");
    EXPECT_EQ(parser.reasoning(), "a");
    pieces = parser.add(" 3</think>b<answer>c");
    ASSERT_EQ(pieces.size(), 5U);
    EXPECT_EQ(pieces[0].text, "< 3");
    EXPECT_EQ(pieces[2].channel, Channel::outside);
    EXPECT_EQ(pieces[4].channel, Channel::answer);
    EXPECT_EQ(parser.finalAnswer(), "c");
}

TEST(ReasoningParser, anyChoppingGivesTheSame) {
    const std::vector<std::string> parts = {"<think>", "</think>",     "<answer>", "</answer>", "<",       ">",
                                            "/",       "<thi",         "nk>",      "</",        "answer>", "a",
                                            " \n",     "\xE8\x82\xBA", "<<",       "x < y"};
    std::mt19937 random(1);
    const auto below = [&random](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t n = below(14); n > 0; --n)
            text += parts[below(parts.size())];
        const Parsed whole = parseInPieces(text, {text.size()});
        ASSERT_EQ(textOf(whole.pieces), text);
        std::vector<std::size_t> lengths;
        for (std::size_t left = text.size(); left > 0; left -= lengths.back())
            lengths.push_back(1 + below(std::min<std::size_t>(left, 9)));
        const Parsed chopped = parseInPieces(text, lengths);
        ASSERT_EQ(chopped.pieces.size(), whole.pieces.size()) << text;
        for (std::size_t i = 0; i < whole.pieces.size(); ++i) {
            ASSERT_EQ(chopped.pieces[i].channel, whole.pieces[i].channel) << text;
            ASSERT_EQ(chopped.pieces[i].text, whole.pieces[i].text) << text;
        }
        ASSERT_EQ(chopped.reasoning, whole.reasoning) << text;
        ASSERT_EQ(chopped.finalAnswer, whole.finalAnswer) << text;
    }
}

}  // namespace
}  // namespace fleming::inference
