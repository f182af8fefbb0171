#pragma once

#include <vector>

namespace fleming::viewer {

/// The look of a value in a ray-cast volume. Colours and opacity are 0..1.
struct TransferPoint {
    double value;
    double red, green, blue;
    double opacity;  ///< over the length of the shortest side of a voxel of the volume
};

/// How the values along a ray are combined: composited from front to back, or the maximum or minimum intensity
/// projection.
enum class RayBlend { composite, maximum, minimum };

/// Maps values to colours and opacity.
struct TransferFunction {
    std::vector<TransferPoint> points;  ///< in ascending order; linear between them, constant beyond the ends
    bool shaded = false;
    RayBlend blend = RayBlend::composite;
    bool whiteBackground = false;  ///< what is behind the volume is white, not black
};

/// Returns the function with its values mapped linearly, so that `fromLow` becomes `toLow` and `fromHigh` `toHigh`.
TransferFunction stretched(TransferFunction function, double fromLow, double fromHigh, double toLow, double toHigh);

/// Returns the function with its opacity multiplied by `factor`, at most 1.
TransferFunction withOpacity(TransferFunction function, double factor);

}  // namespace fleming::viewer
