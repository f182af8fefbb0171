#include "app/export/pdf/report_document.h"

#include "app/errors/error_text.h"
#include "app/evidence/image_view.h"
#include "app/export/captions.h"
#include "app/export/export_time.h"
#include "app/export/pdf/pagination.h"
#include "app/export/report_text.h"
#include "app/models/model_description.h"
#include "app/review/shown_marks.h"
#include "app/studies/series_name.h"
#include "base/error.h"
#include "viewer/marks/mark_painter.h"
#include "viewer/text/number_text.h"

#include <QCoreApplication>
#include <QImage>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <map>

namespace fleming::app {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using viewer::countText;

const QColor kInk(0x20, 0x24, 0x2A), kQuiet(0x5B, 0x64, 0x70), kLine(0xC9, 0xCF, 0xD6), kAccent(0x1B, 0x5E, 0x8C);
const QColor kWarning(0x9A, 0x3B, 0x12);
const QColor kAnswerGround(0xEE, 0xF4, 0xF9), kReasoningGround(0xF6, 0xF6, 0xF4);

/// Sizes are in pixels of 1/96 inch, so that the resolution of a screen does not change the paper.
QTextCharFormat letters(int pixels, const QColor& colour = kInk, bool bold = false) {
    QTextCharFormat format;
    format.setProperty(QTextFormat::FontPixelSize, pixels);
    format.setForeground(colour);
    if (bold) format.setFontWeight(QFont::DemiBold);
    return format;
}

QTextBlockFormat paragraph(qreal above, qreal below) {
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    return format;
}

class Writer {
public:
    Writer(QTextDocument& document, qreal width, const ExportOptions& options)
        : document_(document), cursor_(&document), width_(width), options_(options) {}

    void title(const SessionSnapshot& session) {
        const std::vector<Exchange>& exchanges = session.exchanges;
        block(reportTitle(session), letters(25, kInk, true), paragraph(0, 4));
        for (const Exchange& exchange : exchanges)
            studies_.add(exchange.evidence);
        QStringList facts{ReportText::tr("Questions: %1").arg(exchanges.size())};
        std::map<Verdict, int> verdicts;
        for (const Exchange& exchange : exchanges) {
            for (const Review* review : currentReviews(exchange.reviews))
                ++verdicts[review->verdict];
        }
        for (const auto& [verdict, count] : verdicts)
            facts << ReportText::tr("%1: %2").arg(describe(verdict)).arg(count);
        block(facts.join(QStringLiteral("  ·  ")), letters(13, kQuiet), paragraph(0, 10));
        if (session.record) record(*session.record);
        QStringList descriptions;
        for (const Exchange& exchange : exchanges)
            descriptions << description(exchange);
        descriptions.removeDuplicates();
        descriptions.removeAll(QString());
        for (const QString& each : std::as_const(descriptions))
            block(each, letters(13, kWarning, true), paragraph(0, 8));
        hasCover_ = exchanges.size() > 1;
        if (hasCover_) contents(exchanges);
    }

    /// Lists the questions with their verdicts and, once the pages are known, their pages.
    void contents(const std::vector<Exchange>& exchanges) {
        label(ReportText::tr("Contents"), 14);
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(0);
        format.setCellSpacing(0);
        format.setWidth(QTextLength(QTextLength::FixedLength, width_));
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::FixedLength, 34), QTextLength(), QTextLength(QTextLength::FixedLength, 40)});
        const auto rows = static_cast<int>(exchanges.size());
        QTextTable* table = cursor_.insertTable(rows, 3, format);
        for (int row = 0; row < rows; ++row) {
            const Exchange& exchange = exchanges[static_cast<std::size_t>(row)];
            table->cellAt(row, 0).firstCursorPosition().insertText(QString::number(row + 1),
                                                                   letters(12, kAccent, true));
            QTextCursor text = table->cellAt(row, 1).firstCursorPosition();
            text.setBlockFormat(paragraph(0, 3));
            text.insertText(shortened(plainText(exchange.question)), letters(12));
            text.insertText(QStringLiteral("   ") + verdictsText(exchange), letters(11, kQuiet));
            QTextBlockFormat page;
            page.setAlignment(Qt::AlignRight);
            page.setProperty(kPageOfHeading, row + 1);
            QTextCursor number = table->cellAt(row, 2).firstCursorPosition();
            number.setBlockFormat(page);
            number.setBlockCharFormat(letters(12, kQuiet));
        }
        cursor_.movePosition(QTextCursor::End);
    }

    /// Says what the check of the log found.
    void record(const Verification& record) {
        block(recordText(record), letters(11, kQuiet), paragraph(0, 8));
        if (record.fault) block(reasonOf(*record.fault), letters(13, kWarning, true), paragraph(0, 8));
    }

    void exchange(const Exchange& exchange, int number, int follows) {
        heading(exchange, number, follows);
        reviews_ = currentReviews(exchange.reviews);
        box(ReportText::tr("Question"), plainText(exchange.question), letters(15), QColor(Qt::white), kAccent);
        evidence(exchange);
        answer(exchange);
        reviews(exchange);
        facts(exchange);
    }

private:
    /// Returns what the model says about itself; may be empty.
    static QString description(const Exchange& exchange) {
        return plainText(shownDescription(exchange.modelDescription).toStdString());
    }

    /// Returns the first line of a question, at most as long as a line of the contents.
    static QString shortened(const QString& question) {
        constexpr qsizetype kLongest = 72;  // characters
        const QString line = question.simplified();
        return line.size() <= kLongest ? line : line.left(kLongest - 1).trimmed() + QChar(0x2026);
    }

    /// Begins a block. A new document has one block already.
    void block(const QString& text, const QTextCharFormat& format, const QTextBlockFormat& shape) {
        if (begun_) {
            cursor_.insertBlock(shape, format);
        } else {
            cursor_.setBlockFormat(shape);
        }
        begun_ = true;
        cursor_.insertText(text, format);
    }

    void label(const QString& text, qreal above = 10) {
        QTextBlockFormat shape = paragraph(above, 3);
        shape.setNonBreakableLines(true);
        shape.setProperty(kKeepWithNext, true);
        block(text.toUpper(), labelLetters(), shape);
    }

    static QTextCharFormat labelLetters() {
        QTextCharFormat format = letters(10, kQuiet, true);
        format.setFontLetterSpacing(106);
        return format;
    }

    void heading(const Exchange& exchange, int number, int follows) {
        QTextBlockFormat shape = paragraph(number == 1 ? 8 : follows != 0 ? 26 : 40, 6);
        if (number == 1 && hasCover_) shape.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        shape.setProperty(kKeepWithNext, true);
        shape.setProperty(kHeading, number);
        block(ReportText::tr("Question %1").arg(number), letters(19, kAccent, true), shape);
        if (follows != 0)
            cursor_.insertText(ReportText::tr("   follow-up to question %1").arg(follows), letters(12, kQuiet));
        const QString time = shownTime(exchange.askedMs, options_);
        if (!time.isEmpty()) cursor_.insertText(QStringLiteral("   ") + time, letters(12, kQuiet));
    }

    /// Adds a label and a text on a coloured ground with a bar on its left. A box may span several pages.
    void box(const QString& name, const QString& text, const QTextCharFormat& format, const QColor& ground,
             const QColor& bar) {
        box(name, {{text.toStdString(), {}, 0}}, format, ground, bar);
    }

    /// The same for a text whose spans are underlined in the colours of their reviewers.
    void box(const QString& name, const std::vector<TextSegment>& text, const QTextCharFormat& format,
             const QColor& ground, const QColor& bar) {
        label(name);
        QTextTableFormat table;
        table.setCellPadding(8);
        table.setCellSpacing(0);
        table.setBorder(0);
        table.setWidth(QTextLength(QTextLength::FixedLength, width_));
        table.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, 4), QTextLength()});
        QTextTable* made = cursor_.insertTable(1, 2, table);
        QTextTableCellFormat barCell;
        barCell.setBackground(bar);
        barCell.setPadding(0);
        made->cellAt(0, 0).setFormat(barCell);
        QTextTableCellFormat textCell;
        textCell.setBackground(ground);
        textCell.setPadding(9);
        made->cellAt(0, 1).setFormat(textCell);
        QTextCursor inside = made->cellAt(0, 1).firstCursorPosition();
        QTextBlockFormat lines;
        lines.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
        inside.setBlockFormat(lines);
        for (const TextSegment& segment : text) {
            QTextCharFormat marked = format;
            if (!segment.spans.empty()) {
                QColor tint = viewer::markColour(segment.spans.front().review);
                marked.setUnderlineStyle(QTextCharFormat::SingleUnderline);
                marked.setUnderlineColor(tint.darker(140));
                tint.setAlphaF(0.25F);
                marked.setBackground(tint);
            }
            inside.insertText(plainText(segment.text), marked);
        }
        cursor_.movePosition(QTextCursor::End);
    }

    void evidence(const Exchange& exchange) {
        if (exchange.evidence.empty()) return;
        label(ReportText::tr("Evidence"), 14);
        const auto count = static_cast<int>(exchange.evidence.size());
        const int columns = count == 1 ? 1 : count == 2 || count == 4 ? 2 : count <= 12 ? 3 : 4;
        const qreal cell = columns == 1 ? 0.7 * width_ : width_ / columns;
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(0);
        format.setCellSpacing(0);
        format.setProperty(kKeepTogether, true);
        format.setWidth(QTextLength(QTextLength::FixedLength, cell * columns));
        format.setColumnWidthConstraints(QList<QTextLength>(columns, QTextLength(QTextLength::FixedLength, cell)));
        QTextTable* table = cursor_.insertTable((count + columns - 1) / columns, columns, format);
        for (int i = 0; i < count; ++i) {
            picture(table->cellAt(i / columns, i % columns), exchange.evidence[static_cast<std::size_t>(i)],
                    exchange.firstImage + i, cell - 12);
        }
        cursor_.movePosition(QTextCursor::End);
        sources_ = sourceLines(exchange.evidence, exchange.firstImage);
    }

    void picture(QTextTableCell cell, const viewer::Frame& frame, int number, qreal side) {
        const viewer::RgbImage& image = frame.image;
        const QUrl name(QStringLiteral("picture:%1").arg(++pictures_));
        const std::vector<viewer::ShownMark> marks = shownMarks(reviews_, number);
        document_.addResource(QTextDocument::ImageResource, name,
                              marks.empty() ? imageView(image).copy() : viewer::withMarks(imageView(image), marks));
        QTextImageFormat shape;
        shape.setName(name.toString());
        const qreal scale = side / std::max({image.width, image.height, 1});
        shape.setWidth(std::max(1.0, image.width * scale));
        shape.setHeight(std::max(1.0, image.height * scale));

        QTextTableCellFormat padding;
        padding.setTopPadding(3);
        padding.setRightPadding(12);
        padding.setBottomPadding(10);
        cell.setFormat(padding);
        QTextCursor inside = cell.firstCursorPosition();
        inside.insertImage(shape);
        inside.insertBlock(paragraph(3, 0));
        inside.insertText(ReportText::tr("Image-%1").arg(number), letters(11, kInk, true));
        for (const QString& line : captionLines(frame.provenance, studies_)) {
            inside.insertBlock(paragraph(0, 0));
            inside.insertText(plainText(line.toStdString()), letters(10, kQuiet));
        }
    }

    void answer(const Exchange& exchange) {
        const AnswerTexts parts = answerTexts(exchange.answer);
        const int images = exchange.firstImage - 1 + static_cast<int>(exchange.evidence.size());
        if (!parts.reasoning.empty()) {
            box(ReportText::tr("Model reasoning"), segmentsOf(parts.reasoning, Passage::reasoning, reviews_, images),
                letters(12, QColor(0x3A, 0x40, 0x48)), kReasoningGround, kLine);
        }
        if (!parts.outside.empty()) {
            box(ReportText::tr("Other model output"), plainText(parts.outside), letters(12), kReasoningGround, kLine);
        }
        if (parts.finalAnswer.empty()) {
            box(ReportText::tr("Model answer"), ReportText::tr("The model gave no final answer."), letters(15, kQuiet),
                kAnswerGround, kAccent);
        } else {
            box(ReportText::tr("Model answer"), segmentsOf(parts.finalAnswer, Passage::answer, reviews_, images),
                letters(15), kAnswerGround, kAccent);
        }
        const QString ending = endingText(exchange);
        if (!ending.isEmpty()) block(ending, letters(12, kWarning), paragraph(5, 0));
    }

    void reviews(const Exchange& exchange) {
        label(ReportText::tr("Review"), 14);
        if (exchange.reviews.empty()) {
            block(ReportText::tr("Not reviewed."), letters(13, kQuiet), paragraph(0, 0));
            return;
        }
        for (auto review = reviews_.rbegin(); review != reviews_.rend(); ++review)
            current(exchange, **review);
        if (reviews_.size() == exchange.reviews.size()) return;
        label(ReportText::tr("Earlier reviews"), 8);
        for (auto review = exchange.reviews.rbegin(); review != exchange.reviews.rend(); ++review) {
            if (std::ranges::find(reviews_, &*review) == reviews_.end()) this->review(*review, 12, kQuiet);
        }
    }

    /// A review that counts, with all its parts.
    void current(const Exchange& exchange, const Review& given) {
        review(given, 15, kInk);
        if (!given.correctedAnswer.empty())
            box(ReportText::tr("Corrected answer"), plainText(given.correctedAnswer), letters(13), QColor(Qt::white),
                kLine);
        int number = 0;
        for (const Span& span : given.spans) {
            block(ReportText::tr("%1. %2", "number of a span, its label").arg(++number).arg(spanText(given, span)),
                  letters(12), paragraph(2, 0));
            const QString text = plainText(std::string(textOf(exchange.answer, span))).simplified();
            if (!text.isEmpty())
                cursor_.insertText(ReportText::tr("  “%1”", "the text of a span").arg(shortened(text)),
                                   letters(11, kQuiet));
        }
        if (!given.reason.empty()) small(ReportText::tr("Reason for the change: %1").arg(plainText(given.reason)));
    }

    void review(const Review& review, int pixels, const QColor& colour) {
        block(describe(review.verdict), letters(pixels, colour, true), paragraph(0, 0));
        QStringList about = reviewFacts(review, options_);
        for (const std::string& tag : review.tags)
            about << plainText(tag);
        about.removeAll(QString());
        if (!about.isEmpty())
            cursor_.insertText(QStringLiteral("   ") + about.join(QStringLiteral(", ")), letters(12, kQuiet));
        if (!review.comment.empty()) block(plainText(review.comment), letters(13, colour), paragraph(2, 3));
    }

    void facts(const Exchange& exchange) {
        label(ReportText::tr("Model and parameters"), 14);
        small(modelText(exchange));
        small(description(exchange));
        small(plainText(exchange.modelPath));
        if (!exchange.modelSha256.empty()) small(ReportText::tr("SHA-256 %1").arg(plainText(exchange.modelSha256)));
        small(describe(exchange.options));
        small(exchange.reasoningPrompt ? ReportText::tr("with Fleming-VL's reasoning prompt")
                                       : ReportText::tr("without a reasoning prompt"));
        if (!exchange.systemText.empty())
            small(ReportText::tr("System prompt: %1").arg(plainText(exchange.systemText)));
        if (exchange.answer.promptTokens > 0) {
            small(ReportText::tr("%1 prompt tokens, including %2 image tokens; %3 answer tokens in %4")
                      .arg(countText(exchange.answer.promptTokens), countText(exchange.answer.imageTokens),
                           countText(static_cast<std::int64_t>(exchange.answer.tokens.size())),
                           viewer::durationText(exchange.answer.timing.decodeSeconds)));
        }
        if (sources_.isEmpty()) return;
        label(ReportText::tr("Image sources"), 8);
        for (const QString& line : std::exchange(sources_, {}))
            small(plainText(line.toStdString()));
    }

    void small(const QString& text) {
        if (!text.isEmpty()) block(text, letters(10, kQuiet), paragraph(0, 1));
    }

    QTextDocument& document_;
    QTextCursor cursor_;
    qreal width_;
    ExportOptions options_;
    StudyNames studies_;
    bool begun_ = false;
    bool hasCover_ = false;  // the title and the contents have pages of their own
    int pictures_ = 0;
    QStringList sources_;
    std::vector<const Review*> reviews_;  // those that count, of the exchange that is written
};

}  // namespace

std::unique_ptr<QTextDocument> makeReportDocument(const SessionSnapshot& session, qreal width,
                                                  const ExportOptions& options, const std::stop_token& stop) {
    auto document = std::make_unique<QTextDocument>();
    document->setUseDesignMetrics(true);
    document->setDocumentMargin(0);
    QFont font(QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(13);
    document->setDefaultFont(font);
    document->setTextWidth(width);
    Writer writer(*document, width, options);
    writer.title(session);
    const std::vector<Exchange>& exchanges = session.exchanges;
    for (std::size_t i = 0; i < exchanges.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        writer.exchange(exchanges[i], static_cast<int>(i) + 1, followedQuestion(exchanges, i));
    }
    return document;
}

}  // namespace fleming::app
