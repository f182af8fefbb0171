#include "viewer/render/tilted_slices.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr double kTolerance = 1e-6;  // of a pixel

/// The endless stack of straight slices: pixel (column, row) of slice `index` is at origin + column * pixelMm * right +
/// row * pixelMm * down + index * stepMm * onward.
struct Stack {
    Vector3 origin, right, down, onward;
    double pixelMm, stepMm;
};

Stack stackOf(const Geometry& geometry, Plane plane) {
    const SlicePlane first = slicePlane(geometry, plane, 0);
    const int axis = planeAxes(geometry, plane).sliceAxis;
    return {first.origin,
            first.right,
            first.down,
            axisDirection(geometry, axis),
            std::min(first.pixelWidth, first.pixelHeight),
            geometry.spacing[static_cast<std::size_t>(axis)]};
}

/// Whole steps along the axes of a stack that lie in the volume.
struct Extent {
    IndexRange columns, rows, slices;
};

IndexRange wholeSteps(double low, double high) {
    // Rounding must not lose the last step, nor an empty range a volume that is thinner than a step.
    if (!(high - low < kLargestResampledSide)) {
        throw Error("render.plane_too_large", {}, {std::to_string(kLargestResampledSide)});
    }
    const int first = static_cast<int>(std::ceil(low - kTolerance)),
              last = static_cast<int>(std::floor(high + kTolerance));
    return {first, std::max(first, last)};
}

Extent extentOf(const Geometry& geometry, const Stack& stack, const RigidTransform& tilt) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Vector3 low{kInfinity, kInfinity, kInfinity}, high{-kInfinity, -kInfinity, -kInfinity};
    const RigidTransform back = tilt.inverse();
    for (const Vector3& corner : cornersOf(geometry, 0.5)) {
        const Vector3 from = minus(back.apply(corner), stack.origin);
        const Vector3 steps{dot(from, stack.right) / stack.pixelMm, dot(from, stack.down) / stack.pixelMm,
                            dot(from, stack.onward) / stack.stepMm};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], steps[axis]);
            high[axis] = std::max(high[axis], steps[axis]);
        }
    }
    return {wholeSteps(low[0], high[0]), wholeSteps(low[1], high[1]), wholeSteps(low[2], high[2])};
}

struct Point {
    double column, row;
};

/// Returns the part of a convex polygon where `inside` (linear in the point) is not negative: one step of Sutherland
/// and Hodgman's clipping.
template <typename Inside>
std::vector<Point> clipped(const std::vector<Point>& polygon, const Inside& inside) {
    std::vector<Point> kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point &from = polygon[i], &to = polygon[(i + 1) % polygon.size()];
        const double before = inside(from), after = inside(to);
        if (before >= 0) kept.push_back(from);
        if ((before < 0) == (after < 0)) continue;
        const double part = before / (before - after);
        kept.push_back({from.column + part * (to.column - from.column), from.row + part * (to.row - from.row)});
    }
    return kept;
}

/// Returns the corners of the part of a plane that lies in the volume, in pixels.
std::vector<Point> partInside(const Geometry& geometry, const SlicePlane& plane) {
    // The volume reaches less than a pixel beyond the centres of the outer pixels.
    const double right = plane.width, bottom = plane.height;
    std::vector<Point> part{{-1, -1}, {right, -1}, {right, bottom}, {-1, bottom}};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto voxel = [&](const Point& at) {
            return geometry.patientToVoxel(plane.toPatient(at.column, at.row))[axis];
        };
        part = clipped(part, [&](const Point& at) { return voxel(at) + 0.5; });
        part = clipped(part, [&](const Point& at) { return geometry.size[axis] - 0.5 - voxel(at); });
    }
    return part;
}

}  // namespace

IndexRange tiltedSlices(const Geometry& geometry, Plane plane, const RigidTransform& tilt) {
    if (tilt == RigidTransform{}) return {0, sliceCount(geometry, plane) - 1};
    return extentOf(geometry, stackOf(geometry, plane), tilt).slices;
}

SlicePlane tiltedPlane(const Geometry& geometry, Plane plane, int index, const RigidTransform& tilt) {
    if (tilt == RigidTransform{}) return slicePlane(geometry, plane, index);
    const Stack stack = stackOf(geometry, plane);
    const Extent extent = extentOf(geometry, stack, tilt);
    SlicePlane straight;
    straight.origin = plus(plus(plus(stack.origin, stack.right, extent.columns.first * stack.pixelMm), stack.down,
                                extent.rows.first * stack.pixelMm),
                           stack.onward, index * stack.stepMm);
    straight.right = stack.right;
    straight.down = stack.down;
    straight.pixelWidth = straight.pixelHeight = stack.pixelMm;
    straight.width = extent.columns.last - extent.columns.first + 1;
    straight.height = extent.rows.last - extent.rows.first + 1;
    return moved(straight, tilt);
}

SlicePlane cropped(const Geometry& geometry, SlicePlane plane) {
    std::vector<Point> corners;
    const auto add = [&](double offset) {
        SlicePlane parallel = plane;
        parallel.origin = plus(plane.origin, plane.normal(), offset);
        std::ranges::copy(partInside(geometry, parallel), std::back_inserter(corners));
    };
    add(0.0);
    if (plane.slab) {
        add(-plane.slab->mm / 2);
        add(plane.slab->mm / 2);
    }
    if (corners.empty()) return plane;
    const auto [left, right] = std::ranges::minmax(corners, {}, &Point::column);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &Point::row);
    // A pixel belongs to the part if its centre does.
    const IndexRange columns = wholeSteps(left.column, right.column), rows = wholeSteps(top.row, bottom.row);
    plane.origin = plane.toPatient(columns.first, rows.first);
    plane.width = columns.last - columns.first + 1;
    plane.height = rows.last - rows.first + 1;
    return plane;
}

TiltedSlice tiltOf(const Geometry& geometry, Plane plane, const SlicePlane& oblique) {
    const Stack stack = stackOf(geometry, plane);
    const Vector3 normal = cross(stack.right, stack.down), newNormal = oblique.normal();
    TiltedSlice slice;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            slice.tilt.rotation[row][column] = oblique.right[row] * stack.right[column] +
                                               oblique.down[row] * stack.down[column] + newNormal[row] * normal[column];
        }
    }
    slice.index = sliceCount(geometry, plane) / 2;
    const Vector3 corner = plus(stack.origin, stack.onward, slice.index * stack.stepMm);
    slice.tilt.translation = minus(oblique.origin, slice.tilt.turn(corner));
    return slice;
}

RigidTransform rotationAround(const Vector3& position, const Vector3& axis, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    const auto [x, y, z] = axis;
    RigidTransform rotation;  // Rodrigues' formula
    rotation.rotation = {Vector3{c + x * x * (1 - c), x * y * (1 - c) - z * s, x * z * (1 - c) + y * s},
                         Vector3{y * x * (1 - c) + z * s, c + y * y * (1 - c), y * z * (1 - c) - x * s},
                         Vector3{z * x * (1 - c) - y * s, z * y * (1 - c) + x * s, c + z * z * (1 - c)}};
    rotation.translation = minus(position, rotation.turn(position));
    return rotation;
}

}  // namespace fleming::viewer
