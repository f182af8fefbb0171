#pragma once

#include "viewer/data/window.h"
#include "viewer/render/volume_camera.h"

#include <optional>
#include <string>

namespace fleming::viewer {

/// A box of a volume, along its i, j and k. Only what is inside is shown.
struct VolumeCrop {
    Vector3 lower{}, upper{};  ///< voxel coordinates: the whole volume goes from -0.5 to its size less 0.5
    friend bool operator==(const VolumeCrop&, const VolumeCrop&) = default;
};

/// How a volume looks when its rays are cast.
struct VolumeLook {
    std::string preset;              ///< VolumePreset::id; empty: the first one of the series
    std::optional<Window> window{};  ///< absent: that of the preset
    double opacity = 1.0;            ///< multiplies that of the preset; projections have none
    std::optional<VolumeCrop> crop{};
    friend bool operator==(const VolumeLook&, const VolumeLook&) = default;
};

/// A picture of a volume: with the volume, enough to make it anew.
struct VolumeRendering {
    VolumeCamera camera;
    VolumeLook look;
    int width = 0, height = 0;  ///< pixels
    friend bool operator==(const VolumeRendering&, const VolumeRendering&) = default;
};

}  // namespace fleming::viewer
