#pragma once

#include "viewer/data/volume.h"
#include "viewer/render/slice_plane.h"

#include <vector>

namespace fleming::viewer {

/// A straight, evenly spaced grid for slices that are sheared, shifted sideways or unevenly spaced, and the values of
/// the slices at its voxels.
///
/// - The grid has the directions and the spacing of the stored geometry, and the pixels of the first slice are pixels
///   of it. It has as many columns and rows as all slices need at their true positions, and slices from the first to
///   the last one, at most half a spacing beyond.
/// - A voxel lies between two stored slices, along their normal, and in each of them between four pixels. These eight
///   are interpolated linearly. Beyond the last slice there are four.
/// - Pixels that a slice does not have count as padding. If the nearest of the eight (of equals, the first) is padding
///   or NaN, so is the voxel, which is NaN; colours are black. Else other pixels that are padding are left out, and the
///   weights of the rest are divided by their sum. These are the rules of reslicedValues().
class StraightGrid {
public:
    /// `stored` is the geometry of the slices as if they were straight and evenly spaced; `positions` are the true
    /// centres of the first pixel of each slice (LPS mm), in ascending order along the normal. Throws Error if the grid
    /// would be too large.
    StraightGrid(const Geometry& stored, const std::vector<Vector3>& positions);

    /// Returns the geometry of the grid.
    const Geometry& geometry() const { return geometry_; }

    /// Returns the stored slices that slice k of the grid lies between, one or two.
    IndexRange slicesFor(int k) const;

    /// Writes slice k of `into`, which has geometry(): rescaled values as float32, or colours as uint8. The slices of
    /// slicesFor(k) are ready in `stored`. Thread-safe.
    void resample(const Volume& stored, int k, Volume& into) const;

private:
    /// Where a stored slice lies, in voxels of the stored geometry from its first slice.
    struct Place {
        double i, j, k;
    };
    /// One of the pixels that a voxel is made of. They are the same for all voxels of a slice.
    struct Corner {
        int slice = 0;
        int column = 0, row = 0;  ///< of the pixel for voxel (0, 0)
        double weight = 0.0;
    };
    std::vector<Corner> cornersFor(int k) const;
    void addCorners(int slice, double weight, std::vector<Corner>& corners) const;
    double shareOfUpper(int lower, int k) const;

    template <typename T>
    void resampleRow(const Volume& stored, const std::vector<Corner>& corners, int k, int row, Volume& into) const;

    std::vector<Place> places_;
    int firstColumn_ = 0, firstRow_ = 0;  ///< of the grid, in pixels of the first slice
    Geometry geometry_;
};

}  // namespace fleming::viewer
