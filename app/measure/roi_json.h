#pragma once

#include "app/measure/roi_entry.h"
#include "viewer/measure/measure.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace fleming::app {

/// Regions in JSON:
///
///     {"shape": "ellipse", "plane": {"origin": [X, Y, Z], "right": [X, Y, Z], "down": [X, Y, Z]},
///      "points": [[X, Y], ...], "name": "Nodule", "colour": "#ffcc00", "series_uid": "1.2.3"}
///
/// The shapes, the plane and the points are those of viewer::Roi; `right` and `down` need not be of length 1. The last
/// three keys may be absent.
QJsonObject toJson(const RoiEntry& entry);

/// Reads a region. Throws Error, without a source, if it is none or cannot be measured: the messages name the key.
RoiEntry roiFromJson(const QJsonObject& json);

/// Returns the colour "#rrggbb"; nothing for any other text.
std::optional<viewer::Rgb> colourOf(const QString& text);

/// Returns a colour as "#rrggbb".
QString colourText(const viewer::Rgb& colour);

/// Returns what a region comes to, with the keys that apply to its shape: "length_mm", "length_px", "short_length_mm",
/// "short_length_px", "angle_deg", "area_mm2", "count", "min", "max", "mean", "sd", "median", "sum", "unit" (of the
/// values; empty: stored values) and "calibration" (the source of the millimetres). A value that there is not is null:
/// millimetres without calibration, statistics without pixels (the count is then 0), and the SD of one pixel.
/// `hasValues`: false leaves out the statistics, as colours have none.
QJsonObject toJson(const viewer::Measurement& measured, viewer::RoiShape shape, bool hasValues);

}  // namespace fleming::app
