#pragma once

#include "viewer/data/geometry.h"

#include <array>

namespace fleming::viewer {

/// The result of orient().
struct Orientation {
    bool usable = true;           ///< false if an axis is not finite or has no length, or if all axes are in one plane
    bool slicesReversed = false;  ///< the axes are left-handed: the last slice of the file is the first of the volume
    bool skewed = false;          ///< the axes are not at right angles, by more than 0.1 degree
};

/// Sets the directions, spacing and origin of `geometry`, whose size is set. `axes` are the steps from voxel to voxel
/// along i, j, k, and `origin` is the centre of the first stored voxel, both in LPS mm. Axes that are not at right
/// angles are replaced by the nearest ones that are: the orthogonal factor of the polar decomposition of the unit axes,
/// by Newton's iteration (Higham, SIAM J. Sci. Stat. Comput. 7, 1986). Left-handed axes get their slices reversed,
/// because k is i x j. If the axes are not usable, `geometry` does not change.
Orientation orient(Geometry& geometry, const std::array<Vector3, 3>& axes, const Vector3& origin);

/// Returns true if the axes are finite, not zero, and at right angles to within 0.1 degree.
bool rightAngled(const std::array<Vector3, 3>& axes);

}  // namespace fleming::viewer
