#include "viewer/render/volume_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fleming::viewer {

namespace {

Vector3 combined(const Vector3& a, double byA, const Vector3& b, double byB) {
    return {a[0] * byA + b[0] * byB, a[1] * byA + b[1] * byB, a[2] * byA + b[2] * byB};
}

/// Rotates `v` about the unit vector `axis` (Rodrigues). `v` must be perpendicular or parallel to the axis.
Vector3 rotated(const Vector3& v, const Vector3& axis, double degrees) {
    const double angle = degrees * std::numbers::pi / 180.0;
    const double along = dot(v, axis) * (1.0 - std::cos(angle));
    const Vector3 across = combined(v, std::cos(angle), cross(axis, v), std::sin(angle));
    return combined(across, 1.0, axis, along);
}

/// Returns the length of the volume along a direction, mm.
double extent(const Geometry& geometry, const Vector3& direction) {
    return std::abs(dot(geometry.iDirection, direction)) * geometry.size[0] * geometry.spacing[0] +
           std::abs(dot(geometry.jDirection, direction)) * geometry.size[1] * geometry.spacing[1] +
           std::abs(dot(geometry.kDirection, direction)) * geometry.size[2] * geometry.spacing[2];
}

}  // namespace

VolumeCamera frontCamera(const Geometry& geometry, double aspect) {
    VolumeCamera camera;
    camera.focus = geometry.voxelToPatient(middleVoxel(geometry));
    if (!geometry.oriented) {
        camera.into = unit(geometry.kDirection);
        camera.up = unit(plus({}, geometry.jDirection, -1.0));
    }
    constexpr double kMargin = 1.1;
    camera.height = kMargin * std::max(extent(geometry, camera.up), extent(geometry, camera.right()) / aspect);
    return camera;
}

Vector3 directionTo(PatientSide side) {
    switch (side) {
        case PatientSide::anterior:
            return {0, -1, 0};
        case PatientSide::posterior:
            return {0, 1, 0};
        case PatientSide::left:
            return {1, 0, 0};
        case PatientSide::right:
            return {-1, 0, 0};
        case PatientSide::superior:
            return {0, 0, 1};
        case PatientSide::inferior:
            return {0, 0, -1};
    }
    return {};
}

void lookFrom(VolumeCamera& camera, PatientSide side) {
    const bool alongHead = side == PatientSide::superior || side == PatientSide::inferior;
    camera.into = plus({}, directionTo(side), -1.0);
    camera.up = directionTo(alongHead ? PatientSide::anterior : PatientSide::superior);
}

void rotate(VolumeCamera& camera, double rightDegrees, double downDegrees) {
    // The camera moves the other way. Both vectors are made perpendicular again, so that rounding does not accumulate.
    camera.into = rotated(camera.into, camera.up, -rightDegrees);
    const Vector3 right = unit(camera.right());
    camera.into = unit(rotated(camera.into, right, -downDegrees));
    camera.up = unit(cross(right, camera.into));
}

void zoom(VolumeCamera& camera, double factor) {
    camera.height = std::clamp(camera.height / factor, 1e-3, 1e6);
}

void pan(VolumeCamera& camera, double right, double down) {
    const Vector3 moved = combined(camera.right(), -right * camera.height, camera.up, down * camera.height);
    camera.focus = combined(camera.focus, 1.0, moved, 1.0);
}

}  // namespace fleming::viewer
