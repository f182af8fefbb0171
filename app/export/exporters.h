#pragma once

#include "app/export/exporter.h"
#include "app/session/session.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <span>
#include <stop_token>
#include <string_view>

namespace fleming::app {

/// Returns the formats in which a session can be exported. The first is the default.
std::span<const Exporter* const> exporters();

/// Returns the exporter with this id, or null if there is none.
const Exporter* findExporter(std::string_view id);

/// Returns the first exporter with the suffix of `file`, or null if there is none.
const Exporter* findExporterFor(const std::filesystem::path& file);

/// Returns findExporterFor(), or the default exporter if that is null.
const Exporter& exporterFor(const std::filesystem::path& file);

/// Returns the ids of all exporters.
QStringList exporterIds();

/// Returns the exporter's name in the language of the program.
QString nameOf(const Exporter& exporter);

/// Writes a session to `file` and returns what Session::recordExport() stores about it. Throws Error "export.*" if the
/// file cannot be written, Cancelled on a stop request; then an earlier file of this name is unchanged.
ExportRecord exportToFile(const Exporter& exporter, const SessionSnapshot& session, const ExportOptions& options,
                          const std::filesystem::path& file, const ExportProgress& progress = {},
                          const std::stop_token& stop = {});

/// Throws the Error of exportToFile() if no file can be created at `file`. Changes nothing. For a caller that has long
/// work to do before it exports.
void checkCanExportTo(const std::filesystem::path& file);

}  // namespace fleming::app
