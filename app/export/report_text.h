#pragma once

#include "app/export/exporter.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

/// The texts of an exchange as formats for people show them.
namespace fleming::app {

/// Returns a text that a person or the model wrote as plain text: with line feeds only, without control characters.
QString plainText(const QString& text);
QString plainText(const std::string& text);

/// A part of a text that is a SHA-256 in hexadecimal digits, or has none.
struct HashPiece {
    QString text;
    bool isHash = false;
};

/// Cuts a text at its hashes, which are shown in letters of one width.
std::vector<HashPiece> hashPieces(const QString& text);

/// The texts of an answer, without the tags.
struct AnswerTexts {
    std::string reasoning, finalAnswer;
    std::string outside;  ///< in neither, and not part of them
};
AnswerTexts answerTexts(const inference::Answer& answer);

/// Returns how the answer ended if it is not complete; else an empty text.
QString endingText(const Exchange& exchange);

/// A span of one of several reviews.
struct SpanOfReview {
    int review = 0;  ///< index of the review
    int span = 0;    ///< index of the span in it
    bool operator==(const SpanOfReview&) const = default;
};

/// A part of a text in which nothing begins or ends.
struct TextSegment {
    std::string text{};                 ///< valid UTF-8 if the whole text is
    std::vector<SpanOfReview> spans{};  ///< those that cover it
    std::vector<SpanOfReview> ends{};   ///< those of `spans` that end with it
    int image = 0;                      ///< it refers to Image-<image>; 0: it refers to none
};

/// Cuts the text of a passage where spans and references to images begin and end. Joined, the segments are the text.
/// `imageCount` is the number of the last image that the model saw.
std::vector<TextSegment> segmentsOf(const std::string& text, Passage passage, const std::vector<const Review*>& reviews,
                                    int imageCount);

}  // namespace fleming::app
