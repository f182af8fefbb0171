#include "app/export/exporters.h"

#include "app/export/csv_exporter.h"
#include "app/export/json_exporter.h"
#include "app/export/pdf_exporter.h"
#include "base/error.h"
#include "base/sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace fleming::app {

namespace {

constexpr std::array kExporters{
    &kPdfExporter,
    &kJsonExporter,
    &kCsvExporter,
};

[[noreturn]] void refuse(const QSaveFile& file, const std::filesystem::path& path) {
    throw Error("export.cannot_be_written", path, {file.errorString().toStdString()});
}

void open(QSaveFile& file, const std::filesystem::path& path) {
    if (!file.open(QIODevice::WriteOnly)) refuse(file, path);
}

}  // namespace

std::span<const Exporter* const> exporters() {
    return kExporters;
}

const Exporter* findExporter(std::string_view id) {
    const auto found = std::ranges::find_if(kExporters, [&](const Exporter* each) { return id == each->id; });
    return found == kExporters.end() ? nullptr : *found;
}

const Exporter* findExporterFor(const std::filesystem::path& file) {
    const QString suffix = QString::fromStdString(file.extension().string());
    const auto found = std::ranges::find_if(kExporters, [&](const Exporter* each) {
        return suffix.compare(QLatin1Char('.') + QLatin1String(each->suffix), Qt::CaseInsensitive) == 0;
    });
    return found == kExporters.end() ? nullptr : *found;
}

const Exporter& exporterFor(const std::filesystem::path& file) {
    const Exporter* exporter = findExporterFor(file);
    return exporter != nullptr ? *exporter : *kExporters.front();
}

QStringList exporterIds() {
    QStringList ids;
    for (const Exporter* exporter : kExporters)
        ids << QLatin1String(exporter->id);
    return ids;
}

QString nameOf(const Exporter& exporter) {
    return QCoreApplication::translate("Exporters", exporter.name);
}

ExportRecord exportToFile(const Exporter& exporter, const SessionSnapshot& session, const ExportOptions& options,
                          const std::filesystem::path& path, const ExportProgress& progress,
                          const std::stop_token& stop) {
    QSaveFile file(QFile::decodeName(path.c_str()));
    open(file, path);
    exporter.write(
        session, options, file, progress ? progress : [](double) {}, stop);
    if (stop.stop_requested()) throw Cancelled();
    if (!file.commit()) refuse(file, path);
    return {exporter.id, path.filename().string(), sha256OfFile(path),
            session.record ? session.record->completeUpTo : LogHead()};
}

void checkCanExportTo(const std::filesystem::path& path) {
    QSaveFile file(QFile::decodeName(path.c_str()));
    open(file, path);
    file.cancelWriting();
}

}  // namespace fleming::app
