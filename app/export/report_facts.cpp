#include "app/export/report_facts.h"

#include "app/export/captions.h"
#include "app/export/export_time.h"
#include "app/export/measurement_selection.h"
#include "app/export/report_text.h"
#include "app/export/reported_measurement.h"
#include "app/models/model_description.h"
#include "app/review/shown_marks.h"
#include "app/review/taxonomy.h"
#include "viewer/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace fleming::app {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using viewer::countText;

const QString kBetween = QStringLiteral(" · ");

QString description(const Exchange& exchange) {
    return plainText(shownDescription(exchange.modelDescription));
}

/// Returns the number of a conversation in the order in which the conversations begin, or 0 if there is only one.
int conversationNumber(const std::vector<Exchange>& exchanges, std::int64_t conversation) {
    std::vector<std::int64_t> all;
    for (const Exchange& exchange : exchanges) {
        if (std::ranges::find(all, exchange.conversation) == all.end()) all.push_back(exchange.conversation);
    }
    if (all.size() < 2) return 0;
    return static_cast<int>(std::ranges::find(all, conversation) - all.begin()) + 1;
}

/// Returns the number of the question that exchange `index` continues, or 0 if it begins a conversation or that
/// question is not in the report.
std::int64_t followedQuestion(const std::vector<Exchange>& exchanges, std::size_t index) {
    const std::int64_t follows = exchanges[index].follows;
    return std::ranges::find(exchanges, follows, &Exchange::id) == exchanges.end() ? 0 : follows;
}

/// Returns the number of the first question in whose place exchange `index` was asked, or 0 if it is itself the first.
std::int64_t branchedQuestion(const std::vector<Exchange>& exchanges, std::size_t index) {
    const Exchange& exchange = exchanges[index];
    for (std::size_t i = 0; i < index; ++i) {
        if (exchanges[i].conversation == exchange.conversation && exchanges[i].follows == exchange.follows)
            return exchanges[i].id;
    }
    return 0;
}

/// Returns the distinct verdicts of the reviews that count, or that there are none.
QString verdictsText(const Exchange& exchange) {
    QStringList verdicts;
    for (const Review* review : currentReviews(exchange.reviews))
        verdicts << describe(review->verdict);
    verdicts.removeDuplicates();
    return verdicts.isEmpty() ? ReportText::tr("not reviewed") : verdicts.join(QStringLiteral(", "));
}

/// Returns the beginning of a line, at most as long as a line of the contents.
QString beginningOf(const QString& line) {
    constexpr qsizetype kLongest = 72;  // characters
    return line.size() <= kLongest ? line : line.left(kLongest - 1).trimmed() + QChar(0x2026);
}

QString shapeText(const Mark& mark) {
    switch (mark.shape) {
        case MarkShape::box:
            return ReportText::tr("box on Image-%1").arg(mark.image);
        case MarkShape::ellipse:
            return ReportText::tr("ellipse on Image-%1").arg(mark.image);
        default:
            return ReportText::tr("arrow on Image-%1").arg(mark.image);
    }
}

/// Returns the measurements to which a span is tied, with their first values, as far as the session has them.
QString measuredText(const SessionSnapshot& session, const Review& review, int span) {
    QStringList names;
    for (const RecordedMeasurement* each : measurementsOfSpan(session, review, span))
        names << measurementName(*each);
    if (names.isEmpty()) return {};
    const QString all = names.join(QStringLiteral(", "));
    return names.size() == 1 ? ReportText::tr("tied to measurement %1").arg(all)
                             : ReportText::tr("tied to measurements %1").arg(all);
}

ReviewPart spanPart(const SessionSnapshot& session, const Exchange& exchange, const Review& review, int index) {
    const Span& span = review.spans[static_cast<std::size_t>(index)];
    ReviewPart part{
        .index = index, .name = QString::number(index + 1), .text = plainText(spanText(review, span)), .about = {}};
    QStringList about;
    const QString words = plainText(std::string(textOf(exchange.answer, span))).simplified();
    if (!words.isEmpty()) {
        about << (span.passage == Passage::reasoning ? ReportText::tr("“%1” in the reasoning", "the words of a span")
                                                     : ReportText::tr("“%1”", "the words of a span"))
                     .arg(words);
    }
    QStringList marks;
    for (const int mark : marksLinkedWith(review, index))
        marks << markName(mark);
    if (!marks.isEmpty()) about << ReportText::tr("tied to %1", "names of marks").arg(marks.join(QStringLiteral(", ")));
    about << measuredText(session, review, index);
    about.removeAll(QString());
    part.about = about.join(kBetween);
    return part;
}

ReviewPart markPart(const Review& review, int index) {
    const Mark& mark = review.marks[static_cast<std::size_t>(index)];
    ReviewPart part{.isMark = true, .index = index, .name = markName(index), .text = shapeText(mark), .about = {}};
    if (!mark.note.empty()) part.text += kBetween + plainText(mark.note);
    QStringList spans;
    for (const int span : spansLinkedWith(review, index))
        spans << QString::number(span + 1);
    if (spans.size() == 1) part.about = ReportText::tr("tied to span %1").arg(spans.front());
    if (spans.size() > 1) part.about = ReportText::tr("tied to spans %1").arg(spans.join(QStringLiteral(", ")));
    return part;
}

}  // namespace

QString reportTitle(const SessionSnapshot& session) {
    return session.title.empty() ? ReportText::tr("Review of model answers") : plainText(session.title);
}

QString recordText(const Verification& record) {
    const LogHead& head = record.completeUpTo;
    return ReportText::tr("The record of the session is complete up to event %1 of %2. Its head is %3.")
        .arg(QString::number(head.sequence), QString::number(record.events), QString::fromStdString(head.hash));
}

QString overviewText(const std::vector<Exchange>& exchanges) {
    int reviews = 0;
    std::size_t without = 0;
    std::map<Verdict, int> verdicts;
    for (const Exchange& exchange : exchanges) {
        without += exchange.reviews.empty() ? 1 : 0;
        for (const Review* review : currentReviews(exchange.reviews)) {
            ++verdicts[review->verdict];
            ++reviews;
        }
    }
    QStringList counts;
    for (const auto& [verdict, count] : verdicts)
        counts << ReportText::tr("%1: %2").arg(describe(verdict)).arg(count);
    QStringList facts{ReportText::tr("Questions: %1").arg(exchanges.size())};
    if (without > 0) facts << ReportText::tr("Questions without a review: %1").arg(without);
    facts << (counts.isEmpty() ? ReportText::tr("Reviews: %1").arg(reviews)
                               : ReportText::tr("Reviews: %1 (%2)", "their number, the numbers of verdicts")
                                     .arg(QString::number(reviews), counts.join(QStringLiteral(", "))));
    return facts.join(kBetween);
}

QStringList modelDescriptions(const std::vector<Exchange>& exchanges) {
    QStringList descriptions;
    for (const Exchange& exchange : exchanges)
        descriptions << description(exchange);
    descriptions.removeDuplicates();
    descriptions.removeAll(QString());
    return descriptions;
}

QuestionHead questionHead(const std::vector<Exchange>& exchanges, std::size_t index, const ExportOptions& options) {
    const Exchange& exchange = exchanges[index];
    const int conversation = conversationNumber(exchanges, exchange.conversation);
    const std::int64_t follows = followedQuestion(exchanges, index), branches = branchedQuestion(exchanges, index);
    QStringList about;
    if (conversation != 0) about << ReportText::tr("conversation %1").arg(conversation);
    if (follows != 0) about << ReportText::tr("follow-up to question %1").arg(follows);
    if (branches != 0) about << ReportText::tr("another branch of question %1").arg(branches);
    about << shownTime(exchange.askedMs, options);
    about.removeAll(QString());
    const QString name = ReportText::tr("Question %1").arg(exchange.id),
                  text = plainText(exchange.question).simplified();
    return {.number = exchange.id,
            .name = name,
            .about = about.join(QStringLiteral(", ")),
            .beginning = text.isEmpty() ? name : beginningOf(text),
            .verdicts = verdictsText(exchange),
            .isFirst = index == 0,
            .isFollowUp = follows != 0};
}

QStringList modelFacts(const Exchange& exchange) {
    QStringList facts{ReportText::tr("%1 (%2, %3)")
                          .arg(plainText(exchange.modelName), plainText(exchange.dtype), plainText(exchange.device)),
                      description(exchange), plainText(exchange.modelPath)};
    if (!exchange.modelSha256.empty()) facts << ReportText::tr("SHA-256 %1").arg(plainText(exchange.modelSha256));
    facts << describe(exchange.options)
          << (exchange.reasoningPrompt ? ReportText::tr("with Fleming-VL's reasoning prompt")
                                       : ReportText::tr("without a reasoning prompt"));
    if (!exchange.systemText.empty()) facts << ReportText::tr("System prompt: %1").arg(plainText(exchange.systemText));
    if (exchange.answer.promptTokens > 0) {
        facts << ReportText::tr("%1 prompt tokens, including %2 image tokens; %3 answer tokens in %4")
                     .arg(countText(exchange.answer.promptTokens), countText(exchange.answer.imageTokens),
                          countText(static_cast<std::int64_t>(exchange.answer.tokens.size())),
                          viewer::durationText(exchange.answer.timing.decodeSeconds));
    }
    facts.removeAll(QString());
    return facts;
}

QStringList reviewFacts(const Review& review, const ExportOptions& options) {
    QStringList facts{plainText(reviewerText(review)), shownTime(review.timeMs, options)};
    if (review.confidence) facts << ReportText::tr("confidence %1 of 5").arg(*review.confidence);
    for (const std::string& tag : review.tags)
        facts << plainText(tag);
    facts.removeAll(QString());
    return facts;
}

QString spanText(const Review& review, const Span& span) {
    QStringList parts{shownName(taxonomyOf(review.taxonomy), span.label)};
    if (span.severity) parts << describe(*span.severity);
    if (!span.note.empty()) parts << plainText(span.note);
    return parts.join(kBetween);
}

std::vector<ReviewPart> partsOf(const SessionSnapshot& session, const Exchange& exchange, const Review& review) {
    std::vector<ReviewPart> parts;
    parts.reserve(review.spans.size() + review.marks.size());
    for (int i = 0; i < std::ssize(review.spans); ++i)
        parts.push_back(spanPart(session, exchange, review, i));
    for (int i = 0; i < std::ssize(review.marks); ++i)
        parts.push_back(markPart(review, i));
    return parts;
}

}  // namespace fleming::app
