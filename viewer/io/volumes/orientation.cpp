#include "viewer/io/volumes/orientation.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

using Axes = std::array<Vector3, 3>;

double determinant(const Axes& axes) {
    return dot(axes[0], cross(axes[1], axes[2]));
}

/// Makes unit vectors of the axes. Returns false if an axis is not finite or has no length.
bool normalise(Axes& axes) {
    for (Vector3& axis : axes) {
        const double norm = length(axis);
        if (!std::isfinite(norm) || norm < 1e-12) return false;
        for (double& component : axis)
            component /= norm;
    }
    return true;
}

/// Returns the largest cosine between two of the unit axes: 0 for right angles.
double skewOf(const Axes& unit) {
    return std::max(
        {std::abs(dot(unit[0], unit[1])), std::abs(dot(unit[1], unit[2])), std::abs(dot(unit[2], unit[0]))});
}

constexpr double kRightAngle = 1.7e-3;  // cos(89.9 degrees)

Axes nearestRightAngled(Axes axes) {
    for (int step = 0; step < 50; ++step) {
        const double volume = determinant(axes);
        const Axes inverse = {cross(axes[1], axes[2]), cross(axes[2], axes[0]), cross(axes[0], axes[1])};
        double change = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            for (std::size_t c = 0; c < 3; ++c) {
                const double next = 0.5 * (axes[a][c] + inverse[a][c] / volume);
                change = std::max(change, std::abs(next - axes[a][c]));
                axes[a][c] = next;
            }
        }
        if (change < 1e-15) break;
    }
    return axes;
}

}  // namespace

bool rightAngled(const Axes& axes) {
    Axes unit = axes;
    return normalise(unit) && skewOf(unit) < kRightAngle;
}

Orientation orient(Geometry& geometry, const Axes& axes, const Vector3& origin) {
    Orientation result;
    Axes unit = axes;
    const bool finite = std::isfinite(origin[0]) && std::isfinite(origin[1]) && std::isfinite(origin[2]);
    if (!finite || !normalise(unit) || std::abs(determinant(unit)) < 1e-3) {
        result.usable = false;
        return result;
    }
    result.skewed = skewOf(unit) >= kRightAngle;
    unit = nearestRightAngled(unit);
    geometry.origin = origin;
    for (std::size_t a = 0; a < 3; ++a)
        geometry.spacing[a] = length(axes[a]);
    if (determinant(unit) < 0) {
        result.slicesReversed = true;
        const double depth = geometry.spacing[2] * (geometry.size[2] - 1);
        for (std::size_t c = 0; c < 3; ++c)
            geometry.origin[c] += depth * unit[2][c];
    }
    geometry.iDirection = unit[0];
    geometry.jDirection = unit[1];
    geometry.kDirection = cross(unit[0], unit[1]);
    return result;
}

}  // namespace fleming::viewer
