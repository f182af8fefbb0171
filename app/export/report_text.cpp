#include "app/export/report_text.h"

#include "app/evidence/references.h"
#include "app/export/captions.h"
#include "app/export/export_time.h"
#include "app/review/taxonomy.h"
#include "inference/reasoning_parser.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace fleming::app {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The bytes [begin, end) of a text.
struct Range {
    std::size_t begin = 0, end = 0;
    bool covers(std::size_t from, std::size_t to) const { return begin <= from && to <= end; }
};

/// Returns the first byte of the character that byte `at` belongs to: a span of a damaged file may cut a character.
std::size_t characterAt(const std::string& text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

}  // namespace

QString plainText(const std::string& text) {
    QString clean = QString::fromStdString(text);
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    clean.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
    });
    // QTextDocument takes an object replacement character for one of its images.
    return clean.replace(QChar::ObjectReplacementCharacter, QChar::ReplacementCharacter);
}

AnswerTexts answerTexts(const inference::Answer& answer) {
    inference::ReasoningParser parser;
    std::string outside;
    const auto take = [&](const std::vector<inference::TextPart>& pieces) {
        for (const auto& piece : pieces) {
            if (piece.channel == inference::Channel::outside) outside += piece.text;
        }
    };
    take(parser.add(answer.text));
    take(parser.finish());
    AnswerTexts texts{parser.reasoning(), parser.finalAnswer(), {}};
    const QString trimmed = QString::fromStdString(outside).trimmed();
    const bool shown = QString::fromStdString(texts.reasoning).contains(trimmed) ||
                       QString::fromStdString(texts.finalAnswer).contains(trimmed);
    if (!shown) texts.outside = trimmed.toStdString();
    return texts;
}

QString reportTitle(const SessionSnapshot& session) {
    return session.title.empty() ? ReportText::tr("Review of model answers") : plainText(session.title);
}

QString recordText(const Verification& record, const QString& quote) {
    const LogHead& head = record.completeUpTo;
    return ReportText::tr("The record of the session is complete up to event %1 of %2. Its head is %3.")
        .arg(QString::number(head.sequence), QString::number(record.events),
             quote + QString::fromStdString(head.hash) + quote);
}

QString modelText(const Exchange& exchange) {
    return ReportText::tr("%1 (%2, %3)")
        .arg(plainText(exchange.modelName), plainText(exchange.dtype), plainText(exchange.device));
}

QString endingText(const Exchange& exchange) {
    switch (exchange.state) {
        case ExchangeState::failed:
            return ReportText::tr("The answer failed: %1").arg(plainText(exchange.failure));
        case ExchangeState::interrupted:
            return ReportText::tr("The program closed while this answer was being generated.");
        case ExchangeState::streaming:
            return ReportText::tr("This answer was still being generated when the report was created.");
        default:
            break;
    }
    if (exchange.answer.finish == inference::Finish::length)
        return ReportText::tr("The answer stopped at the token limit.");
    if (exchange.answer.finish == inference::Finish::cancelled)
        return ReportText::tr("The answer was stopped before it was complete.");
    return {};
}

int followedQuestion(const std::vector<Exchange>& exchanges, std::size_t index) {
    const std::int64_t follows = exchanges[index].follows;
    if (follows == 0) return 0;
    const auto found = std::ranges::find(exchanges, follows, &Exchange::id);
    return found == exchanges.end() ? 0 : static_cast<int>(found - exchanges.begin()) + 1;
}

std::vector<TextSegment> segmentsOf(const std::string& text, Passage passage, const std::vector<const Review*>& reviews,
                                    int imageCount) {
    std::vector<std::pair<Range, SpanOfReview>> spans;
    for (int r = 0; r < static_cast<int>(reviews.size()); ++r) {
        const std::vector<Span>& all = reviews[static_cast<std::size_t>(r)]->spans;
        for (int s = 0; s < static_cast<int>(all.size()); ++s) {
            const Span& span = all[static_cast<std::size_t>(s)];
            if (span.passage != passage) continue;
            const Range range{characterAt(text, span.begin), characterAt(text, span.end)};
            if (range.begin < range.end) spans.push_back({range, {r, s}});
        }
    }
    std::vector<std::pair<Range, int>> references;
    const QString whole = QString::fromStdString(text);
    for (const Reference& reference : findReferences(whole, imageCount)) {
        const auto begin = static_cast<std::size_t>(whole.left(reference.start).toUtf8().size());
        const auto length = static_cast<std::size_t>(whole.mid(reference.start, reference.length).toUtf8().size());
        references.push_back({{begin, std::min(text.size(), begin + length)}, reference.number});
    }
    std::set<std::size_t> cuts{0, text.size()};
    for (const auto& [range, what] : spans)
        cuts.insert({range.begin, range.end});
    for (const auto& [range, what] : references)
        cuts.insert({range.begin, range.end});

    std::vector<TextSegment> segments;
    for (auto from = cuts.begin(), to = std::next(from); to != cuts.end(); ++from, ++to) {
        TextSegment segment;
        segment.text = text.substr(*from, *to - *from);
        for (const auto& [range, span] : spans) {
            if (range.covers(*from, *to)) segment.spans.push_back(span);
        }
        for (const auto& [range, image] : references) {
            if (range.covers(*from, *to)) segment.image = image;
        }
        segments.push_back(std::move(segment));
    }
    return segments;
}

QString spanText(const Review& review, const Span& span) {
    QStringList parts{shownName(taxonomyOf(review.taxonomy), span.label)};
    if (span.severity) parts << describe(*span.severity);
    if (!span.note.empty()) parts << plainText(span.note);
    return parts.join(QStringLiteral(" · "));
}

QString verdictsText(const Exchange& exchange) {
    QStringList verdicts;
    for (const Review* review : currentReviews(exchange.reviews))
        verdicts << describe(review->verdict);
    verdicts.removeDuplicates();
    return verdicts.isEmpty() ? ReportText::tr("not reviewed") : verdicts.join(QStringLiteral(", "));
}

QStringList reviewFacts(const Review& review, const ExportOptions& options) {
    QStringList facts{plainText(reviewerText(review).toStdString()), shownTime(review.timeMs, options)};
    if (review.confidence) facts << ReportText::tr("confidence %1 of 5").arg(*review.confidence);
    facts.removeAll(QString());
    return facts;
}

}  // namespace fleming::app
