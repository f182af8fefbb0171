#include "viewer/measure/roi_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fleming::viewer {

namespace {

/// Returns a step in the patient as one in the plane.
Vector2 stepInPlane(const RoiPlane& plane, const Vector3& direction, double mm) {
    return {mm * dot(direction, plane.right), mm * dot(direction, plane.down)};
}

/// Returns the stored slice that the plane is, if it is one.
std::optional<int> storedSlice(const Geometry& geometry, const RoiPlane& plane) {
    const double k = geometry.patientToVoxel(plane.origin)[2], nearest = std::round(k);
    const double extent = std::max(geometry.size[0] * geometry.spacing[0], geometry.size[1] * geometry.spacing[1]);
    const auto leaves = [&](const Vector3& direction) {
        return std::abs(voxelsPerMm(geometry, direction)[2]) * extent > kSliceTolerance;
    };
    if (!(std::abs(k - nearest) <= kSliceTolerance) || leaves(plane.right) || leaves(plane.down)) return {};
    if (nearest < 0 || nearest >= geometry.size[2]) return {};
    return static_cast<int>(nearest);
}

RoiGrid pixelsOfSlice(const Geometry& geometry, const RoiPlane& plane, int slice) {
    RoiGrid grid;
    grid.slice = slice;
    grid.voxel = {0, 0, static_cast<double>(slice)};
    grid.voxelsPerColumn = {1, 0, 0};
    grid.voxelsPerRow = {0, 1, 0};
    grid.origin = toPlane(plane, geometry.voxelToPatient(grid.voxel));
    grid.column = stepInPlane(plane, geometry.iDirection, geometry.spacing[0]);
    grid.row = stepInPlane(plane, geometry.jDirection, geometry.spacing[1]);
    grid.lastColumn = geometry.size[0] - 1;
    grid.lastRow = geometry.size[1] - 1;
    grid.pixelSize = std::min(geometry.spacing[0], geometry.spacing[1]);
    return grid;
}

/// Limits the grid to the pixels that can lie in the volume.
void limitTo(const Geometry& geometry, const RoiPlane& plane, RoiGrid& grid) {
    constexpr double kMost = std::numeric_limits<int>::max() / 4;
    Vector2 low{kMost, kMost}, high{-kMost, -kMost};
    for (const Vector3& corner : cornersOf(geometry, 0.5)) {
        const Vector2 pixel = grid.toPixel(toPlane(plane, corner));
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
    grid.voxelsPerColumn = plus({}, voxelsPerMm(geometry, plane.right), grid.pixelSize);
    grid.voxelsPerRow = plus({}, voxelsPerMm(geometry, plane.down), grid.pixelSize);
    limitTo(geometry, plane, grid);
    return grid;
}

}  // namespace fleming::viewer
