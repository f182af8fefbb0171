#pragma once

#include "viewer/render/frame.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace fleming::app {

/// Converts provenance to JSON for the session, frames.json and `fleming ask --json`. Keys are the names of the members
/// in snake_case. Absent values are omitted. Lengths are in mm, times in s. Numbers round-trip exactly.
QJsonObject toJson(const viewer::Provenance& provenance);

/// Parses provenance from JSON. A missing key leaves the default. Throws Error if an enumeration has an unknown word.
viewer::Provenance provenanceFromJson(const QJsonObject& json);

/// Converts a window to JSON and back: "center", "width", and "function" if that is not linear.
QJsonObject toJson(const viewer::Window& window);
viewer::Window windowFromJson(const QJsonObject& json);

/// Converts the parts of a series to JSON and back. partsFromJson() returns none if a kind is unknown, which a later
/// version of this program may have written.
QJsonArray toJson(const std::vector<viewer::SeriesPart>& parts);
std::vector<viewer::SeriesPart> partsFromJson(const QJsonArray& array);

}  // namespace fleming::app
