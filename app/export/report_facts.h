#pragma once

#include "app/export/exporter.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// What a report says about a session, its questions, models and reviews, in one line each.
namespace fleming::app {

/// Returns the title of a session, or a general one if it has none.
QString reportTitle(const SessionSnapshot& session);

/// Returns up to which event the record of the session is complete, and the hash of that event, by which a reader finds
/// out later whether the session was changed.
QString recordText(const Verification& record);

/// Returns how many questions there are, how many of them have no review, and the verdicts of the reviews that count.
QString overviewText(const std::vector<Exchange>& exchanges);

/// Returns what the models say about themselves, each text once.
QStringList modelDescriptions(const std::vector<Exchange>& exchanges);

/// A question in the contents and above its parts.
struct QuestionHead {
    std::int64_t number = 0;  ///< in the session, as the window and all exports number it
    QString name;             ///< "Question 2"
    QString about;            ///< "conversation 1, follow-up to question 1, 2024-01-05 10:30"; may be empty
    QString beginning;        ///< of its text, in one line
    QString verdicts;         ///< of the reviews that count, or that there are none
    bool isFirst = false;     ///< of the report
    bool isFollowUp = false;
};

/// Returns the head of exchange `index`. Conversations are numbered among `exchanges`, and named if there are several;
/// only questions of `exchanges` are referred to.
QuestionHead questionHead(const std::vector<Exchange>& exchanges, std::size_t index, const ExportOptions& options);

/// Returns with what the answer was made: model, checkpoint, parameters, prompts, numbers of tokens.
QStringList modelFacts(const Exchange& exchange);

/// Returns the reviewer, the time, the confidence and the tags of a review, as far as it has them.
QStringList reviewFacts(const Review& review, const ExportOptions& options);

/// Returns the line about a span: its label, severity and note.
QString spanText(const Review& review, const Span& span);

/// A span or a mark in the list of a review.
struct ReviewPart {
    bool isMark = false;
    int index = 0;  ///< in the spans or marks of the review
    QString name;   ///< of a span "1", of a mark "M1": as in texts and on images
    QString text;   ///< label, severity and note, or shape, image and note
    QString about;  ///< words and passage of a span, and what the part is tied to; may be empty
};

/// Returns the spans of a review, then its marks.
std::vector<ReviewPart> partsOf(const SessionSnapshot& session, const Exchange& exchange, const Review& review);

}  // namespace fleming::app
