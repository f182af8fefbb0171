#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/render/volume_look.h"
#include "viewer/render/window_presets.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::viewer {

/// The facts about the values of a volume that its presets need.
struct VolumeValues {
    std::string modality;         ///< "CT" also if that is unknown and the values look like HU
    Percentiles range{0.0, 1.0};  ///< the 0.5 and 99.5 percentiles
    Window projection{0.5, 1.0};  ///< projectionWindow()
};

/// Samples and projects the values of a complete volume. Throws Cancelled.
VolumeValues volumeValues(const Series& series, const Volume& volume, std::stop_token stop = {});

/// A ready-made look of ray-cast volumes.
struct VolumePreset {
    /// What the values of `function` are.
    enum class Scale {
        hounsfield,  ///< HU
        range,       ///< 0 is VolumeValues::range.low, 1 is range.high
        projection,  ///< 0 and 1 are the ends of VolumeValues::projection
    };
    enum class Modalities { ct, mr, pet, otherThanCt, all };

    std::string id;  ///< stable: it is in records
    Modalities modalities;
    Scale scale;
    TransferFunction function;
};

/// Returns all presets.
std::span<const VolumePreset> volumePresets();

/// Returns the presets that make sense for a modality (DICOM; may be empty), the usual one first. There is always one.
std::vector<const VolumePreset*> volumePresets(const std::string& modality);

/// Returns the preset of that id, or the first one of the modality if it is empty. Throws Error "volume.no_preset".
const VolumePreset& volumePreset(const std::string& id, const std::string& modality);

/// Returns the window of a preset itself: from the first to the last value of its function.
Window ownWindow(const VolumePreset& preset, const VolumeValues& values);

/// Returns the function of a look, in rescaled values. Its window shifts and stretches the function of the preset, so
/// that ownWindow() becomes that window. Throws Error "volume.no_preset".
TransferFunction transferFunction(const VolumeLook& look, const VolumeValues& values);

/// Returns true if the opacity of a look changes the picture: not of projections.
bool hasOpacity(const VolumePreset& preset);

}  // namespace fleming::viewer
