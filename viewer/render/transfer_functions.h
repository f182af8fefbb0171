#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"

#include <vector>

namespace fleming::viewer {

/// How a ray-cast volume looks.
enum class VolumePreset { bone, softTissue, mip };

/// The look of a rescaled value in a ray-cast volume. Colours and opacity are 0..1.
struct TransferPoint {
    double value;
    double red, green, blue;
    double opacity;  ///< over the length of the shortest side of a voxel
};

/// Maps rescaled values to colours and opacity.
struct TransferFunction {
    std::vector<TransferPoint> points;  ///< in ascending order; linear between them, constant beyond the ends
    bool shaded = false;
    bool maximumIntensity = false;  ///< shows the largest value on each ray instead of the nearest
};

/// Returns the function of a preset other than mip for a series: in HU for CT; for other modalities the same shape over
/// `low`..`high`, for example the 0.5 and 99.5 percentiles.
TransferFunction transferFunction(VolumePreset preset, const Series& series, double low, double high);

/// Returns the function of a maximum intensity projection under a LINEAR window.
TransferFunction projectionFunction(const Window& window);

}  // namespace fleming::viewer
