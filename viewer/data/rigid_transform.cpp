#include "viewer/data/rigid_transform.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fleming::viewer {

Vector3 RigidTransform::turn(const Vector3& direction) const {
    return {dot(rotation[0], direction), dot(rotation[1], direction), dot(rotation[2], direction)};
}

Vector3 RigidTransform::apply(const Vector3& position) const {
    return plus(turn(position), translation);
}

RigidTransform RigidTransform::inverse() const {
    RigidTransform result;
    for (std::size_t row = 0; row < 3; ++row)
        result.rotation[row] = {rotation[0][row], rotation[1][row], rotation[2][row]};
    const Vector3 back = result.turn(translation);
    result.translation = {-back[0], -back[1], -back[2]};
    return result;
}

RigidTransform chained(const RigidTransform& first, const RigidTransform& then) {
    RigidTransform result;
    for (std::size_t column = 0; column < 3; ++column) {
        const Vector3 turned =
            then.turn({first.rotation[0][column], first.rotation[1][column], first.rotation[2][column]});
        for (std::size_t row = 0; row < 3; ++row)
            result.rotation[row][column] = turned[row];
    }
    result.translation = then.apply(first.translation);
    return result;
}

double angleOf(const RigidTransform& transform) {
    const auto& r = transform.rotation;
    const double cosine = (r[0][0] + r[1][1] + r[2][2] - 1) / 2;  // trace = 1 + 2 cos
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

}  // namespace fleming::viewer
