#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inference/types.h"

namespace fleming::inference {

/// Sorts an answer's text, as it streams, into reasoning, final answer and tags. Tags may be missing, unclosed or split
/// over tokens; nothing of the text is lost.
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

    /// All reasoning so far, outer white space trimmed.
    std::string reasoning() const;
    /// The final answer: what stood in <answer>; else all that stood outside the tags. Trimmed.
    std::string finalAnswer() const;
};

/// Parses a whole answer at once.
struct ParsedAnswer {
    std::string reasoning;
    std::string finalAnswer;
};
ParsedAnswer parseAnswer(std::string_view text);

}  // namespace fleming::inference
