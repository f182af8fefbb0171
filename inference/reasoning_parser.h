#pragma once

#include "inference/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Sorts the text of an answer by channel as it streams: reasoning, final answer and the tags <think>, </think>,
/// <answer>,
/// </answer>. Tags may be missing, unclosed, repeated, nested or split over tokens. No text is lost: the parts, joined
/// in order, are the text. An opening tag opens its channel wherever it occurs; a closing tag leads to
/// Channel::outside.
class ReasoningParser {
public:
    /// Adds text and returns the parts whose channel is now certain. Text that could still become a tag waits.
    std::vector<TextPart> add(std::string_view text);

    /// Ends the stream and returns the text that waited: the beginning of a tag, as markup, or a single "<", as text.
    std::vector<TextPart> finish();

    /// Returns the reasoning so far, trimmed: the text inside <think>, and the text outside any tag that leads up to a
    /// </think> without an opening tag (the prompt may have opened it). If there is none, the text before the first
    /// <answer>.
    std::string reasoning() const;

    /// Returns the final answer so far, trimmed: the text inside <answer>, one line for each of several. If there is
    /// none, all text outside the tags that is not reasoning.
    std::string finalAnswer() const;

private:
    void take(std::string_view text, std::vector<TextPart>& parts);
    void applyTag(std::string_view tag);

    std::string waiting_;                                        // could still become a tag
    std::vector<TextPart> sections_ = std::vector<TextPart>(1);  // the text between two tags each
};

struct ParsedAnswer {
    std::string reasoning;
    std::string finalAnswer;
};

/// Parses the text of a whole answer.
ParsedAnswer parseAnswer(std::string_view text);

}  // namespace fleming::inference
