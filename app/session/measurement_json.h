#pragma once

#include "app/session/recorded_measurement.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

/// Measurements in JSON, from which they come back with the same numbers: for session files, exports and drafts.
namespace fleming::app {

/// Returns what a region came to, whatever its shape: "length_mm", "length_px", "short_length_mm", "short_length_px",
/// "angle_deg", "area_mm2", "statistics" ("count", "min", "max", "mean", "sd", "median", "sum"), "unit" of the values,
/// and "calibration" ("source", "mm_per_pixel_x", "mm_per_pixel_y"). Values that there are not are left out. A number
/// that is not finite is "NaN", "Infinity" or "-Infinity".
QJsonObject resultToJson(const viewer::Measurement& measured);

/// Reads the same. Throws Error "session.unknown_value" for a value of another kind.
viewer::Measurement resultFromJson(const QJsonObject& json);

/// Returns points as [[X, Y], ...], and reads them. Throws Error "roi_file.numbers" for anything else.
QJsonArray pointsToJson(const std::vector<viewer::Vector2>& points);
std::vector<viewer::Vector2> pointsFromJson(const QJsonArray& json);

/// Returns a colour as "#rrggbb", and reads one. Throws Error "session.unknown_value" for any other text.
std::string colourToText(const viewer::Rgb& colour);
viewer::Rgb colourFromText(const std::string& text);

/// Returns a whole measurement: "id", "name", "note", "colour", "region" (roi_json.h), "result", "source"
/// (provenance_json.h), "frame_of_reference", "pixels" and "time_ms".
QJsonObject toJson(const RecordedMeasurement& measurement);

/// Reads the same. "id" and "time_ms" may be absent. Throws Error, without a source, if it is none.
RecordedMeasurement measurementFromJson(const QJsonObject& json);

}  // namespace fleming::app
