#pragma once

#include "viewer/data/geometry.h"

#include <array>
#include <vector>

namespace fleming::app {

/// How the points of a region are to be read.
enum class RegionGraphic {
    point,
    polyline,  ///< closed if the last point is the first
    ellipse,   ///< the ends of the major axis, then those of the minor axis
};

/// A point of a plane: column and row, or mm.
using PlanePoint = std::array<double, 2>;

/// A region of a plane. In stored pixels (SCOORD; PS3.3, C.18.6) its points are columns and rows from the upper left
/// corner of the first pixel, which is (0, 0), to (columns, rows).
struct PlaneRegion {
    RegionGraphic graphic = RegionGraphic::polyline;
    std::vector<PlanePoint> points;
};

/// A region in a frame of reference (SCOORD3D; PS3.3, C.18.9): LPS mm.
struct PatientRegion {
    RegionGraphic graphic = RegionGraphic::polyline;
    std::vector<viewer::Vector3> points;
};

/// Returns the rectangle between two opposite corners as a closed polyline.
PlaneRegion rectangleBetween(const PlanePoint& a, const PlanePoint& b);

/// Returns the ellipse in the rectangle between two opposite corners; if that is flat, a line.
PlaneRegion ellipseBetween(const PlanePoint& a, const PlanePoint& b);

}  // namespace fleming::app
