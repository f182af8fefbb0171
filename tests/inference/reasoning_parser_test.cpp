#include "inference/reasoning_parser.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

struct Parsed {
    std::vector<TextPart> parts;  // adjacent parts of one channel joined, but not tags
    std::string reasoning;
    std::string finalAnswer;
};

void append(std::vector<TextPart>& all, const std::vector<TextPart>& more) {
    for (const TextPart& part : more) {
        if (!all.empty() && all.back().channel == part.channel && part.channel != Channel::markup) {
            all.back().text += part.text;
        } else {
            all.push_back(part);
        }
    }
}

Parsed parseSplit(const std::string& text, const std::vector<std::size_t>& lengths) {
    ReasoningParser parser;
    Parsed parsed;
    std::size_t position = 0;
    for (const std::size_t length : lengths) {
        append(parsed.parts, parser.add(std::string_view(text).substr(position, length)));
        position += length;
    }
    append(parsed.parts, parser.finish());
    parsed.reasoning = parser.reasoning();
    parsed.finalAnswer = parser.finalAnswer();
    return parsed;
}

std::string textOf(const std::vector<TextPart>& parts) {
    std::string text;
    for (const TextPart& part : parts)
        text += part.text;
    return text;
}

void expectParts(const std::string& text, const std::string& reasoning, const std::string& finalAnswer) {
    const ParsedAnswer parsed = parseAnswer(text);
    EXPECT_EQ(parsed.reasoning, reasoning) << text;
    EXPECT_EQ(parsed.finalAnswer, finalAnswer) << text;
}

TEST(ReasoningParser, ParsesTheRequestedForm) {
    expectParts("<think>Slice 3 is dark.</think><answer>A cyst</answer>", "Slice 3 is dark.", "A cyst");
    expectParts("\n<think>\n a \n</think>\n\n<answer> b\n</answer>\n", "a", "b");
}

TEST(ReasoningParser, AcceptsMissingTags) {
    expectParts("", "", "");
    expectParts("No fracture.", "", "No fracture.");
    expectParts("<think>a</think>b", "a", "b");
    expectParts("<answer>b</answer>", "", "b");
    expectParts("because a <answer>b</answer>", "because a", "b");
    expectParts("a</think><answer>b</answer>", "a", "b");
    expectParts("a</think>b", "a", "b");
}

TEST(ReasoningParser, AcceptsUnclosedTags) {
    expectParts("<think>a", "a", "");
    expectParts("<think>a<answer>b", "a", "b");
    expectParts("<think>a</think><answer>b", "a", "b");
}

TEST(ReasoningParser, HidesATagThatIsCutShort) {
    expectParts("<think>a</think", "a", "");
    expectParts("<think>a</think><answer", "a", "");
    expectParts("<answer>b</", "", "b");
    expectParts("b <ans", "", "b");
    expectParts("<th", "", "");
    expectParts("b <", "", "b <");
}

TEST(ReasoningParser, AcceptsRepeatedAndNestedTags) {
    expectParts("<think>a</think><answer>b</answer><think>c</think><answer>d</answer>", "a\nc", "b\nd");
    expectParts("<think>a<think>b</think>c</think><answer>d</answer>", "a\nb\nc", "d");
    expectParts("<answer>b<think>a</think>", "a", "b");
    expectParts("<answer></answer>b", "", "b");
    expectParts("<think></think>b", "", "b");
}

TEST(ReasoningParser, TreatsOtherMarkupAsText) {
    expectParts("a < b and <b>c</b> <Think> < think> <<think>x</think>", "x", "a < b and <b>c</b> <Think> < think> <");
    expectParts("1 <answerx> <thinking>", "", "1 <answerx> <thinking>");
}

TEST(ReasoningParser, StreamsChannels) {
    ReasoningParser parser;
    EXPECT_TRUE(parser.add("<thi").empty());
    std::vector<TextPart> parts = parser.add("nk>a <");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].channel, Channel::markup);
    EXPECT_EQ(parts[0].text, "<think>");
    EXPECT_EQ(parts[1].channel, Channel::reasoning);
    EXPECT_EQ(parts[1].text, "a ");
    EXPECT_EQ(parser.reasoning(), "a");
    parts = parser.add(" 3</think>b<answer>c");
    ASSERT_EQ(parts.size(), 5U);
    EXPECT_EQ(parts[0].text, "< 3");
    EXPECT_EQ(parts[2].channel, Channel::outside);
    EXPECT_EQ(parts[4].channel, Channel::answer);
    EXPECT_EQ(parser.finalAnswer(), "c");
}

TEST(ReasoningParser, GivesTheSameResultForEverySplit) {
    const std::vector<std::string> fragments = {"<think>", "</think>",     "<answer>", "</answer>", "<",       ">",
                                                "/",       "<thi",         "nk>",      "</",        "answer>", "a",
                                                " \n",     "\xE8\x82\xBA", "<<",       "x < y"};
    std::mt19937 random(1);
    const auto below = [&random](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t n = below(14); n > 0; --n)
            text += fragments[below(fragments.size())];
        const Parsed whole = parseSplit(text, {text.size()});
        ASSERT_EQ(textOf(whole.parts), text);
        std::vector<std::size_t> lengths;
        for (std::size_t left = text.size(); left > 0; left -= lengths.back())
            lengths.push_back(1 + below(std::min<std::size_t>(left, 9)));
        const Parsed split = parseSplit(text, lengths);
        ASSERT_EQ(split.parts.size(), whole.parts.size()) << text;
        for (std::size_t i = 0; i < whole.parts.size(); ++i) {
            ASSERT_EQ(split.parts[i].channel, whole.parts[i].channel) << text;
            ASSERT_EQ(split.parts[i].text, whole.parts[i].text) << text;
        }
        ASSERT_EQ(split.reasoning, whole.reasoning) << text;
        ASSERT_EQ(split.finalAnswer, whole.finalAnswer) << text;
    }
}

}  // namespace
}  // namespace fleming::inference
