#include "app/export/html/html_exporter.h"

#include "app/export/captions.h"
#include "app/export/html/mark_svg.h"
#include "app/export/measurement_selection.h"
#include "app/export/report.h"
#include "app/review/shown_marks.h"
#include "app/session/file/stored_image.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <set>

namespace fleming::app {

namespace {

constexpr int kColours = 6;  // of reviewers, in report.css

QString resource(const char* name) {
    QFile file(QLatin1String(":/report/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString pngData(const viewer::RgbImage& image) {
    return QLatin1String("data:image/png;base64,") + QString::fromLatin1(toPng(image).toBase64());
}

QString colourClass(int review) {
    return QLatin1Char('c') + QString::number(review % kColours);
}

/// Writes the page to a device piece by piece: the images of a long session do not fit in one text.
class HtmlFormat : public ReportFormat {
public:
    explicit HtmlFormat(QIODevice& device) : device_(device) {}

    void title(const QString& text) override {
        const QString title = text.toHtmlEscaped();
        put(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                           "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")
                .arg(QLocale().bcp47Name()));
        put(QLatin1String("<title>") + title + QLatin1String("</title>\n<style>\n") + resource("report.css") +
            QLatin1String("</style>\n</head>\n<body>\n<h1>") + title + QLatin1String("</h1>\n"));
    }

    void warning(const QString& text) override { paragraph("warning", text.toHtmlEscaped()); }

    void lines(const QStringList& lines) override {
        put(QStringLiteral("<div class=\"quiet\">\n"));
        for (const QString& line : lines) {
            QString html;
            for (const HashPiece& piece : hashPieces(line)) {
                const QString text = piece.text.toHtmlEscaped();
                html += piece.isHash ? QLatin1String("<code>") + text + QLatin1String("</code>") : text;
            }
            paragraph("line", html);
        }
        put(QStringLiteral("</div>\n"));
    }

    void label(const QString& text) override {
        put(QLatin1String("<h3>") + text.toHtmlEscaped() + QLatin1String("</h3>\n"));
    }

    void contents(const std::vector<QuestionHead>& questions) override {
        put(QStringLiteral("<ol>\n"));
        for (const QuestionHead& each : questions) {
            put(QStringLiteral("<li><a href=\"#q%1\">%2</a> <small>%3</small></li>\n")
                    .arg(QString::number(each.number), each.beginning.toHtmlEscaped(), each.verdicts.toHtmlEscaped()));
        }
        put(QStringLiteral("</ol>\n"));
    }

    void question(const ReportedQuestion& question) override {
        endSection();
        question_ = &question;
        isOpen_ = true;
        id_ = sectionOf(question.head.number);
        figures_.clear();
        put(QStringLiteral("<section id=\"%1\">\n<h2>%2 <small>%3</small></h2>\n")
                .arg(id_, question.head.name.toHtmlEscaped(), question.head.about.toHtmlEscaped()));
    }

    void text(TextRole role, const std::vector<TextSegment>& text) override {
        static constexpr const char* kClasses[] = {"question", "reasoning", "answer", "correction"};
        QString html;
        for (const TextSegment& segment : text)
            html += segmentHtml(segment);
        put(QStringLiteral("<div class=\"text %1\">%2</div>\n")
                .arg(QLatin1String(kClasses[static_cast<std::size_t>(role)]), html));
    }

    void images(const std::vector<ReportedImage>& images) override {
        put(QStringLiteral("<div class=\"images\">\n"));
        for (const ReportedImage& each : images) {
            image(*each.frame, each.number);
            figures_.insert(each.number);
        }
        put(QStringLiteral("</div>\n"));
    }

    void beginReview(const QString& verdict, const QString& about, int index) override {
        review_ = index;
        put(QStringLiteral("<div class=\"review %1\">\n<b>%2</b> <small>%3</small>\n")
                .arg(index < 0 ? QStringLiteral("earlier") : colourClass(index), verdict.toHtmlEscaped(),
                     about.toHtmlEscaped()));
    }

    void comment(const QString& text) override { paragraph("comment", text.toHtmlEscaped()); }

    void parts(const std::vector<ReviewPart>& parts) override {
        put(QStringLiteral("<ul class=\"parts\">\n"));
        for (const ReviewPart& part : parts) {
            put(QStringLiteral("<li tabindex=\"0\" data-of=\"%1\"><b>%2</b> %3 <small>%4</small></li>\n")
                    .arg(part.isMark ? markNames(review_, part.index) : spanName(review_, part.index),
                         part.name.toHtmlEscaped(), part.text.toHtmlEscaped(), part.about.toHtmlEscaped()));
        }
        put(QStringLiteral("</ul>\n"));
    }

    void endReview() override { put(QStringLiteral("</div>\n")); }

    void part(const QString& title) override {
        endSection();
        put(QStringLiteral("<section>\n<h2>%1</h2>\n").arg(title.toHtmlEscaped()));
        isOpen_ = true;
    }

    void measurements(const std::vector<ReportedMeasurement>& measurements) override {
        put(QStringLiteral("<ul class=\"parts measured\">\n"));
        for (const ReportedMeasurement& each : measurements) {
            QStringList values{each.shape.toHtmlEscaped()}, place;
            for (const QString& line : each.values)
                values << line.toHtmlEscaped();
            for (const QString& line : each.place)
                place << line.toHtmlEscaped();
            for (const ShowingImage& image : each.images)
                place << QStringLiteral("<a href=\"#%1-i%2\">%3</a>")
                             .arg(sectionOf(image.question), QString::number(image.number), image.text.toHtmlEscaped());
            put(QStringLiteral("<li tabindex=\"0\" data-of=\"%1\" style=\"--mark:%2\"><span><b>%3</b> %4</span> "
                               "<span>%5</span> <small>%6</small></li>\n")
                    .arg(measurementKey(each.id), each.colour.name(), each.name.toHtmlEscaped(),
                         each.note.toHtmlEscaped(), values.join(QStringLiteral(" · ")),
                         place.join(QStringLiteral(", "))));
        }
        put(QStringLiteral("</ul>\n"));
    }

    void end() {
        endSection();
        put(QLatin1String("<dialog></dialog>\n<script>\n") + resource("report.js") +
            QLatin1String("</script>\n</body>\n</html>\n"));
    }

private:
    void put(const QString& html) { device_.write(html.toUtf8()); }

    void paragraph(const char* kind, const QString& html) {
        put(QStringLiteral("<p class=\"%1\">%2</p>\n").arg(QLatin1String(kind), html));
    }

    static QString sectionOf(std::int64_t question) { return QStringLiteral("q%1").arg(question); }

    /// Returns the section that shows an image: this one, or that of an earlier question; empty if none does.
    QString sectionWith(int image) const {
        if (figures_.contains(image)) return id_;
        const auto found = std::ranges::find(question_->earlier, image, &ReportedImage::number);
        return found == question_->earlier.end() ? QString() : sectionOf(found->question);
    }

    void endSection() {
        if (isOpen_) put(QStringLiteral("</section>\n"));
        isOpen_ = false;
    }

    const Review& reviewAt(int index) const { return *question_->reviews[static_cast<std::size_t>(index)]; }

    /// Names by which a span and its marks find each other. A mark has the names of its spans and its own.
    QString spanName(int review, int span) const {
        return QStringLiteral("%1r%2s%3").arg(id_, QString::number(review), QString::number(span));
    }

    QString markNames(int review, int mark) const {
        QStringList names{QStringLiteral("%1r%2m%3").arg(id_, QString::number(review), QString::number(mark))};
        for (const int span : spansLinkedWith(reviewAt(review), mark))
            names << spanName(review, span);
        return names.join(QLatin1Char(' '));
    }

    static QString measurementKey(std::int64_t measurement) { return QStringLiteral("m%1").arg(measurement); }

    /// Returns the names of a measurement: those of the spans of this question that are tied to it, and its own.
    QString measurementNames(std::int64_t measurement) const {
        QStringList names{measurementKey(measurement)};
        for (int r = 0; r < std::ssize(question_->reviews); ++r) {
            for (const int span : spansMeasuredBy(reviewAt(r), measurement))
                names << spanName(r, span);
        }
        return names.join(QLatin1Char(' '));
    }

    /// Returns the text of a segment, which refers to an image and lies in spans, whose numbers follow their last
    /// words.
    QString segmentHtml(const TextSegment& segment) const {
        QString html = plainText(segment.text).toHtmlEscaped();
        const QString section = sectionWith(segment.image);
        if (!section.isEmpty())
            html = QStringLiteral("<a href=\"#%1-i%2\">%3</a>").arg(section, QString::number(segment.image), html);
        for (const auto& [review, span] : segment.spans) {
            const Review& given = reviewAt(review);
            const QString title = spanText(given, given.spans[static_cast<std::size_t>(span)]).toHtmlEscaped();
            html = QStringLiteral("<span class=\"span %1\" tabindex=\"0\" data-of=\"%2\" title=\"%3\">%4</span>")
                       .arg(colourClass(review), spanName(review, span), title, html);
        }
        for (const auto& [review, span] : segment.ends)
            html += QStringLiteral("<sup class=\"%1\">%2</sup>").arg(colourClass(review)).arg(span + 1);
        return html;
    }

    void image(const viewer::Frame& frame, int number) {
        const QString name = imageName(number).toHtmlEscaped();
        put(QStringLiteral("<figure id=\"%1-i%2\"><button class=\"frame\" type=\"button\" title=\"%3\"><img alt=\"%3\" "
                           "src=\"%4\">")
                .arg(id_, QString::number(number), name, pngData(frame.image)));
        MarkSvg svg(frame.image.width, frame.image.height);
        for (const RecordedMeasurement& each : question_->measurements)
            svg.add(outlineOn(frame.provenance, each), measurementNames(each.id), measurementName(each));
        for (int r = 0; r < std::ssize(question_->reviews); ++r) {
            const Review& review = reviewAt(r);
            for (int m = 0; m < std::ssize(review.marks); ++m) {
                const Mark& mark = review.marks[static_cast<std::size_t>(m)];
                if (mark.image != number) continue;
                const QString reviewer = reviewerTag(review);
                svg.add({.place = placeOf(mark),
                         .colour = colourClass(r),
                         .names = markNames(r, m),
                         .tag = plainText(markTag(m, reviewer)),
                         .caption = plainText(markCaption(review, m, reviewer))});
            }
        }
        put(svg.text() + QStringLiteral("</button><figcaption><b>%1</b>").arg(name));
        for (const QString& line : captionLines(frame.provenance, question_->studies))
            put(QLatin1String("<br>") + plainText(line).toHtmlEscaped());
        put(QStringLiteral("</figcaption></figure>\n"));
    }

    QIODevice& device_;
    const ReportedQuestion* question_ = nullptr;
    QString id_;             // of the section of the question
    std::set<int> figures_;  // the numbers of the images in it
    int review_ = 0;         // the one that is written
    bool isOpen_ = false;    // a section
};

void writeHtml(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
               const ExportProgress& progress, const std::stop_token& stop) {
    HtmlFormat format(device);
    writeReport(session, options, format, progress, stop);
    format.end();
}

}  // namespace

const Exporter kHtmlExporter{.id = "html",
                             .name = QT_TRANSLATE_NOOP("Exporters", "Web page"),
                             .suffix = "html",
                             .hasImages = true,
                             .writeFile = writeHtml};

}  // namespace fleming::app
