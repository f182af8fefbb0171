#pragma once

#include "app/export/exporter.h"
#include "app/studies/series_name.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace fleming::app {

/// Returns where a frame comes from, in a few short lines: study (if there are several), series, slice or frame,
/// position, window and inversion, file.
QStringList captionLines(const viewer::Provenance& provenance, const StudyNames& studies);

/// Returns a line for each frame with what identifies it: number, file with SHA-256, series UID, SHA-256 of the pixels.
QStringList sourceLines(const std::vector<viewer::Frame>& evidence, int firstImage, const ExportOptions& options);

/// Returns a path as an export shows it: complete, or only the name of the file or folder.
QString shownPath(const std::string& path, const ExportOptions& options);

/// Returns the message of a failed exchange. Unless the options ask for full paths, the folders of the model and of the
/// evidence are removed from it.
QString shownFailure(const Exchange& exchange, const ExportOptions& options);

/// Returns "greedy decoding, at most 1024 tokens", or the sampling parameters.
QString describe(const inference::GenerationOptions& options);

/// Returns the verdict in the language of the program.
QString describe(Verdict verdict);

/// Returns a Unix time in ms as local date and time, or an empty text for 0.
QString localTime(std::int64_t ms);

}  // namespace fleming::app
