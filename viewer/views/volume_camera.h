#pragma once

#include "viewer/data/geometry.h"

namespace fleming::viewer {

/// From where a volume is seen, in parallel projection: patient LPS mm, or the array's own mm for a volume without
/// orientation. A plain value.
struct VolumeCamera {
    Vector3 focus{0, 0, 0};  ///< what is at the middle of the view
    Vector3 into{0, 1, 0};   ///< unit vector from the viewer into the picture
    Vector3 up{0, 0, 1};     ///< unit vector, perpendicular to `into`
    double height = 1.0;     ///< mm from the view's lower to its upper edge

    Vector3 right() const { return cross(into, up); }
};

/// From the front, head up, the patient's right on the left; without orientation as slices are shown, the first in
/// front. All of the volume is in sight, in a view that is `aspect` times as wide as high.
VolumeCamera frontCamera(const Geometry& geometry, double aspect);

/// As if a hand on the volume's front moved it to the right and down.
void turn(VolumeCamera& camera, double rightDegrees, double downDegrees);

void zoom(VolumeCamera& camera, double factor);

/// Moves the volume, in heights of the view.
void pan(VolumeCamera& camera, double right, double down);

}  // namespace fleming::viewer
