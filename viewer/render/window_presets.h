#pragma once

#include <string>
#include <vector>

#include "viewer/data/series.h"
#include "viewer/data/volume.h"

namespace fleming::viewer {

struct WindowPreset {
    std::string name;  ///< "lung", "bone", ...: stable, for the command line; the ui translates it
    Window window;
};

/// The usual windows of CT in HU: brain, subdural, stroke, bone, soft-tissue, lung, mediastinum, abdomen, liver. Others: none.
std::vector<WindowPreset> windowPresets(const std::string& modality);

/// A CT preset by name, or one of the file's own windows. Throws Error, naming those that there are.
Window windowByName(const Series& series, const std::string& name);

/// The window to begin with: the file's first; else soft tissue for CT in HU; else the 0.5 to 99.5 percentiles of the
/// (ready) values without padding.
Window defaultWindow(const Series& series, const Volume& volume);

}  // namespace fleming::viewer
