#pragma once

#include "viewer/data/open_result.h"

#include <QJsonObject>

namespace fleming::app::cli {

/// Returns what `fleming info --json` prints: {"series": [...], "skipped": [...]}. No patient data.
QJsonObject toJson(const viewer::OpenResult& opened);

/// Returns the directions of columns, rows and slices in the patient, such as "L", "P", "H"; empty if the orientation
/// is not known.
QStringList axisLetters(const viewer::Geometry& geometry);

}  // namespace fleming::app::cli
