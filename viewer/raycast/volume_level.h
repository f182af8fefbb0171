#pragma once

#include "viewer/data/volume.h"

#include <memory>
#include <stop_token>

namespace fleming::viewer {

/// The values of a volume for the ray caster: the memory of the volume itself, or a smaller copy.
/// Layout: k slowest, then j, then i; one component.
struct VolumeLevel {
    Index3 size{};
    Vector3 spacing{};      ///< mm
    Vector3 firstCentre{};  ///< mm from the centre of voxel (0, 0, 0) of the volume, along i, j, k
    ScalarType type = ScalarType::float32;
    Rescale rescale;                    ///< of these values
    std::shared_ptr<const void> owner;  ///< keeps `data` alive
    const void* data = nullptr;
};

/// Returns the whole volume in at most `mostVoxels`: the volume itself if it is small enough and has a type that the
/// ray caster takes (8 or 16 bits, no padding), else a float32 copy with averaged blocks of voxels. The axis with the
/// smallest spacing is reduced first. Colours become luminance; padding, NaN and infinities become `lowest`.
/// Throws Cancelled.
VolumeLevel volumeLevel(std::shared_ptr<const Volume> volume, double mostVoxels, double lowest, std::stop_token stop);

}  // namespace fleming::viewer
