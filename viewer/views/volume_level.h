#pragma once

#include "viewer/data/volume.h"

#include <memory>
#include <stop_token>

namespace fleming::viewer {

/// A volume's values as the ray caster takes them: the volume's own memory, or a smaller copy of it.
/// Layout: k slowest, then j, then i; one component.
struct VolumeLevel {
    Index3 size{};
    Vector3 spacing{};      ///< mm
    Vector3 firstCentre{};  ///< mm from the centre of the volume's voxel (0, 0, 0), along i, j, k
    ScalarType type = ScalarType::float32;
    Rescale rescale;                    ///< of the values held here
    std::shared_ptr<const void> owner;  ///< keeps `data` alive
    const void* data = nullptr;
};

/// The whole of `volume` in at most `mostVoxels`: the volume itself where it is small enough and of a type that needs
/// no change (8 or 16 bits, no padding), else a float32 copy in which blocks of voxels are averaged; the axis with the
/// smallest spacing is reduced first. Colour becomes luminance; padding, NaN and infinities become `lowest`.
/// Throws Cancelled.
VolumeLevel volumeLevel(std::shared_ptr<const Volume> volume, double mostVoxels, double lowest, std::stop_token stop);

}  // namespace fleming::viewer
