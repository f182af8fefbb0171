#pragma once

#include "viewer/data/geometry.h"
#include "viewer/data/roi.h"

#include <optional>

namespace fleming::viewer {

/// How far a plane, or a position, may be from a stored slice to lie in it, of the slice spacing.
inline constexpr double kSliceTolerance = 0.02;

/// The pixels of the plane of a region. Pixel (column, row) has its centre in the plane, and a voxel.
struct RoiGrid {
    std::optional<int> slice;     ///< the stored slice whose pixels these are; absent: a grid over the plane
    Vector2 origin, column, row;  ///< centre of pixel (0, 0), and the steps to the next column and row: mm in the plane
    Vector3 voxel, voxelsPerColumn, voxelsPerRow;  ///< of pixel (0, 0), and the steps; voxel coordinates
    int firstColumn = 0, lastColumn = -1, firstRow = 0, lastRow = -1;  ///< no other pixels lie in the volume
    double pixelSize = 1.0;                                            ///< the shorter side of a pixel, mm

    /// Returns the pixel coordinates of a point of the plane; (0, 0) is the centre of pixel (0, 0).
    Vector2 toPixel(const Vector2& mm) const;
};

/// Returns the pixels of a plane. If the plane is that of a stored slice, whichever way it is turned and wherever in
/// the slice it begins, these are the pixels of the slice: column = i, row = j. Else they are squares as large as the
/// smallest voxel spacing, the centre of the first at the origin of the plane, along its directions, also before its
/// origin. A plane is that of a stored slice if it stays within kSliceTolerance of it.
RoiGrid roiGrid(const Geometry& geometry, const RoiPlane& plane);

}  // namespace fleming::viewer
