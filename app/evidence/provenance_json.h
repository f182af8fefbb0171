#pragma once

#include "viewer/render/frame.h"

#include <QJsonObject>

namespace fleming::app {

/// Converts provenance to JSON for the session, frames.json and `fleming ask --json`. Keys are the names of the members
/// in snake_case. Absent values are omitted. Lengths are in mm, times in s. Numbers round-trip exactly.
QJsonObject toJson(const viewer::Provenance& provenance);

/// Parses provenance from JSON. A missing key leaves the default. Throws Error if an enumeration has an unknown word.
viewer::Provenance provenanceFromJson(const QJsonObject& json);

}  // namespace fleming::app
