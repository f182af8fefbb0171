#pragma once

#include <vector>

namespace fleming::viewer {

/// The look of a value in a ray-cast volume. Colours and opacity are 0..1.
struct TransferPoint {
    double value;
    double red, green, blue;
    double opacity;  ///< over the length of the shortest side of a voxel of the volume
};

/// What becomes of the values along a ray: all are blended, the nearest in front; or only the largest or the smallest
/// one is shown.
enum class RayBlend { composite, maximum, minimum };

/// Maps values to colours and opacity.
struct TransferFunction {
    std::vector<TransferPoint> points;  ///< in ascending order; linear between them, constant beyond the ends
    bool shaded = false;
    RayBlend blend = RayBlend::composite;
    bool whiteGround = false;  ///< what is behind the volume is white, not black
};

/// Returns the function with its values mapped linearly, so that `fromLow` becomes `toLow` and `fromHigh` `toHigh`.
TransferFunction stretched(TransferFunction function, double fromLow, double fromHigh, double toLow, double toHigh);

/// Returns the function with its opacity multiplied by `factor`, at most 1.
TransferFunction withOpacity(TransferFunction function, double factor);

}  // namespace fleming::viewer
