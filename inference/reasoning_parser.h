#pragma once

#include "inference/types.h"

#include <string>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// Sorts an answer's text, as it streams, into reasoning, final answer and tags: <think>, </think>, <answer>,
/// </answer>. Tags may be missing, unclosed, repeated, nested or split over tokens; nothing of the text is lost: the
/// pieces, in order, are the text. An opening tag opens its channel, wherever it stands; a closing tag leads outside.
class ReasoningParser {
public:
    struct Piece {
        Channel channel;
        std::string text;
    };

    /// The pieces that are certain now. Text that could still become a tag waits.
    std::vector<Piece> add(std::string_view text);

    /// The rest, at the end of the stream.
    std::vector<Piece> finish();

    /// All reasoning so far, outer white space trimmed: what stood in <think>, and what stood outside just before a
    /// </think> that nothing opened (the prompt may have opened it). Where an answer has no such text, what stood
    /// before its first <answer>.
    std::string reasoning() const;

    /// The final answer: what stood in <answer>, several of them each on a line; else all that stood outside the tags
    /// and is not reasoning. Trimmed.
    std::string finalAnswer() const;

private:
    /// Text between two tags.
    struct Section {
        Channel channel = Channel::outside;
        std::string text;
    };

    void take(std::string_view text, std::vector<Piece>& pieces);
    void applyTag(std::string_view tag);

    std::string waiting_;  // could still become a tag
    std::vector<Section> sections_ = std::vector<Section>(1);
};

/// Parses a whole answer at once.
struct ParsedAnswer {
    std::string reasoning;
    std::string finalAnswer;
};
ParsedAnswer parseAnswer(std::string_view text);

}  // namespace fleming::inference
