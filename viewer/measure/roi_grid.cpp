#include "viewer/measure/roi_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fleming::viewer {

namespace {

/// Returns the voxel coordinates of a step in the patient.
Vector3 voxelStep(Geometry geometry, const Vector3& mm) {
    geometry.origin = {0, 0, 0};
    return geometry.patientToVoxel(mm);
}

Vector3 scaled(Vector3 vector, double factor) {
    for (double& part : vector)
        part *= factor;
    return vector;
}

Vector2 inPlane(const RoiPlane& plane, const Vector3& mm) {
    return {dot(mm, plane.right), dot(mm, plane.down)};
}

/// Returns the stored slice that the plane is, if it is one.
std::optional<int> storedSlice(const Geometry& geometry, const RoiPlane& plane) {
    constexpr double kTolerance = 0.02;
    const double k = geometry.patientToVoxel(plane.origin)[2], nearest = std::round(k);
    const double extent = std::max(geometry.size[0] * geometry.spacing[0], geometry.size[1] * geometry.spacing[1]);
    const auto leaves = [&](const Vector3& direction) {
        return std::abs(voxelStep(geometry, direction)[2]) * extent > kTolerance;
    };
    if (!(std::abs(k - nearest) <= kTolerance) || leaves(plane.right) || leaves(plane.down)) return {};
    if (nearest < 0 || nearest >= geometry.size[2]) return {};
    return static_cast<int>(nearest);
}

RoiGrid pixelsOfSlice(const Geometry& geometry, const RoiPlane& plane, int slice) {
    RoiGrid grid;
    grid.slice = slice;
    grid.voxel = {0, 0, static_cast<double>(slice)};
    grid.voxelsPerColumn = {1, 0, 0};
    grid.voxelsPerRow = {0, 1, 0};
    Vector3 first = geometry.voxelToPatient(grid.voxel);
    for (std::size_t c = 0; c < 3; ++c)
        first[c] -= plane.origin[c];
    grid.origin = inPlane(plane, first);
    grid.column = inPlane(plane, scaled(geometry.iDirection, geometry.spacing[0]));
    grid.row = inPlane(plane, scaled(geometry.jDirection, geometry.spacing[1]));
    grid.lastColumn = geometry.size[0] - 1;
    grid.lastRow = geometry.size[1] - 1;
    grid.pixelSize = std::min(geometry.spacing[0], geometry.spacing[1]);
    return grid;
}

/// Limits the grid to the pixels that can lie in the volume.
void limitTo(const Geometry& geometry, const RoiPlane& plane, RoiGrid& grid) {
    constexpr double kMost = std::numeric_limits<int>::max() / 4;
    Vector2 low{kMost, kMost}, high{-kMost, -kMost};
    for (int corner = 0; corner < 8; ++corner) {
        Vector3 voxel{-0.5, -0.5, -0.5};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if ((corner >> axis) & 1) voxel[axis] += geometry.size[axis];
        }
        Vector3 mm = geometry.voxelToPatient(voxel);
        for (std::size_t c = 0; c < 3; ++c)
            mm[c] -= plane.origin[c];
        const Vector2 pixel = grid.toPixel(inPlane(plane, mm));
        for (std::size_t c = 0; c < 2; ++c) {
            low[c] = std::min(low[c], std::max(-kMost, pixel[c]));
            high[c] = std::max(high[c], std::min(kMost, pixel[c]));
        }
    }
    grid.firstColumn = static_cast<int>(std::floor(low[0]));
    grid.lastColumn = static_cast<int>(std::ceil(high[0]));
    grid.firstRow = static_cast<int>(std::floor(low[1]));
    grid.lastRow = static_cast<int>(std::ceil(high[1]));
}

}  // namespace

Vector2 RoiGrid::toPixel(const Vector2& mm) const {
    const double x = mm[0] - origin[0], y = mm[1] - origin[1];
    const double determinant = column[0] * row[1] - column[1] * row[0];
    return {(x * row[1] - y * row[0]) / determinant, (y * column[0] - x * column[1]) / determinant};
}

RoiGrid roiGrid(const Geometry& geometry, const RoiPlane& plane) {
    if (const auto slice = storedSlice(geometry, plane)) return pixelsOfSlice(geometry, plane, *slice);
    RoiGrid grid;
    grid.pixelSize = *std::min_element(geometry.spacing.begin(), geometry.spacing.end());
    grid.origin = {0, 0};
    grid.column = {grid.pixelSize, 0};
    grid.row = {0, grid.pixelSize};
    grid.voxel = geometry.patientToVoxel(plane.origin);
    grid.voxelsPerColumn = voxelStep(geometry, scaled(plane.right, grid.pixelSize));
    grid.voxelsPerRow = voxelStep(geometry, scaled(plane.down, grid.pixelSize));
    limitTo(geometry, plane, grid);
    return grid;
}

}  // namespace fleming::viewer
