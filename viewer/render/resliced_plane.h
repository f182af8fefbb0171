#pragma once

#include "viewer/data/look.h"
#include "viewer/data/volume.h"
#include "viewer/render/slice_plane.h"

#include <vector>

namespace fleming::viewer {

/// Samples any plane of `volume`. Returns width * height * components rescaled values, row by row; NaN is what the
/// volume does not have.
///
/// - A sample lies at a voxel coordinate. If that is outside -0.5 .. n - 0.5 along an axis of n voxels, the sample is
///   NaN. Else it is clamped to 0 .. n - 1, and the eight voxels around it are interpolated linearly, or the nearest
///   voxel (of equals, the first) is taken.
/// - Padding, and NaN: if the nearest voxel is padding, so is the sample. Else other voxels that are padding are left
///   out, and the weights of the rest are divided by their sum.
/// - A slab has the maximum, the mean or the minimum of its samples at slabOffsets() that are not NaN.
///
/// The values have the accuracy of float, and are the same on every processor. The slices of storedSlices() must be
/// ready. Uses the shared threads. Throws std::bad_alloc.
std::vector<float> reslicedValues(const Volume& volume, const SlicePlane& plane,
                                  Interpolation interpolation = Interpolation::linear);

}  // namespace fleming::viewer
