#pragma once

#include <optional>

namespace fleming::viewer {

/// Zoom and pan of a slice.
struct ZoomPan {
    double zoom = 1.0;        ///< device pixels per stored pixel
    double x = 0.0, y = 0.0;  ///< the point at the centre of the view, in stored pixels from the upper left corner
    friend bool operator==(const ZoomPan&, const ZoomPan&) = default;
};

/// The slice of one plane that a view shows, and its zoom.
struct SlicePlace {
    int slice = 0;
    std::optional<ZoomPan> zoomPan;  ///< absent: fitted to the view
    friend bool operator==(const SlicePlace&, const SlicePlace&) = default;
};

}  // namespace fleming::viewer
