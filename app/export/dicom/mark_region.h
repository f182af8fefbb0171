#pragma once

#include "app/session/review.h"
#include "viewer/render/frame.h"

#include <utility>
#include <vector>

namespace fleming::app {

/// A region of stored pixels (PS3.3, C.18.6): (column, row) from the upper left corner of the first pixel, which is
/// (0, 0), to (columns, rows).
struct MarkRegion {
    enum class Graphic { polyline, ellipse } graphic = Graphic::polyline;
    /// Of an ellipse, the ends of the major axis, then those of the minor axis.
    std::vector<std::pair<double, double>> points;
};

/// Returns a mark in the stored pixels that its image shows one for one: a box as a closed polyline, an arrow as a
/// polyline whose last point is its tip. The mark is cut to the image. A flat ellipse becomes a line.
MarkRegion regionOf(const Mark& mark, const viewer::Provenance& image, const viewer::StoredImage& stored);

}  // namespace fleming::app
