#pragma once

#include "viewer/data/volume.h"
#include "viewer/measure/measure.h"
#include "viewer/measure/roi_pixels.h"

#include <optional>
#include <vector>

namespace fleming::viewer {

/// Returns the rescaled values of the voxels nearest to the centres of pixels, without padding, NaN and pixels outside
/// of the volume. The volume has one component. Throws Error if a slice that is needed is not ready, or damaged.
std::vector<double> valuesOf(const Volume& volume, const RoiGrid& grid, const std::vector<PixelSpan>& pixels);

/// Returns the statistics of values; nothing without values. Mean and SD in two passes of compensated sums in extended
/// precision. Reorders the values.
std::optional<RoiStatistics> statisticsOf(std::vector<double>& values);

}  // namespace fleming::viewer
