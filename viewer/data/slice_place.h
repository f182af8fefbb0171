#pragma once

#include <optional>

namespace fleming::viewer {

/// How a slice is zoomed and panned.
struct ZoomPan {
    double zoom = 1.0;        ///< device pixels per stored pixel
    double x = 0.0, y = 0.0;  ///< the point in the middle of the view, in stored pixels from the upper left corner
    friend bool operator==(const ZoomPan&, const ZoomPan&) = default;
};

/// Where a view is in the slices of one plane.
struct SlicePlace {
    int slice = 0;
    std::optional<ZoomPan> zoomPan;  ///< absent: fitted
    friend bool operator==(const SlicePlace&, const SlicePlace&) = default;
};

}  // namespace fleming::viewer
