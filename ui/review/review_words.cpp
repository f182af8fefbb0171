#include "ui/review/review_words.h"

#include "app/export/captions.h"
#include "app/session/exchange.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPixmap>
#include <QStringList>

namespace fleming::ui {

namespace {

/// The context of the strings in this file.
struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString spanLine(const app::Taxonomy& taxonomy, const app::Span& span, const inference::Answer& answer) {
    const std::string_view words = app::textOf(answer, span);
    const QString what = quoted(QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())));
    return span.passage == app::Passage::reasoning
               ? ReviewWords::tr("In the reasoning, %1: %2", "words: their label").arg(what, spanText(taxonomy, span))
               : ReviewWords::tr("In the answer, %1: %2", "words: their label").arg(what, spanText(taxonomy, span));
}

}  // namespace

QString verdictName(app::Verdict verdict) {
    switch (verdict) {
        case app::Verdict::correct:
            return ReviewWords::tr("Correct");
        case app::Verdict::partlyCorrect:
            return ReviewWords::tr("Partly correct");
        case app::Verdict::wrong:
            return ReviewWords::tr("Wrong");
        case app::Verdict::cannotJudge:
            return ReviewWords::tr("Cannot judge");
    }
    return {};
}

QColor verdictColor(app::Verdict verdict) {
    switch (verdict) {
        case app::Verdict::correct:
            return goodColor();
        case app::Verdict::partlyCorrect:
            return partlyColor();
        case app::Verdict::wrong:
            return badColor();
        case app::Verdict::cannotJudge:
            return mutedText();
    }
    return {};
}

QString severityName(app::Severity severity) {
    switch (severity) {
        case app::Severity::minor:
            return ReviewWords::tr("Minor");
        case app::Severity::moderate:
            return ReviewWords::tr("Moderate");
        case app::Severity::severe:
            return ReviewWords::tr("Severe");
    }
    return {};
}

QString confidenceName(int confidence) {
    switch (confidence) {
        case 1:
            return ReviewWords::tr("1: a guess");
        case 2:
            return ReviewWords::tr("2: unsure");
        case 3:
            return ReviewWords::tr("3: fairly sure");
        case 4:
            return ReviewWords::tr("4: sure");
        default:
            return ReviewWords::tr("5: certain");
    }
}

QString shownReviewer(const app::Reviewer& reviewer) {
    if (reviewer.name.empty() && reviewer.code.empty()) return ReviewWords::tr("no name");
    if (reviewer.name.empty()) return text(reviewer.code);
    if (reviewer.code.empty()) return text(reviewer.name);
    return ReviewWords::tr("%1 (%2)", "name (code)").arg(text(reviewer.name), text(reviewer.code));
}

QString shownReviewer(const app::Review& review) {
    return shownReviewer(app::Reviewer{review.reviewer, review.reviewerCode});
}

QColor labelColor(const app::Taxonomy& taxonomy, const std::string& label) {
    const app::TaxonomyLabel* found = taxonomy.find(label);
    return found == nullptr ? mutedText() : labelColor(static_cast<int>(found - taxonomy.labels.data()));
}

QIcon labelIcon(const app::Taxonomy& taxonomy, const std::string& label) {
    QPixmap pixmap(10, 10);
    pixmap.fill(labelColor(taxonomy, label));
    return pixmap;
}

QString spanText(const app::Taxonomy& taxonomy, const app::Span& span) {
    QStringList parts{app::shownName(taxonomy, span.label)};
    if (span.severity) parts << severityName(*span.severity);
    if (!span.note.empty()) parts << text(span.note);
    return parts.join(QStringLiteral(" · "));
}

QString quoted(const QString& text) {
    constexpr qsizetype kLongest = 60;
    QString line = text.simplified();
    if (line.size() > kLongest) line = line.left(kLongest - 1) + QStringLiteral("…");
    return QLocale().quoteString(line);
}

QString headingOf(const app::Review& review) {
    const QStringList parts{shownReviewer(review), verdictName(review.verdict), app::localTime(review.timeMs)};
    return parts.join(QStringLiteral(" · "));
}

QString missingText(app::ReviewDraft::Missing missing) {
    switch (missing) {
        case app::ReviewDraft::Missing::verdict:
            return ReviewWords::tr("Choose a verdict to submit.");
        case app::ReviewDraft::Missing::reviewer:
            return ReviewWords::tr("Say who you are to submit.");
        case app::ReviewDraft::Missing::reason:
            return ReviewWords::tr("Give a reason for the change to submit.");
    }
    return {};
}

QString reviewText(const app::Review& review, const inference::Answer& answer,
                   const std::vector<app::MeasurementChoice>& measurements) {
    QStringList lines{headingOf(review)};
    const auto add = [&lines](const QString& line, const std::string& value) {
        if (!value.empty()) lines << line.arg(text(value));
    };
    add(ReviewWords::tr("Reason for the change: %1"), review.reason);
    if (review.confidence) lines << ReviewWords::tr("Confidence: %1").arg(confidenceName(*review.confidence));
    add(ReviewWords::tr("Comment: %1"), review.comment);
    add(ReviewWords::tr("Corrected answer: %1"), review.correctedAnswer);
    QStringList tags;
    for (const std::string& tag : review.tags)
        tags << text(tag);
    if (!tags.isEmpty()) lines << ReviewWords::tr("Tags: %1").arg(tags.join(QStringLiteral(", ")));
    const app::Taxonomy taxonomy = app::taxonomyOf(review.taxonomy);
    for (int i = 0; i < static_cast<int>(review.spans.size()); ++i) {
        const QString line = spanLine(taxonomy, review.spans[static_cast<std::size_t>(i)], answer);
        const QString tied = app::shownMeasurements(app::measuredWith(review, i), measurements);
        lines << (tied.isEmpty() ? line : line + QStringLiteral(" · ") + tied);
    }
    const auto marks = static_cast<int>(review.marks.size());
    if (marks > 0) lines << ReviewWords::tr("%n mark(s) on images", nullptr, marks);
    if (!review.spans.empty()) {
        lines
            << ReviewWords::tr("Labels: %1, version %2").arg(text(review.taxonomy.name), text(review.taxonomy.version));
    }
    if (review.activeMs) {
        const auto seconds = static_cast<int>((*review.activeMs + 500) / 1000);
        lines << ReviewWords::tr("Time spent: %n second(s)", nullptr, seconds);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace fleming::ui
