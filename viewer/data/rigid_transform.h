#pragma once

#include "viewer/data/geometry.h"

#include <array>

namespace fleming::viewer {

/// A rotation and a shift of positions in the patient, mm: p -> rotation p + translation.
struct RigidTransform {
    std::array<Vector3, 3> rotation{Vector3{1, 0, 0}, Vector3{0, 1, 0}, Vector3{0, 0, 1}};  ///< rows, orthonormal
    Vector3 translation{0, 0, 0};

    /// Returns where a position goes.
    Vector3 apply(const Vector3& position) const;
    /// Returns where a direction points.
    Vector3 turn(const Vector3& direction) const;
    RigidTransform inverse() const;

    friend bool operator==(const RigidTransform&, const RigidTransform&) = default;
};

/// Returns the transform that applies `first`, then `then`.
RigidTransform chained(const RigidTransform& first, const RigidTransform& then);

/// Returns the angle of the rotation in degrees, 0 to 180.
double angleOf(const RigidTransform& transform);

}  // namespace fleming::viewer
