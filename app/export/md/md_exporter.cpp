#include "app/export/md/md_exporter.h"

#include "app/about.h"
#include "app/errors/error_text.h"
#include "app/export/captions.h"
#include "app/export/export_time.h"
#include "app/export/report_text.h"
#include "app/studies/series_name.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QStringList>

namespace fleming::app {

namespace {

struct MdText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Escapes what CommonMark could take for markup (section 2.4: any ASCII punctuation may be escaped).
QString escaped(const QString& text) {
    static const QString kMarkup = QStringLiteral("\\`*_{}[]<>()#+-.!|&~:=\"'^$@");
    QString result;
    for (const QChar c : text) {
        if (kMarkup.contains(c)) result += QLatin1Char('\\');
        result += c;
    }
    return result;
}

QString escaped(const std::string& text) {
    return escaped(plainText(text));
}

/// Returns a text as a block quotation that keeps its lines.
QString quotation(const std::string& text) {
    QString result;
    for (const QString& line : escaped(text).split(QLatin1Char('\n')))
        result += QLatin1String("> ") + line + (line.isEmpty() ? QString() : QStringLiteral("\\")) + QLatin1Char('\n');
    // A backslash at the end of the last line would be shown.
    if (result.endsWith(QLatin1String("\\\n"))) result.remove(result.size() - 2, 1);
    return result + QLatin1Char('\n');
}

class Writer {
public:
    Writer(QIODevice& device, const SessionSnapshot& session, const ExportOptions& options)
        : device_(device), session_(session), options_(options) {
        for (const Exchange& exchange : session.exchanges)
            studies_.add(exchange.evidence);
    }

    void begin() {
        put(QLatin1String("# ") + escaped(reportTitle(session_)) + QLatin1String("\n\n**") +
            escaped(researchOnlyStatement()) + QLatin1String("**\n\n"));
        if (!session_.record) return;
        put(recordText(*session_.record, QStringLiteral("`")) + QLatin1String("\n\n"));
        if (session_.record->fault)
            put(QLatin1String("**") + escaped(reasonOf(*session_.record->fault)) + QLatin1String("**\n\n"));
    }

    void exchange(std::size_t index) {
        const Exchange& exchange = session_.exchanges[index];
        QStringList about;
        if (const int follows = followedQuestion(session_.exchanges, index))
            about << MdText::tr("follow-up to question %1").arg(follows);
        about << shownTime(exchange.askedMs, options_);
        about.removeAll(QString());
        put(QLatin1String("## ") + MdText::tr("Question %1").arg(index + 1) + QLatin1String("\n\n"));
        line(about.join(QLatin1String(", ")));
        put(quotation(exchange.question));
        evidence(exchange);
        const AnswerTexts texts = answerTexts(exchange.answer);
        passage(MdText::tr("Model reasoning"), texts.reasoning);
        passage(MdText::tr("Other model output"), texts.outside);
        passage(MdText::tr("Model answer"), texts.finalAnswer);
        if (texts.finalAnswer.empty()) line(MdText::tr("The model gave no final answer."));
        line(endingText(exchange));
        reviews(exchange);
        heading(MdText::tr("Model and parameters"));
        line(modelText(exchange));
        line(describe(exchange.options));
    }

private:
    void put(const QString& text) { device_.write(text.toUtf8()); }

    void heading(const QString& text) { put(QLatin1String("### ") + escaped(text) + QLatin1String("\n\n")); }

    void line(const QString& text) {
        if (!text.isEmpty()) put(escaped(text) + QLatin1String("\n\n"));
    }

    void passage(const QString& name, const std::string& text) {
        if (text.empty()) return;
        heading(name);
        put(quotation(text));
    }

    void evidence(const Exchange& exchange) {
        if (exchange.evidence.empty()) return;
        heading(MdText::tr("Evidence"));
        int number = exchange.firstImage;
        for (const viewer::Frame& frame : exchange.evidence) {
            QStringList parts = captionLines(frame.provenance, studies_);
            parts.prepend(MdText::tr("Image-%1").arg(number++));
            put(QLatin1String("- ") + escaped(parts.join(QLatin1String(", "))) + QLatin1Char('\n'));
        }
        put(QStringLiteral("\n"));
    }

    void reviews(const Exchange& exchange) {
        heading(MdText::tr("Review"));
        if (exchange.reviews.empty()) return line(MdText::tr("Not reviewed."));
        for (const Review* review : currentReviews(exchange.reviews)) {
            QStringList about{describe(review->verdict)};
            about << reviewFacts(*review, options_);
            for (const std::string& tag : review->tags)
                about << plainText(tag);
            about.removeAll(QString());
            line(about.join(QLatin1String(", ")));
            if (!review->comment.empty()) put(quotation(review->comment));
            if (!review->correctedAnswer.empty()) {
                line(MdText::tr("Corrected answer"));
                put(quotation(review->correctedAnswer));
            }
            for (const Span& span : review->spans) {
                const std::string text(textOf(exchange.answer, span));
                put(QLatin1String("- \"") + escaped(text).simplified() + QLatin1String("\": ") +
                    escaped(spanText(*review, span)).replace(QLatin1Char('\n'), QLatin1Char(' ')) + QLatin1Char('\n'));
            }
            if (!review->spans.empty()) put(QStringLiteral("\n"));
        }
    }

    QIODevice& device_;
    const SessionSnapshot& session_;
    const ExportOptions& options_;
    StudyNames studies_;
};

void writeMd(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
             const ExportProgress& progress, const std::stop_token& stop) {
    Writer writer(device, session, options);
    writer.begin();
    for (std::size_t i = 0; i < session.exchanges.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        writer.exchange(i);
        progress(static_cast<double>(i + 1) / static_cast<double>(session.exchanges.size()));
    }
}

}  // namespace

const Exporter kMdExporter{.id = "md",
                           .name = QT_TRANSLATE_NOOP("Exporters", "Markdown"),
                           .suffix = "md",
                           .isText = true,
                           .writeFile = writeMd};

}  // namespace fleming::app
