#pragma once

#include "viewer/data/geometry.h"

#include <array>

namespace fleming::viewer {

/// What orient() had to do.
struct Orientation {
    bool usable = true;           ///< false: the axes are no frame (not finite, or in one plane); nothing was changed
    bool slicesReversed = false;  ///< the file's axes are left-handed: its last slice is the volume's first
    bool skewed = false;  ///< the axes are not at right angles (by over 0.1 degree): the nearest that are were taken
};

/// Gives `geometry` (its size is set already) the directions and spacing of a file's voxel axes: `axes` are the steps
/// from voxel to voxel along i, j, k and `origin` the first stored voxel's centre, LPS mm. Our k is i x j, so the
/// slices of left-handed axes are taken from the last to the first. The nearest right-angled frame is the orthogonal
/// factor of the polar decomposition of the unit axes (Higham, SIAM J. Sci. Stat. Comput. 7, 1986: Newton's iteration).
Orientation orient(Geometry& geometry, const std::array<Vector3, 3>& axes, const Vector3& origin);

/// Whether the axes are finite, of some length, and at right angles to within 0.1 degree.
bool rightAngled(const std::array<Vector3, 3>& axes);

}  // namespace fleming::viewer
