#include "viewer/render/slice_plane.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

namespace fleming::viewer {

namespace {

constexpr double kTolerance = 1e-4;     // of a pixel or a unit vector
constexpr double kBoxTolerance = 1e-6;  // of a voxel

std::size_t at(int axis) {
    return static_cast<std::size_t>(axis);
}

/// One of the two axes of an image.
struct ImageAxis {
    Vector3 direction;  ///< from pixel to pixel
    double pixelMm;
    int pixels;
    double first;  ///< the voxel coordinate of pixel 0
};

ImageAxis imageAxis(const Geometry& geometry, int axis, bool flipped, double pixelMm) {
    const int voxels = geometry.size[at(axis)];
    const double spacing = geometry.spacing[at(axis)];
    ImageAxis image{axisDirection(geometry, axis), pixelMm, voxels, 0.0};
    if (pixelMm != spacing) {
        const double pixels = std::max(1.0, std::floor(voxels * spacing / pixelMm + 0.5));
        if (!(pixels <= kLargestResampledSide)) {
            throw Error("render.plane_too_large", {}, {std::to_string(kLargestResampledSide)});
        }
        image.pixels = static_cast<int>(pixels);
        image.first = 0.5 * pixelMm / spacing - 0.5;
    }
    if (flipped) {
        for (double& part : image.direction)
            part = -part;
        image.first += (image.pixels - 1) * pixelMm / spacing;
    }
    return image;
}

double largestDifference(const Vector3& a, const Vector3& b) {
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

/// Returns true if both have the same pixels, up to rounding.
bool haveSamePixels(const SlicePlane& a, const SlicePlane& b) {
    const auto isClose = [](double x, double y) { return std::abs(x - y) <= 1e-9 * std::abs(y); };
    return a.width == b.width && a.height == b.height && isClose(a.pixelWidth, b.pixelWidth) &&
           isClose(a.pixelHeight, b.pixelHeight) && largestDifference(a.right, b.right) < kTolerance &&
           largestDifference(a.down, b.down) < kTolerance &&
           largestDifference(a.origin, b.origin) < kTolerance * std::min(b.pixelWidth, b.pixelHeight);
}

}  // namespace

const char* toString(SlabMode mode) {
    switch (mode) {
        case SlabMode::maximum:
            return "max";
        case SlabMode::mean:
            return "mean";
        case SlabMode::minimum:
            return "min";
    }
    return "unknown";
}

SlabMode slabModeFromString(const std::string& name) {
    for (const SlabMode mode : {SlabMode::maximum, SlabMode::mean, SlabMode::minimum}) {
        if (name == toString(mode)) return mode;
    }
    throw Error("render.unknown_slab_mode", {}, {name});
}

Vector3 SlicePlane::toPatient(double column, double row) const {
    Vector3 mm = origin;
    for (std::size_t c = 0; c < 3; ++c)
        mm[c] += column * pixelWidth * right[c] + row * pixelHeight * down[c];
    return mm;
}

SlicePlane moved(SlicePlane plane, const RigidTransform& transform) {
    plane.origin = transform.apply(plane.origin);
    plane.right = transform.turn(plane.right);
    plane.down = transform.turn(plane.down);
    return plane;
}

int sliceCount(const Geometry& geometry, Plane plane) {
    return geometry.size[at(planeAxes(geometry, plane).sliceAxis)];
}

SlicePlane slicePlane(const Geometry& geometry, Plane plane, int index) {
    const PlaneAxes axes = planeAxes(geometry, plane);
    const int slices = geometry.size[at(axes.sliceAxis)];
    if (index < 0 || index >= slices) {
        throw Error("render.no_slice", {}, {std::to_string(index), std::to_string(slices - 1)});
    }
    const bool acquired = axes.sliceAxis == 2;
    const double columnMm = geometry.spacing[at(axes.columnAxis)], rowMm = geometry.spacing[at(axes.rowAxis)];
    const double square = std::min(columnMm, rowMm);
    const ImageAxis columns = imageAxis(geometry, axes.columnAxis, axes.flipColumns, acquired ? columnMm : square);
    const ImageAxis rows = imageAxis(geometry, axes.rowAxis, axes.flipRows, acquired ? rowMm : square);
    Vector3 voxel{};
    voxel[at(axes.columnAxis)] = columns.first;
    voxel[at(axes.rowAxis)] = rows.first;
    voxel[at(axes.sliceAxis)] = index;
    return {geometry.voxelToPatient(voxel),
            columns.direction,
            rows.direction,
            columns.pixelMm,
            rows.pixelMm,
            columns.pixels,
            rows.pixels,
            {}};
}

std::optional<SliceNumber> sliceNumber(const Geometry& geometry, const SlicePlane& plane) {
    const Vector3 voxel = geometry.patientToVoxel(plane.origin);
    for (const Plane candidate : {Plane::axial, Plane::coronal, Plane::sagittal}) {
        const double index = std::round(voxel[at(planeAxes(geometry, candidate).sliceAxis)]);
        if (!(index >= 0.0 && index < sliceCount(geometry, candidate))) continue;
        const SliceNumber number{candidate, static_cast<int>(index)};
        try {
            if (haveSamePixels(plane, slicePlane(geometry, candidate, number.index))) return number;
        } catch (const Error&) {  // This plane of the volume cannot be displayed, so it is not `plane`.
        }
    }
    return {};
}

std::vector<double> slabOffsets(const Geometry& geometry, const SlicePlane& plane) {
    if (!plane.slab) return {0.0};
    const double step = *std::ranges::min_element(geometry.spacing);
    const double count = std::max(1.0, std::floor(plane.slab->mm / step + 0.5));
    // The ends of the volume, as far as a corner can lie from its outermost voxels.
    const Vector3 normal = plane.normal();
    double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
    for (const Vector3& corner : cornersOf(geometry, 1.0)) {
        const double along = dot(corner, normal) - dot(plane.origin, normal);
        lowest = std::min(lowest, along);
        highest = std::max(highest, along);
    }
    const double first = std::max(0.0, std::ceil(lowest / step + (count - 1.0) / 2.0));
    const double last = std::min(count - 1.0, std::floor(highest / step + (count - 1.0) / 2.0));
    std::vector<double> offsets;
    for (double i = first; i <= last; ++i)
        offsets.push_back((i - (count - 1.0) / 2.0) * step);
    return offsets;
}

std::array<IndexRange, 3> voxelBox(const Geometry& geometry, const SlicePlane& plane) {
    const std::vector<double> offsets = slabOffsets(geometry, plane);
    if (offsets.empty()) return {};
    const Vector3 perMm = voxelsPerMm(geometry, plane.normal());
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Vector3 low{kInfinity, kInfinity, kInfinity}, high{-kInfinity, -kInfinity, -kInfinity};
    for (const double column : {0.0, plane.width - 1.0}) {
        for (const double row : {0.0, plane.height - 1.0}) {
            const Vector3 voxel = geometry.patientToVoxel(plane.toPatient(column, row));
            for (const double offset : {offsets.front(), offsets.back()}) {
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    low[axis] = std::min(low[axis], voxel[axis] + offset * perMm[axis]);
                    high[axis] = std::max(high[axis], voxel[axis] + offset * perMm[axis]);
                }
            }
        }
    }
    std::array<IndexRange, 3> box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double last = geometry.size[axis] - 1;
        if (!(high[axis] >= -0.5 - kBoxTolerance && low[axis] <= last + 0.5 + kBoxTolerance)) return {};
        box[axis] = {static_cast<int>(std::clamp(std::floor(low[axis] + kBoxTolerance), 0.0, last)),
                     static_cast<int>(std::clamp(std::ceil(high[axis] - kBoxTolerance), 0.0, last))};
    }
    return box;
}

IndexRange storedSlices(const Geometry& geometry, const SlicePlane& plane) {
    return voxelBox(geometry, plane)[2];
}

bool areReady(const Volume& volume, const IndexRange& slices) {
    for (int k = slices.first; k <= slices.last; ++k) {
        if (!volume.isReady(k)) return false;
    }
    return true;
}

bool anyDamaged(const Volume& volume, const IndexRange& slices) {
    for (int k = slices.first; k <= slices.last; ++k) {
        if (volume.isDamaged(k)) return true;
    }
    return false;
}

}  // namespace fleming::viewer
