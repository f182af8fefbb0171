#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"

#include <vector>

namespace fleming::viewer {

enum class VolumePreset { bone, softTissue, mip };

/// What a rescaled value looks like in a ray-cast volume. Colours and opacity are 0..1.
struct TransferPoint {
    double value;
    double red, green, blue;
    double opacity;  ///< over the distance of one voxel's shortest side
};

struct TransferFunction {
    std::vector<TransferPoint> points;  ///< by growing value; straight lines between, constant beyond the ends
    bool shaded = false;
    bool maximumIntensity = false;  ///< the largest value on each ray, in place of what lies in front
};

/// The preset for a series, bone or soft tissue: in HU for CT; for anything else the same shape laid over `low`..`high`
/// (its 0.5 to 99.5 percentiles, say).
TransferFunction transferFunction(VolumePreset preset, const Series& series, double low, double high);

/// Maximum intensity projection under a LINEAR window.
TransferFunction projectionFunction(const Window& window);

}  // namespace fleming::viewer
