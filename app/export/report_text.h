#pragma once

#include "app/export/exporter.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

/// The texts of an exchange as formats for people show them.
namespace fleming::app {

/// Returns a text that a person or the model wrote as plain text: with line feeds only, without control characters.
QString plainText(const std::string& text);

/// The texts of an answer, without the tags.
struct AnswerTexts {
    std::string reasoning, finalAnswer;
    std::string outside;  ///< in neither, and not part of them
};
AnswerTexts answerTexts(const inference::Answer& answer);

/// Returns the title of a session, or a general one if it has none.
QString reportTitle(const SessionSnapshot& session);

/// Returns up to which event the record of the session is complete, and the hash of that event between two `quote`. The
/// hash lets a reader find out later whether the session was changed.
QString recordText(const Verification& record, const QString& quote = {});

/// Returns the model with its data type and device.
QString modelText(const Exchange& exchange);

/// Returns how the answer ended if it is not complete; else an empty text.
QString endingText(const Exchange& exchange);

/// Returns the number of the question, from 1, that exchange `index` continues, or 0 if it begins a conversation or
/// that question is not among `exchanges`.
int followedQuestion(const std::vector<Exchange>& exchanges, std::size_t index);

/// A span of one of several reviews.
struct SpanOfReview {
    int review = 0;  ///< index of the review
    int span = 0;    ///< index of the span in it
    bool operator==(const SpanOfReview&) const = default;
};

/// A part of a text in which nothing begins or ends.
struct TextSegment {
    std::string text;                 ///< valid UTF-8 if the whole text is
    std::vector<SpanOfReview> spans;  ///< those that cover it
    int image = 0;                    ///< it refers to Image-<image>; 0: it refers to none
};

/// Cuts the text of a passage where spans and references to images begin and end. Joined, the segments are the text.
/// `imageCount` is the number of the last image that the model saw.
std::vector<TextSegment> segmentsOf(const std::string& text, Passage passage, const std::vector<const Review*>& reviews,
                                    int imageCount);

/// Returns the lines about a span: its label, severity and note.
QString spanText(const Review& review, const Span& span);

/// Returns the distinct verdicts of the reviews that count, or that there are none.
QString verdictsText(const Exchange& exchange);

/// Returns the reviewer, the time and the confidence of a review, as far as it has them.
QStringList reviewFacts(const Review& review, const ExportOptions& options);

}  // namespace fleming::app
