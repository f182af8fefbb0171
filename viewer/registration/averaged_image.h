#pragma once

#include "viewer/data/volume.h"

#include <itkImage.h>

#include <stop_token>

namespace fleming::viewer {

using FloatImage = itk::Image<float, 3>;

/// Returns the rescaled values of a complete volume as an image in patient coordinates (LPS mm): each voxel is the mean
/// of a box of stored ones, the smallest box whose sides reach `spacing` mm, unless the voxels are larger already.
/// Padding and NaN count as the lowest value. Throws Cancelled.
FloatImage::Pointer averagedImage(const Volume& volume, double spacing, const std::stop_token& stop);

}  // namespace fleming::viewer
