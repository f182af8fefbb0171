#pragma once

#include "app/export/exporter.h"
#include "app/export/identity.h"
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

/// Returns the first exporter of files with the suffix of `file`, or null if there is none.
const Exporter* findExporterFor(const std::filesystem::path& file);

/// Returns findExporterFor(), or the default exporter if that is null.
const Exporter& exporterFor(const std::filesystem::path& file);

/// Returns the ids of all exporters.
QStringList exporterIds();

/// Returns the exporter's name in the language of the program.
QString nameOf(const Exporter& exporter);

/// Removes the identity from a session as the options say (identity.h), with the user's key. Throws Error
/// "export.key_unusable".
SessionToExport prepareToExport(SessionSnapshot session, const ExportOptions& options);

/// Does prepareToExport(), writes the session to `path`, a file or a folder, and
/// returns what Session::recordExport() stores about it. `sha256` of a folder is that of its manifest
/// (export_folder.h). Throws Error "export.*" if `path` cannot be written, Cancelled on a stop request; then what was
/// there is unchanged.
ExportRecord exportTo(const std::filesystem::path& path, const Exporter& exporter, SessionSnapshot session,
                      const ExportOptions& options, const ExportProgress& progress = {},
                      const std::stop_token& stop = {});

/// Throws the Error of exportTo() if `path` cannot be written. Changes nothing. For a caller that has long work to do
/// before it exports.
void checkCanExportTo(const std::filesystem::path& path, const Exporter& exporter);

}  // namespace fleming::app
