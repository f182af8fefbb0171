#include "app/export/report.h"

#include "app/export/pagination.h"
#include "app/export/report_document.h"
#include "base/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace fleming::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

// A4 in pixels of 1/96 inch, the unit that the document is laid out in.
constexpr qreal kPageWidth = 793.7, kPageHeight = 1122.5;
constexpr qreal kSide = 60, kTop = 76, kBottom = 70;
constexpr qreal kWidth = kPageWidth - 2 * kSide, kHeight = kPageHeight - kTop - kBottom;
constexpr int kResolution = 1200;

/// Words and lines around the text of a page: whose report, the research-only statement, the page's number.
class PageFrame {
public:
    explicit PageFrame(int pages) : pages_(pages), made_(QDateTime::currentDateTime()) {}

    void draw(QPainter& painter, int page) const {
        QFont font(QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC")});
        font.setPixelSize(11);
        painter.setFont(font);
        painter.setPen(QColor(0x5B, 0x64, 0x70));
        const QRectF head(kSide, 36, kWidth, 20), foot(kSide, kPageHeight - 52, kWidth, 20);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, Text::tr("Fleming Viewer report"));
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(made_, QStringLiteral("yyyy-MM-dd HH:mm")));
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, Text::tr("Page %1 of %2").arg(page).arg(pages_));
        painter.setPen(QPen(QColor(0xC9, 0xCF, 0xD6), 0.7));
        painter.drawLine(QPointF(kSide, 60), QPointF(kSide + kWidth, 60));
        painter.drawLine(QPointF(kSide, kPageHeight - 58), QPointF(kSide + kWidth, kPageHeight - 58));
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(QColor(0x9A, 0x3B, 0x12));
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(researchOnlyStatement()));
    }

private:
    int pages_;
    QDateTime made_;
};

void print(QTextDocument& document, QPdfWriter& writer) {
    const std::vector<PageSpan> pages = paginate(document, kHeight);
    const PageFrame frame(static_cast<int>(pages.size()));
    QPainter painter;
    if (!painter.begin(&writer)) throw Error(Text::tr("The report could not be created.").toStdString());
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(kResolution / 96.0, kResolution / 96.0);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0) writer.newPage();
        frame.draw(painter, static_cast<int>(page) + 1);
        painter.save();
        painter.translate(kSide, kTop - pages[page].top);
        document.drawContents(&painter, QRectF(0, pages[page].top, kWidth, pages[page].bottom - pages[page].top));
        painter.restore();
    }
    if (!painter.end()) throw Error(Text::tr("The report could not be completed.").toStdString());
}

[[noreturn]] void refuse(const QSaveFile& file, const std::filesystem::path& pdf) {
    throw Error(Text::tr("%1: the report could not be written: %2.")
                    .arg(QString::fromStdString(pdf.string()), file.errorString())
                    .toStdString());
}

void open(QSaveFile& file, const std::filesystem::path& pdf) {
    if (!file.open(QIODevice::WriteOnly)) refuse(file, pdf);
}

}  // namespace

void writeReport(const std::vector<Exchange>& exchanges, const std::filesystem::path& pdf,
                 const ReportOptions& options) {
    QSaveFile file(QFile::decodeName(pdf.c_str()));
    open(file, pdf);
    {
        QPdfWriter writer(&file);
        writer.setResolution(kResolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(Text::tr("Fleming Viewer report"));
        writer.setCreator(QStringLiteral("Fleming Viewer"));
        print(*makeReportDocument(exchanges, kWidth, options), writer);
    }
    if (!file.commit()) refuse(file, pdf);
}

void checkReportCanBeWritten(const std::filesystem::path& pdf) {
    QSaveFile file(QFile::decodeName(pdf.c_str()));
    open(file, pdf);
    file.cancelWriting();
}

std::string researchOnlyStatement() {
    return QCoreApplication::translate("Report", "For research use only. Not for diagnosis or any clinical decision.")
        .toStdString();
}

}  // namespace fleming::app
