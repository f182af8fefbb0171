#include "app/export/report_text.h"

#include "app/evidence/references.h"
#include "inference/reasoning_parser.h"

#include <QCoreApplication>
#include <QRegularExpression>

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
    return plainText(QString::fromStdString(text));
}

QString plainText(const QString& text) {
    QString clean = text;
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    clean.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
    });
    // QTextDocument takes an object replacement character for one of its images.
    return clean.replace(QChar::ObjectReplacementCharacter, QChar::ReplacementCharacter);
}

std::vector<HashPiece> hashPieces(const QString& text) {
    static const QRegularExpression kHash(QStringLiteral("\\b[0-9a-f]{64}\\b"));
    std::vector<HashPiece> pieces;
    qsizetype from = 0;
    const auto add = [&](qsizetype to, bool isHash) {
        if (to > from) pieces.push_back({text.mid(from, to - from), isHash});
        from = to;
    };
    for (auto each = kHash.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch hash = each.next();
        add(hash.capturedStart(), false);
        add(hash.capturedEnd(), true);
    }
    add(text.size(), false);
    return pieces;
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
            if (!range.covers(*from, *to)) continue;
            segment.spans.push_back(span);
            if (range.end == *to) segment.ends.push_back(span);
        }
        for (const auto& [range, image] : references) {
            if (range.covers(*from, *to)) segment.image = image;
        }
        segments.push_back(std::move(segment));
    }
    return segments;
}

}  // namespace fleming::app
