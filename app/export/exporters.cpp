#include "app/export/exporters.h"

#include "app/export/csv/csv_exporter.h"
#include "app/export/dicom/dicom_exporter.h"
#include "app/export/export_folder.h"
#include "app/export/html/html_exporter.h"
#include "app/export/identity.h"
#include "app/export/json/json_exporter.h"
#include "app/export/md/md_exporter.h"
#include "app/export/pdf/pdf_exporter.h"
#include "app/export/training/training_exporter.h"
#include "app/export/work_folder.h"
#include "app/session/log/witness.h"
#include "app/settings.h"
#include "base/error.h"
#include "base/sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr std::array kExporters{
    &kPdfExporter, &kHtmlExporter, &kMdExporter, &kJsonExporter, &kCsvExporter, &kDicomExporter, &kTrainingExporter,
};

[[noreturn]] void refuse(const QSaveFile& file, const std::filesystem::path& path) {
    throw Error("export.cannot_be_written", path, {file.errorString().toStdString()});
}

/// Returns the last part of a path, also if a slash follows it.
std::string lastPartOf(const std::filesystem::path& path) {
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Returns true if the file is a session, or another SQLite database, or a witness file: what nothing can bring back.
bool isRecord(const std::filesystem::path& path) {
    QFile file(QFile::decodeName(path.c_str()));
    if (!file.open(QIODevice::ReadOnly)) return false;
    if (file.read(16) == QByteArrayLiteral("SQLite format 3\0")) return true;
    try {
        return !readWitness(path).empty();
    } catch (const Error&) {
        return false;
    }
}

/// Returns the path of the file that is replaced: that of a symbolic link is what it leads to.
std::filesystem::path replacedBy(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
    return error ? path : target;
}

/// Throws Error if a file cannot be written in place of what is there.
void checkCanReplace(const std::filesystem::path& path) {
    if (isRecord(path)) throw Error("export.is_a_record", path);
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) return;
    const int reason = std::filesystem::is_directory(status)       ? EISDIR
                       : !std::filesystem::is_regular_file(status) ? EEXIST
                       : ::access(path.c_str(), W_OK) != 0         ? errno
                                                                   : 0;
    if (reason != 0) throw Error("export.cannot_be_written", path, {std::strerror(reason)});
}

/// Writes a file that gets its name when it is complete. Returns its SHA-256.
std::string writeFile(const std::filesystem::path& path, const std::function<void(QIODevice& device)>& write) {
    checkCanReplace(path);
    const std::filesystem::path target = replacedBy(path);
    const WorkFolder work(target);
    QSaveFile file(QFile::decodeName(work.made().c_str()));
    if (!file.open(QIODevice::WriteOnly)) refuse(file, path);
    write(file);
    if (!file.commit()) refuse(file, path);
    const std::string sha256 = sha256OfFile(work.made());
    std::error_code error;
    const auto replaced = std::filesystem::status(target, error);
    if (std::filesystem::exists(replaced)) std::filesystem::permissions(work.made(), replaced.permissions(), error);
    std::filesystem::rename(work.made(), target, error);
    if (error) throw Error("export.cannot_be_written", path, {error.message()});
    return sha256;
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
        return !each->isFolder() &&
               suffix.compare(QLatin1Char('.') + QLatin1String(each->suffix), Qt::CaseInsensitive) == 0;
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

SessionToExport prepareToExport(SessionSnapshot session, const ExportOptions& options) {
    const UidMap uids = options.keepIdentity ? UidMap({}) : UidMap::fromFile(settings::exportKeyFile());
    return removeIdentity(std::move(session), options, uids);
}

ExportRecord exportTo(const std::filesystem::path& path, const Exporter& exporter, SessionSnapshot session,
                      const ExportOptions& options, const ExportProgress& progress, const std::stop_token& stop) {
    const SessionSnapshot leaving = prepareToExport(std::move(session), options).session;
    const ExportProgress tell = progress ? progress : [](double) {};
    ExportRecord record{exporter.id, lastPartOf(path), {}, leaving.record ? leaving.record->completeUpTo : LogHead()};
    if (exporter.isFolder()) {
        record.sha256 = writeExportFolder(path, exporter.id, [&](const std::filesystem::path& folder) {
            exporter.writeFolder(leaving, options, folder, tell, stop);
            if (stop.stop_requested()) throw Cancelled();
        });
        tell(1.0);  // also of a format that has left out everything
        return record;
    }
    record.sha256 = writeFile(path, [&](QIODevice& device) {
        exporter.writeFile(leaving, options, device, tell, stop);
        if (stop.stop_requested()) throw Cancelled();
    });
    tell(1.0);
    return record;
}

void checkCanExportTo(const std::filesystem::path& path, const Exporter& exporter) {
    if (exporter.isFolder()) return checkCanWriteExportFolder(path);
    checkCanReplace(path);
    const WorkFolder work(replacedBy(path));
}

}  // namespace fleming::app
