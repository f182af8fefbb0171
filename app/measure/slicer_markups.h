#pragma once

#include "app/measure/roi_entry.h"
#include "viewer/data/geometry.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace fleming::app {

// Regions as markups of 3D Slicer (.mrk.json), in LPS mm, by its schema 1.0.3.

/// Returns regions as markups. A length and an arrow are a Line; an angle is an Angle; both lines of a Cobb angle and
/// both diameters are Lines; a rectangle is a Plane with a size; an ellipse (with 90 corners), a polygon and a freehand
/// line are a ClosedCurve; a probe is a Fiducial.
QJsonObject toSlicerMarkups(const std::vector<RoiEntry>& entries);

/// Returns the regions of markups: a Line as a length, an Angle as an angle, a ClosedCurve as a polygon (its control
/// points joined by straight lines), a Plane as a rectangle, each point of a Fiducial as a probe. Points in LPS or RAS.
/// The plane of a region is that of the stored slice of `geometry` in which all its points lie, else one through its
/// points. Throws Error, without a source, for other markups (Curve, ROI), missing points, and points that are not in a
/// plane.
std::vector<RoiEntry> fromSlicerMarkups(const QJsonObject& json, const std::optional<viewer::Geometry>& geometry);

}  // namespace fleming::app
