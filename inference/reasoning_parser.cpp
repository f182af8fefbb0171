#include "inference/reasoning_parser.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace fleming::inference {

namespace {

constexpr std::string_view kOpenThink = "<think>";
constexpr std::string_view kCloseThink = "</think>";
constexpr std::string_view kOpenAnswer = "<answer>";
constexpr std::string_view kCloseAnswer = "</answer>";
constexpr std::array kTags{kOpenThink, kCloseThink, kOpenAnswer, kCloseAnswer};

/// Returns the tag that `text` begins with, or an empty text.
std::string_view tagAt(std::string_view text) {
    const auto tag = std::find_if(kTags.begin(), kTags.end(), [text](auto t) { return text.starts_with(t); });
    return tag == kTags.end() ? std::string_view() : *tag;
}

bool couldBecomeTag(std::string_view text) {
    return std::any_of(kTags.begin(), kTags.end(), [text](auto tag) { return tag.starts_with(text); });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n\v\f\r";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// Appends the trimmed text as a line of its own, unless it is empty.
void addLine(std::string& lines, std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return;
    if (!lines.empty()) lines += '\n';
    lines += text;
}

}  // namespace

std::vector<TextPart> ReasoningParser::add(std::string_view text) {
    std::vector<TextPart> parts;
    waiting_ += text;
    std::string_view rest = waiting_;
    while (!rest.empty()) {
        const std::size_t bracket = std::min(rest.find('<'), rest.size());
        take(rest.substr(0, bracket), parts);
        rest.remove_prefix(bracket);
        if (rest.empty()) break;
        if (const std::string_view tag = tagAt(rest); !tag.empty()) {
            parts.push_back({Channel::markup, std::string(tag)});
            applyTag(tag);
            rest.remove_prefix(tag.size());
        } else if (couldBecomeTag(rest)) {
            break;
        } else {
            take(rest.substr(0, 1), parts);
            rest.remove_prefix(1);
        }
    }
    waiting_ = std::string(rest);
    return parts;
}

std::vector<TextPart> ReasoningParser::finish() {
    std::vector<TextPart> parts;
    std::string rest = std::exchange(waiting_, {});
    // A single "<" is more likely a character of the text than the beginning of a tag.
    if (rest.size() > 1) {
        parts.push_back({Channel::markup, std::move(rest)});
    } else {
        take(rest, parts);
    }
    return parts;
}

void ReasoningParser::take(std::string_view text, std::vector<TextPart>& parts) {
    if (text.empty()) return;
    const Channel channel = sections_.back().channel;
    sections_.back().text += text;
    if (!parts.empty() && parts.back().channel == channel) {
        parts.back().text += text;
    } else {
        parts.push_back({channel, std::string(text)});
    }
}

void ReasoningParser::applyTag(std::string_view tag) {
    if (tag == kCloseThink && sections_.back().channel == Channel::outside) {
        // Nothing opened the reasoning, so the text up to this tag is reasoning.
        sections_.back().channel = Channel::reasoning;
    }
    const Channel next = tag == kOpenThink    ? Channel::reasoning
                         : tag == kOpenAnswer ? Channel::answer
                                              : Channel::outside;
    sections_.push_back({next, {}});
}

std::string ReasoningParser::reasoning() const {
    std::string text;
    for (const TextPart& section : sections_) {
        if (section.channel == Channel::reasoning) addLine(text, section.text);
    }
    if (!text.empty()) return text;
    const auto isAnswer = [](const TextPart& section) { return section.channel == Channel::answer; };
    const auto firstAnswer = std::find_if(sections_.begin(), sections_.end(), isAnswer);
    if (firstAnswer == sections_.end()) return {};
    for (auto section = sections_.begin(); section != firstAnswer; ++section)
        addLine(text, section->text);
    return text;
}

std::string ReasoningParser::finalAnswer() const {
    const auto joined = [this](Channel channel) {
        std::string lines;
        for (const TextPart& section : sections_) {
            if (section.channel == channel) addLine(lines, section.text);
        }
        return lines;
    };
    const std::string answer = joined(Channel::answer);
    return answer.empty() ? joined(Channel::outside) : answer;
}

ParsedAnswer parseAnswer(std::string_view text) {
    ReasoningParser parser;
    parser.add(text);
    parser.finish();
    return {parser.reasoning(), parser.finalAnswer()};
}

}  // namespace fleming::inference
