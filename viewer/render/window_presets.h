#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"
#include "viewer/render/frame_renderer.h"

#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

struct WindowPreset {
    std::string name;  ///< "lung", "bone", ...: stable, for the command line; the ui translates it
    Window window;
};

/// The usual windows of CT in HU: brain, subdural, stroke, bone, soft-tissue, lung, mediastinum, abdomen, liver.
/// Others: none.
std::vector<WindowPreset> windowPresets(const std::string& modality);

/// One of the file's own windows by its name, or a CT preset (where the modality is CT or unknown). Case, spaces,
/// hyphens and underscores do not matter. Throws Error, naming those that there are.
Window windowByName(const Series& series, const std::string& name);

/// The window to begin with: the file's first; else soft tissue for CT; else for a picture 0..255 where it has 8 bits
/// and its whole range where it has more; else the 0.5 to 99.5 percentiles of the (ready) values without padding, or
/// their whole range where those two are equal.
Window defaultWindow(const Series& series, const Volume& volume);

/// MinMax for Fleming-VL's NPY volumes, else defaultWindow().
Windowing defaultWindowing(const Series& series, const Volume& volume);

struct Percentiles {
    double low, high;  ///< rescaled values
};

/// Percentiles (nearest rank, fractions 0..1) of the ready, finite values without padding; absent where there are none.
/// Large volumes are sampled evenly (about 2^18 values), so it takes some 10 ms at most.
std::optional<Percentiles> percentiles(const Volume& volume, double lower, double upper);

}  // namespace fleming::viewer
