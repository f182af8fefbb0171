#pragma once

#include "viewer/data/study.h"

#include <QJsonObject>

namespace fleming::app::cli {

/// What `fleming info --json` says of a study: {"series": [...], "skipped": [...], "notes": [...]}.
QJsonObject toJson(const viewer::Study& study);

/// One letter an axis of the patient to which columns, rows and slices run, such as "L", "P", "H"; empty where the
/// series does not say how it lies in the patient.
QStringList axisLetters(const viewer::Geometry& geometry);

}  // namespace fleming::app::cli
