#pragma once

#include "app/export/report.h"
#include "app/studies/series_name.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace fleming::app {

/// Where a frame comes from, in a few short lines: study (where there are several), series, slice or frame, position,
/// window and inversion, file.
QStringList captionLines(const viewer::Provenance& provenance, const StudyNames& studies);

/// What makes the frames verifiable, a line each: number, file with SHA-256, series UID, SHA-256 of the pixels.
QStringList sourceLines(const std::vector<viewer::Frame>& evidence, int firstImage, const ReportOptions& options);

/// A path as a report shows it: the name of the file or folder alone, or all of it.
QString shownPath(const std::string& path, const ReportOptions& options);

/// "greedy, at most 1024 tokens" or the values for drawing tokens.
QString describe(const inference::GenerationOptions& options);

/// "correct", "partly correct", ... in the user's language.
QString describe(Verdict verdict);

/// A Unix time in ms as local date and time; empty for 0.
QString localTime(std::int64_t ms);

}  // namespace fleming::app
