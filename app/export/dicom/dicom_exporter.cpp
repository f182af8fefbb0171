#include "app/export/dicom/dicom_exporter.h"

#include "app/export/dicom/encapsulated_pdf.h"
#include "app/export/dicom/structured_report.h"
#include "app/export/pdf/pdf_exporter.h"
#include "base/error.h"

#include <QBuffer>
#include <QCoreApplication>

namespace fleming::app {

namespace {

/// Calls `write` with each report of an answered exchange: its review, or null, and the name of its file.
template <typename Write>
void forEachReport(const Exchange& exchange, const Write& write) {
    const std::string name = "exchange-" + std::to_string(exchange.id);
    const std::vector<const Review*> reviews = currentReviews(exchange.reviews);
    if (reviews.empty()) write(nullptr, name + ".dcm");
    for (std::size_t i = 0; i < reviews.size(); ++i)
        write(reviews[i], name + "-review-" + std::to_string(i + 1) + ".dcm");
}

void writeFolder(const SessionSnapshot& session, const ExportOptions& options, const std::filesystem::path& folder,
                 const ExportProgress& progress, const std::stop_token& stop) {
    const DicomExport shared(options);
    int number = 0;
    for (std::size_t i = 0; i < session.exchanges.size(); ++i) {
        const Exchange& exchange = session.exchanges[i];
        if (stop.stop_requested()) throw Cancelled();
        progress(0.5 * static_cast<double>(i) / static_cast<double>(session.exchanges.size()));
        if (exchange.state == ExchangeState::failed || exchange.answer.text.empty()) continue;
        forEachReport(exchange, [&](const Review* review, const std::string& name) {
            DcmFileFormat file;
            makeReport(*file.getDataset(), session, exchange, review, shared, ++number);
            writeObject(file, folder / name);
        });
    }
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    kPdfExporter.writeFile(
        session, options, pdf, [&](double done) { progress(0.5 + 0.5 * done); }, stop);
    DcmFileFormat file;
    makeEncapsulatedPdf(*file.getDataset(), pdf.data(), session, shared);
    writeObject(file, folder / "report.dcm");
    progress(1.0);
}

}  // namespace

const Exporter kDicomExporter{
    .id = "dicom",
    .name = QT_TRANSLATE_NOOP("Exporters", "DICOM structured reports"),
    .suffix = "",
    .hasImages = true,
    .writeFolder = writeFolder,
};

}  // namespace fleming::app
