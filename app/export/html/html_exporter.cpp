#include "app/export/html/html_exporter.h"

#include "app/about.h"
#include "app/errors/error_text.h"
#include "app/export/captions.h"
#include "app/export/export_time.h"
#include "app/export/report_text.h"
#include "app/review/shown_marks.h"
#include "app/session/file/stored_image.h"
#include "app/studies/series_name.h"
#include "base/error.h"
#include "viewer/marks/mark_geometry.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::app {

namespace {

struct HtmlText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr int kColours = 6;  // of reviewers, in report.css

QString escaped(const std::string& text) {
    return plainText(text).toHtmlEscaped();
}

QString resource(const char* name) {
    QFile file(QLatin1String(":/report/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString pngData(const viewer::RgbImage& image) {
    return QLatin1String("data:image/png;base64,") + QString::fromLatin1(toPng(image).toBase64());
}

QString colourClass(std::size_t review) {
    return QLatin1Char('c') + QString::number(review % kColours);
}

/// Writes the page to a device piece by piece: the images of a long session do not fit in one text.
class Writer {
public:
    Writer(QIODevice& device, const SessionSnapshot& session, const ExportOptions& options)
        : device_(device), session_(session), options_(options) {
        for (const Exchange& exchange : session.exchanges)
            studies_.add(exchange.evidence);
    }

    void begin() {
        const QString title = reportTitle(session_).toHtmlEscaped();
        put(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                           "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")
                .arg(QLocale().bcp47Name()));
        put(QLatin1String("<title>") + title + QLatin1String("</title>\n<style>\n") + resource("report.css") +
            QLatin1String("</style>\n</head>\n<body>\n<h1>") + title + QLatin1String("</h1>\n"));
        paragraph(escaped(researchOnlyStatement()), "warning");
        if (session_.record) record(*session_.record);
        contents();
    }

    void exchange(std::size_t index) {
        const Exchange& exchange = session_.exchanges[index];
        const std::vector<const Review*> reviews = currentReviews(exchange.reviews);
        id_ = QStringLiteral("q%1").arg(index + 1);
        put(QStringLiteral("<section id=\"%1\">\n<h2>%2").arg(id_, HtmlText::tr("Question %1").arg(index + 1)));
        QStringList about;
        if (const int follows = followedQuestion(session_.exchanges, index))
            about << HtmlText::tr("follow-up to question %1").arg(follows);
        about << shownTime(exchange.askedMs, options_);
        about.removeAll(QString());
        put(QLatin1String(" <small>") + about.join(QLatin1String(", ")).toHtmlEscaped() +
            QLatin1String("</small></h2>\n"));
        text(HtmlText::tr("Question"), "question", escaped(exchange.question));
        images(exchange, reviews);
        answer(exchange, reviews);
        reviewsOf(reviews);
        facts(exchange);
        put(QStringLiteral("</section>\n"));
    }

    void end() {
        put(QLatin1String("<dialog></dialog>\n<script>\n") + resource("report.js") +
            QLatin1String("</script>\n</body>\n</html>\n"));
    }

private:
    void put(const QString& html) { device_.write(html.toUtf8()); }

    void paragraph(const QString& html, const char* kind = "quiet") {
        if (!html.isEmpty()) put(QStringLiteral("<p class=\"%1\">%2</p>\n").arg(QLatin1String(kind), html));
    }

    void label(const QString& name) { put(QLatin1String("<h3>") + name.toHtmlEscaped() + QLatin1String("</h3>\n")); }

    void text(const QString& name, const char* kind, const QString& html) {
        label(name);
        put(QStringLiteral("<div class=\"text %1\">%2</div>\n").arg(QLatin1String(kind), html));
    }

    /// Says what the check of the log found.
    void record(const Verification& record) {
        paragraph(recordText(record).toHtmlEscaped(), "quiet head");
        if (record.fault) paragraph(reasonOf(*record.fault).toHtmlEscaped(), "warning");
    }

    void contents() {
        label(HtmlText::tr("Contents"));
        put(QStringLiteral("<ol>\n"));
        for (std::size_t i = 0; i < session_.exchanges.size(); ++i) {
            const Exchange& exchange = session_.exchanges[i];
            put(QStringLiteral("<li><a href=\"#q%1\">%2</a> <small>%3</small></li>\n")
                    .arg(QString::number(i + 1), escaped(exchange.question), verdictsText(exchange).toHtmlEscaped()));
        }
        put(QStringLiteral("</ol>\n"));
    }

    // --- evidence ---------------------------------------------------------------------------------------------------

    void images(const Exchange& exchange, const std::vector<const Review*>& reviews) {
        if (exchange.evidence.empty()) return;
        label(HtmlText::tr("Evidence"));
        put(QStringLiteral("<div class=\"images\">\n"));
        int number = exchange.firstImage;
        for (const viewer::Frame& frame : exchange.evidence)
            image(frame, number++, reviews);
        put(QStringLiteral("</div>\n"));
    }

    void image(const viewer::Frame& frame, int number, const std::vector<const Review*>& reviews) {
        const QString name = HtmlText::tr("Image-%1").arg(number);
        put(QStringLiteral("<figure id=\"%1-i%2\"><button class=\"frame\" type=\"button\" title=\"%3\"><img alt=\"%3\" "
                           "src=\"%4\">")
                .arg(id_, QString::number(number), name.toHtmlEscaped(), pngData(frame.image)));
        put(QStringLiteral("<svg viewBox=\"0 0 %1 %2\">").arg(frame.image.width).arg(frame.image.height));
        for (std::size_t r = 0; r < reviews.size(); ++r) {
            for (std::size_t m = 0; m < reviews[r]->marks.size(); ++m) {
                if (reviews[r]->marks[m].image == number) mark(reviews, r, m);
            }
        }
        put(QStringLiteral("</svg></button><figcaption><b>%1</b>").arg(name.toHtmlEscaped()));
        for (const QString& line : captionLines(frame.provenance, studies_))
            put(QLatin1String("<br>") + plainText(line.toStdString()).toHtmlEscaped());
        put(QStringLiteral("</figcaption></figure>\n"));
    }

    void mark(const std::vector<const Review*>& reviews, std::size_t r, std::size_t m) {
        const Mark& mark = reviews[r]->marks[m];
        const QRectF bounds = viewer::bounds(placeOf(mark));
        QString shape;
        switch (mark.shape) {
            case MarkShape::box:
                shape =
                    QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"")
                        .arg(number(bounds.x()), number(bounds.y()), number(bounds.width()), number(bounds.height()));
                break;
            case MarkShape::ellipse:
                shape = QStringLiteral("<ellipse cx=\"%1\" cy=\"%2\" rx=\"%3\" ry=\"%4\"")
                            .arg(number(bounds.center().x()), number(bounds.center().y()), number(bounds.width() / 2),
                                 number(bounds.height() / 2));
                break;
            case MarkShape::arrow:
                shape = arrowPath(mark);
                break;
        }
        const QString caption = markCaption(*reviews[r], static_cast<int>(m), reviewerTag(*reviews[r]));
        const QString title = plainText(caption.toStdString()).toHtmlEscaped();
        put(shape + QStringLiteral(" class=\"edge\"/>") + shape +
            QStringLiteral(" class=\"%1\" data-of=\"%2\"><title>%3</title></%4>")
                .arg(colourClass(r), markNames(*reviews[r], r, m), title,
                     mark.shape == MarkShape::box       ? QStringLiteral("rect")
                     : mark.shape == MarkShape::ellipse ? QStringLiteral("ellipse")
                                                        : QStringLiteral("path")));
    }

    static QString number(double value) { return QString::number(value, 'g', 9); }

    /// Returns the beginning of a path: a line with two strokes at (x2, y2).
    static QString arrowPath(const Mark& mark) {
        const QPointF tail(mark.x1, mark.y1), tip(mark.x2, mark.y2);
        const double size = std::min(0.35 * std::hypot(tip.x() - tail.x(), tip.y() - tail.y()), 14.0);
        const QPolygonF head = viewer::arrowHead(tail, tip, 0.87 * size, 0.5 * size);
        const auto at = [](const QPointF& point) { return number(point.x()) + QLatin1Char(' ') + number(point.y()); };
        QString path = QStringLiteral("<path d=\"M%1L%2").arg(at(tail), at(tip));
        for (qsizetype i = 0; i < head.size(); ++i)
            path += (i == 0 ? QLatin1Char('M') : QLatin1Char('L')) + at(head[i]);
        return path + QLatin1Char('"');
    }

    // --- answer -----------------------------------------------------------------------------------------------------

    /// Names by which a span and its marks find each other.
    QString spanName(std::size_t review, std::size_t span) const {
        return QStringLiteral("%1r%2s%3").arg(id_).arg(review).arg(span);
    }

    QString markNames(const Review& review, std::size_t r, std::size_t mark) const {
        QStringList names;
        for (const int span : spansLinkedWith(review, static_cast<int>(mark)))
            names << spanName(r, static_cast<std::size_t>(span));
        return names.join(QLatin1Char(' '));
    }

    void answer(const Exchange& exchange, const std::vector<const Review*>& reviews) {
        const AnswerTexts texts = answerTexts(exchange.answer);
        const auto passage = [&](Passage which, const std::string& words) {
            const int images = exchange.firstImage - 1 + static_cast<int>(exchange.evidence.size());
            QString html;
            for (const TextSegment& segment : segmentsOf(words, which, reviews, images))
                html += segmentHtml(segment, exchange, reviews);
            return html;
        };
        if (!texts.reasoning.empty())
            text(HtmlText::tr("Model reasoning"), "reasoning", passage(Passage::reasoning, texts.reasoning));
        if (!texts.outside.empty()) text(HtmlText::tr("Other model output"), "reasoning", escaped(texts.outside));
        text(HtmlText::tr("Model answer"), "answer",
             texts.finalAnswer.empty() ? HtmlText::tr("The model gave no final answer.").toHtmlEscaped()
                                       : passage(Passage::answer, texts.finalAnswer));
        paragraph(endingText(exchange).toHtmlEscaped(), "warning");
    }

    QString segmentHtml(const TextSegment& segment, const Exchange& exchange,
                        const std::vector<const Review*>& reviews) const {
        QString html = escaped(segment.text);
        if (segment.image >= exchange.firstImage)
            html = QStringLiteral("<a href=\"#%1-i%2\">%3</a>").arg(id_, QString::number(segment.image), html);
        for (const auto& [review, span] : segment.spans) {
            const auto r = static_cast<std::size_t>(review), s = static_cast<std::size_t>(span);
            const QString title = spanText(*reviews[r], reviews[r]->spans[s]).toHtmlEscaped();
            html = QStringLiteral("<span class=\"span %1\" tabindex=\"0\" data-of=\"%2\" title=\"%3\">%4</span>")
                       .arg(colourClass(r), spanName(r, s), title, html);
        }
        return html;
    }

    // --- reviews ----------------------------------------------------------------------------------------------------

    void reviewsOf(const std::vector<const Review*>& reviews) {
        label(HtmlText::tr("Review"));
        if (reviews.empty()) return paragraph(HtmlText::tr("Not reviewed."));
        for (std::size_t r = 0; r < reviews.size(); ++r)
            review(*reviews[r], r);
    }

    void review(const Review& review, std::size_t r) {
        put(QStringLiteral("<div class=\"review %1\">\n<b>%2</b>").arg(colourClass(r), describe(review.verdict)));
        put(QLatin1String(" <small>") + reviewFacts(review, options_).join(QLatin1String(", ")).toHtmlEscaped() +
            QLatin1String("</small>\n"));
        for (const std::string& tag : review.tags)
            put(QLatin1String("<span class=\"tag\">") + escaped(tag) + QLatin1String("</span>\n"));
        if (!review.comment.empty()) paragraph(escaped(review.comment), "comment");
        if (!review.correctedAnswer.empty())
            text(HtmlText::tr("Corrected answer"), "corrected", escaped(review.correctedAnswer));
        if (!review.spans.empty()) put(QStringLiteral("<ol>\n"));
        for (std::size_t s = 0; s < review.spans.size(); ++s) {
            put(QStringLiteral("<li tabindex=\"0\" data-of=\"%1\">%2</li>\n")
                    .arg(spanName(r, s), spanText(review, review.spans[s]).toHtmlEscaped()));
        }
        if (!review.spans.empty()) put(QStringLiteral("</ol>\n"));
        if (!review.reason.empty())
            paragraph(HtmlText::tr("Reason for the change: %1").arg(plainText(review.reason)).toHtmlEscaped());
        put(QStringLiteral("</div>\n"));
    }

    void facts(const Exchange& exchange) {
        label(HtmlText::tr("Model and parameters"));
        QStringList lines{modelText(exchange), plainText(exchange.modelPath)};
        if (!exchange.modelSha256.empty()) lines << HtmlText::tr("SHA-256 %1").arg(plainText(exchange.modelSha256));
        lines << describe(exchange.options) << sourceLines(exchange.evidence, exchange.firstImage);
        lines.removeAll(QString());
        put(QStringLiteral("<small class=\"head\">"));
        for (const QString& line : std::as_const(lines))
            put(plainText(line.toStdString()).toHtmlEscaped() + QLatin1String("<br>"));
        put(QStringLiteral("</small>\n"));
    }

    QIODevice& device_;
    const SessionSnapshot& session_;
    const ExportOptions& options_;
    StudyNames studies_;
    QString id_;  // of the section of the exchange
};

void writeHtml(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
               const ExportProgress& progress, const std::stop_token& stop) {
    Writer writer(device, session, options);
    writer.begin();
    for (std::size_t i = 0; i < session.exchanges.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        writer.exchange(i);
        progress(static_cast<double>(i + 1) / static_cast<double>(session.exchanges.size()));
    }
    writer.end();
}

}  // namespace

const Exporter kHtmlExporter{.id = "html",
                             .name = QT_TRANSLATE_NOOP("Exporters", "Web page"),
                             .suffix = "html",
                             .hasImages = true,
                             .writeFile = writeHtml};

}  // namespace fleming::app
