#include "app/export/pdf/report_document.h"

#include "app/evidence/image_view.h"
#include "app/export/captions.h"
#include "app/export/pdf/pagination.h"
#include "app/export/report.h"
#include "app/review/shown_marks.h"
#include "viewer/marks/mark_painter.h"

#include <QImage>
#include <QLinearGradient>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <map>

namespace fleming::app {

namespace {

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

/// A table of cells without borders, padding and space.
QTextTableFormat bareTable(qreal width, const QList<QTextLength>& columns) {
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(0);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::FixedLength, width));
    format.setColumnWidthConstraints(columns);
    return format;
}

/// The letters, the ground and the bar on the left of a framed text.
struct Frame {
    QTextCharFormat letters;
    QColor ground, bar;
};

Frame frameOf(TextRole role) {
    switch (role) {
        case TextRole::question:
            return {letters(15), Qt::white, kAccent};
        case TextRole::reasoning:
            return {letters(12, QColor(0x3A, 0x40, 0x48)), kReasoningGround, kLine};
        case TextRole::answer:
            return {letters(15), kAnswerGround, kAccent};
        default:
            return {letters(13), Qt::white, kLine};
    }
}

/// The colour of a reviewer as a ground for dark letters, on `ground`.
QColor tinted(const QColor& ground, int reviewer) {
    const QColor colour = viewer::markColour(reviewer);
    const auto mixed = [](int a, int b) { return (65 * a + 35 * b) / 100; };
    return {mixed(ground.red(), colour.red()), mixed(ground.green(), colour.green()),
            mixed(ground.blue(), colour.blue())};
}

/// The colour of a reviewer for letters and lines on white.
QColor inkOf(int reviewer) {
    return viewer::markColour(reviewer).darker(240);
}

/// The ground of a text in spans: a stripe for each reviewer, deeper where spans of one reviewer overlap.
QBrush groundOf(const TextSegment& segment, const QColor& ground) {
    std::map<int, QColor> stripes;
    for (const auto& [review, span] : segment.spans)
        stripes[review] = tinted(stripes.contains(review) ? stripes[review] : ground, review);
    if (stripes.size() == 1) return stripes.begin()->second;
    QLinearGradient all(0, 0, 0, 1);
    all.setCoordinateMode(QGradient::ObjectMode);
    const qreal height = 1.0 / static_cast<qreal>(stripes.size());
    qreal top = 0;
    for (const auto& [review, colour] : stripes) {
        all.setColorAt(std::min(1.0, top + 0.001), colour);
        top += height;
        all.setColorAt(std::min(1.0, top), colour);
    }
    return all;
}

class PdfFormat : public ReportFormat {
public:
    PdfFormat(QTextDocument& document, qreal width) : document_(document), cursor_(&document), width_(width) {}

    void title(const QString& text) override { block(text, letters(25, kInk, true), paragraph(0, 4)); }

    void warning(const QString& text) override { block(text, letters(12, kWarning, true), paragraph(5, 3)); }

    void lines(const QStringList& lines) override {
        for (const QString& line : lines) {
            block({}, letters(10, kQuiet), paragraph(0, 1));
            for (const HashPiece& piece : hashPieces(line)) {
                QTextCharFormat format = letters(10, kQuiet);
                if (piece.isHash) format.setFontFamilies({QStringLiteral("DejaVu Sans Mono")});
                cursor_.insertText(piece.text, format);
            }
        }
    }

    void label(const QString& text) override {
        QTextBlockFormat shape = paragraph(12, 3);
        shape.setNonBreakableLines(true);
        shape.setProperty(kKeepWithNext, true);
        QTextCharFormat format = letters(10, kQuiet, true);
        format.setFontLetterSpacing(106);
        block(text.toUpper(), format, shape);
    }

    /// Lists the questions with their verdicts and, once the pages are known, their pages.
    void contents(const std::vector<QuestionHead>& questions) override {
        hasCover_ = true;
        QTextTable* table =
            cursor_.insertTable(static_cast<int>(questions.size()), 3,
                                bareTable(width_, {QTextLength(QTextLength::FixedLength, 34), QTextLength(),
                                                   QTextLength(QTextLength::FixedLength, 40)}));
        int row = 0;
        for (const QuestionHead& each : questions) {
            table->cellAt(row, 0).firstCursorPosition().insertText(QString::number(each.number),
                                                                   letters(12, kAccent, true));
            QTextCursor text = table->cellAt(row, 1).firstCursorPosition();
            text.setBlockFormat(paragraph(0, 3));
            text.insertText(each.beginning, letters(12));
            text.insertText(QStringLiteral("   ") + each.verdicts, letters(11, kQuiet));
            QTextBlockFormat page;
            page.setAlignment(Qt::AlignRight);
            page.setProperty(kPageOfHeading, static_cast<int>(each.number));
            QTextCursor number = table->cellAt(row, 2).firstCursorPosition();
            number.setBlockFormat(page);
            number.setBlockCharFormat(letters(12, kQuiet));
            ++row;
        }
        cursor_.movePosition(QTextCursor::End);
    }

    void question(const ReportedQuestion& question) override {
        question_ = &question;
        const QuestionHead& head = question.head;
        QTextBlockFormat shape = paragraph(head.isFirst ? 8 : head.isFollowUp ? 26 : 40, 6);
        if (head.isFirst && hasCover_) shape.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        shape.setProperty(kKeepWithNext, true);
        shape.setProperty(kHeading, static_cast<int>(head.number));
        block(head.name, letters(19, kAccent, true), shape);
        if (!head.about.isEmpty()) cursor_.insertText(QStringLiteral("   ") + head.about, letters(12, kQuiet));
    }

    /// A text on a coloured ground with a bar on its left, which may span several pages.
    void text(TextRole role, const std::vector<TextSegment>& text) override {
        const Frame frame = frameOf(role);
        QTextTable* table =
            cursor_.insertTable(1, 2, bareTable(width_, {QTextLength(QTextLength::FixedLength, 4), QTextLength()}));
        QTextTableCellFormat bar;
        bar.setBackground(frame.bar);
        table->cellAt(0, 0).setFormat(bar);
        QTextTableCellFormat cell;
        cell.setBackground(frame.ground);
        cell.setPadding(9);
        table->cellAt(0, 1).setFormat(cell);
        QTextCursor inside = table->cellAt(0, 1).firstCursorPosition();
        QTextBlockFormat lines;
        lines.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
        lines.setProperty(kKeepWithNext, role == TextRole::question && staysWithImages(text));
        inside.setBlockFormat(lines);
        for (const TextSegment& each : text)
            segment(inside, each, frame);
        cursor_.movePosition(QTextCursor::End);
    }

    void images(const std::vector<ReportedImage>& images) override {
        const auto count = static_cast<int>(images.size());
        const int columns = count == 1 ? 1 : count == 2 || count == 4 ? 2 : count <= 12 ? 3 : 4;
        const qreal cell = columns == 1 ? 0.7 * width_ : width_ / columns;
        QTextTableFormat format =
            bareTable(cell * columns, QList<QTextLength>(columns, QTextLength(QTextLength::FixedLength, cell)));
        format.setProperty(kKeepTogether, true);
        QTextTable* table = cursor_.insertTable((count + columns - 1) / columns, columns, format);
        for (int i = 0; i < count; ++i) {
            const ReportedImage& image = images[static_cast<std::size_t>(i)];
            picture(table->cellAt(i / columns, i % columns), *image.frame, image.number, cell - 12);
        }
        cursor_.movePosition(QTextCursor::End);
    }

    void beginReview(const QString& verdict, const QString& about, int index) override {
        review_ = index;
        QTextCharFormat format = letters(index < 0 ? 12 : 15, index < 0 ? kQuiet : kInk, true);
        if (index >= 0) format.setBackground(tinted(Qt::white, index));
        block(verdict, format, paragraph(index > 0 ? 14 : 0, 0));
        if (!about.isEmpty()) cursor_.insertText(QStringLiteral("   ") + about, letters(12, kQuiet));
    }

    void comment(const QString& text) override {
        block(text, letters(review_ < 0 ? 12 : 13, review_ < 0 ? kQuiet : kInk), paragraph(2, 3));
    }

    void parts(const std::vector<ReviewPart>& parts) override {
        for (const ReviewPart& part : parts) {
            block(part.name, letters(12, inkOf(review_), true), paragraph(2, 0));
            cursor_.insertText(QStringLiteral("   ") + part.text, letters(12));
            if (!part.about.isEmpty()) cursor_.insertText(QStringLiteral("   ") + part.about, letters(11, kQuiet));
        }
    }

    void endReview() override {}

    void part(const QString& title) override {
        QTextBlockFormat shape = paragraph(40, 6);
        shape.setProperty(kKeepWithNext, true);
        block(title, letters(19, kAccent, true), shape);
    }

    void measurements(const std::vector<ReportedMeasurement>& measurements) override {
        for (const ReportedMeasurement& each : measurements) {
            QTextBlockFormat head = paragraph(6, 0);
            head.setProperty(kKeepWithNext, true);
            block(QStringLiteral("■ "), letters(12, each.colour.darker(125)), head);
            cursor_.insertText(each.name, letters(12, kInk, true));
            if (!each.note.isEmpty()) cursor_.insertText(QStringLiteral("   ") + each.note, letters(12));
            cursor_.insertText(QStringLiteral("   ") + each.shape, letters(11, kQuiet));
            if (!each.values.isEmpty())
                cursor_.insertText(QStringLiteral("   ") + each.values.join(QStringLiteral(", ")), letters(12));
            QStringList place = each.place;
            for (const ShowingImage& image : each.images)
                place << image.text;
            block(place.join(QStringLiteral(", ")), letters(11, kQuiet), paragraph(0, 1));
        }
    }

private:
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

    /// Returns true if a question stands on the page of its first images: a long one may not.
    bool staysWithImages(const std::vector<TextSegment>& question) const {
        constexpr std::size_t kLongest = 600;  // bytes
        return !question_->exchange.evidence.empty() && question.front().text.size() < kLongest;
    }

    /// A part of a text on the colours of the reviewers whose spans cover it. The number of a span follows its last
    /// word.
    static void segment(QTextCursor& to, const TextSegment& segment, const Frame& frame) {
        QTextCharFormat format = frame.letters;
        if (!segment.spans.empty()) {
            format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            format.setUnderlineColor(inkOf(segment.spans.back().review));
            format.setBackground(groundOf(segment, frame.ground));
        }
        to.insertText(plainText(segment.text), format);
        for (const auto& [review, span] : segment.ends) {
            QTextCharFormat number =
                letters(frame.letters.intProperty(QTextFormat::FontPixelSize), inkOf(review), true);
            number.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
            // A thin space keeps the numbers of two spans that end together apart.
            to.insertText(QChar(0x2009) + QString::number(span + 1), number);
        }
    }

    void picture(QTextTableCell cell, const viewer::Frame& frame, int number, qreal side) {
        constexpr qreal kCaption = 0.8;  // of the size in windows: 10 pixels high
        const viewer::RgbImage& image = frame.image;
        const QUrl name(QStringLiteral("picture:%1").arg(++pictures_));
        const std::vector<viewer::ShownMark> marks = shownMarks(question_->reviews, number);
        std::vector<viewer::ShownOutline> outlines;
        for (const RecordedMeasurement& each : question_->measurements)
            outlines.push_back(outlineOn(frame.provenance, each));
        std::erase_if(outlines, [](const viewer::ShownOutline& outline) { return outline.lines.empty(); });
        document_.addResource(
            QTextDocument::ImageResource, name,
            marks.empty() && outlines.empty()
                ? imageView(image).copy()
                : viewer::withMarks(imageView(image), marks, side / kCaption, static_cast<int>(2 * side), outlines));
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
        inside.insertText(imageName(number), letters(11, kInk, true));
        for (const QString& line : captionLines(frame.provenance, question_->studies)) {
            inside.insertBlock(paragraph(0, 0));
            inside.insertText(plainText(line), letters(10, kQuiet));
        }
    }

    QTextDocument& document_;
    QTextCursor cursor_;
    qreal width_;
    const ReportedQuestion* question_ = nullptr;
    bool begun_ = false;
    bool hasCover_ = false;  // the title and the contents have pages of their own
    int pictures_ = 0;
    int review_ = 0;  // the one that is written
};

}  // namespace

QFont reportFont(int pixels) {
    QFont font(QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(pixels);
    // Spaced letters have no ligatures, which would be copied from the PDF as one character. This is the least space.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

std::unique_ptr<QTextDocument> makeReportDocument(const SessionSnapshot& session, qreal width,
                                                  const ExportOptions& options, const std::stop_token& stop) {
    auto document = std::make_unique<QTextDocument>();
    document->setUseDesignMetrics(true);
    document->setDocumentMargin(0);
    document->setDefaultFont(reportFont(13));
    document->setTextWidth(width);
    PdfFormat format(*document, width);
    writeReport(
        session, options, format, [](double) {}, stop);
    return document;
}

}  // namespace fleming::app
