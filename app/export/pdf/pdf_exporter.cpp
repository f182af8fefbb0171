#include "app/export/pdf/pdf_exporter.h"

#include "app/about.h"
#include "app/export/captions.h"
#include "app/export/pdf/pagination.h"
#include "app/export/pdf/report_document.h"
#include "base/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace fleming::app {

namespace {

struct PdfText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr qreal kSide = 60, kTop = 76, kBottom = 70;  // margins, in pixels of 1/96 inch, the unit of the document
constexpr int kResolution = 1200;

/// The size of the pages in that unit.
struct PageShape {
    explicit PageShape(Paper paper)
        : size(paper == Paper::letter ? QPageSize::Letter : QPageSize::A4),
          height(size.size(QPageSize::Inch).height() * 96.0),
          textWidth(size.size(QPageSize::Inch).width() * 96.0 - 2 * kSide),
          textHeight(height - kTop - kBottom) {}

    QPageSize size;
    qreal height, textWidth, textHeight;
};

/// The header and footer of a page: title and time, research-only statement and page number.
class PageFrame {
public:
    PageFrame(int pages, const PageShape& shape, const ExportOptions& options)
        : pages_(pages),
          shape_(shape),
          made_(options.keepIdentity ? localTime(QDateTime::currentMSecsSinceEpoch()) : QString()) {}

    void draw(QPainter& painter, int page) const {
        QFont font = reportFont(11);
        painter.setFont(font);
        painter.setPen(QColor(0x5B, 0x64, 0x70));
        const qreal width = shape_.textWidth;
        const QRectF head(kSide, 36, width, 20), foot(kSide, shape_.height - 52, width, 20);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, PdfText::tr("Fleming Viewer report"));
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, made_);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, PdfText::tr("Page %1 of %2").arg(page).arg(pages_));
        painter.setPen(QPen(QColor(0xC9, 0xCF, 0xD6), 0.7));
        painter.drawLine(QPointF(kSide, 60), QPointF(kSide + width, 60));
        painter.drawLine(QPointF(kSide, shape_.height - 58), QPointF(kSide + width, shape_.height - 58));
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(QColor(0x9A, 0x3B, 0x12));
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(researchOnlyStatement()));
    }

private:
    int pages_;
    PageShape shape_;
    QString made_;
};

void print(QTextDocument& document, QPdfWriter& writer, const PageShape& shape, const ExportOptions& options,
           const ExportProgress& progress, const std::stop_token& stop) {
    const std::vector<PageSpan> pages = paginate(document, shape.textHeight);
    numberContents(document, pages);
    const PageFrame frame(static_cast<int>(pages.size()), shape, options);
    QPainter painter;
    if (!painter.begin(&writer)) throw Error("export.pdf_not_created");
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(kResolution / 96.0, kResolution / 96.0);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (stop.stop_requested()) throw Cancelled();
        if (page > 0) writer.newPage();
        frame.draw(painter, static_cast<int>(page) + 1);
        painter.save();
        painter.translate(kSide, kTop - pages[page].top);
        document.drawContents(&painter,
                              QRectF(0, pages[page].top, shape.textWidth, pages[page].bottom - pages[page].top));
        painter.restore();
        progress(static_cast<double>(page + 1) / static_cast<double>(pages.size()));
    }
    if (!painter.end()) throw Error("export.pdf_not_created");
}

/// Replaces the creation date, which QPdfWriter always writes, by as many spaces: the places of the objects stay.
void removeCreationDate(QByteArray& pdf) {
    const qsizetype from = pdf.lastIndexOf("/CreationDate (D:");
    if (from < 0) return;
    const qsizetype end = pdf.indexOf(')', from);
    if (end < 0) return;
    std::fill(pdf.begin() + from, pdf.begin() + end + 1, ' ');
}

void writePdf(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
              const ExportProgress& progress, const std::stop_token& stop) {
    QBuffer pdf;
    if (!pdf.open(QIODevice::WriteOnly)) throw Error("export.pdf_not_created");
    QPdfWriter writer(&pdf);
    writer.setResolution(kResolution);
    const PageShape shape(options.paper);
    writer.setPageSize(shape.size);
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(PdfText::tr("Fleming Viewer report"));
    writer.setCreator(QStringLiteral("Fleming Viewer"));
    print(*makeReportDocument(session, shape.textWidth, options, stop), writer, shape, options, progress, stop);
    if (!options.keepIdentity) removeCreationDate(pdf.buffer());
    device.write(pdf.data());
}

}  // namespace

const Exporter kPdfExporter{.id = "pdf",
                            .name = QT_TRANSLATE_NOOP("Exporters", "PDF report"),
                            .suffix = "pdf",
                            .hasImages = true,
                            .writeFile = writePdf};

}  // namespace fleming::app
