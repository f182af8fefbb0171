#pragma once

#include "viewer/data/series.h"
#include "viewer/data/volume.h"
#include "viewer/render/display.h"
#include "viewer/render/slice_plane.h"

#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A window with a name.
struct WindowPreset {
    std::string name;  ///< "lung", "bone", ...: stable, for the command line; ui translates it
    Window window;
    VoiTablePtr table{};  ///< of the file; null: a window

    Windowing windowing() const { return table ? Windowing(table) : Windowing(window); }
};

/// Returns the usual windows of CT, in HU: brain, subdural, stroke, bone, soft-tissue, lung, mediastinum, abdomen,
/// liver. Other modalities have none.
std::vector<WindowPreset> windowPresets(const std::string& modality);

/// Returns true if the values of a volume are HU: its modality is CT, or it has none and its values look like HU.
bool hasHounsfieldUnits(const std::string& modality, const Volume& volume);

/// Returns the windows for the keys 1 to 9, at most nine. Of CT, also of volumes without a modality whose values look
/// like HU: windowPresets("CT"). Of all others: at most six windows of the file, then three of the values: between
/// their 10th and 90th percentiles (high-contrast), 2nd and 98th (medium-contrast), 0.5th and 99.5th (low-contrast).
/// Colour images have none.
std::vector<WindowPreset> keyWindows(const Series& series, const Volume& volume);

/// Does the same for a grey frame of a clip, whose file has the windows `ofFile`.
std::vector<WindowPreset> keyWindows(const std::string& modality, const std::vector<NamedWindow>& ofFile,
                                     const Volume& frame);

/// Returns the window of a key 1 to 9; absent if the key has none.
std::optional<Windowing> windowOfKey(const std::vector<WindowPreset>& windows, int key);

/// Returns the window from the smallest to the largest of the sampled values; see percentiles().
std::optional<Window> fullRange(const Volume& volume);

/// Returns the window from the 2nd to the 98th percentile (nearest rank) of the voxels nearest to the pixels in a box,
/// without padding. Absent if the box has no values, or only equal ones. Large boxes are sampled (2^18 pixels).
std::optional<Window> windowOverBox(const Volume& volume, const SlicePlane& plane, const PixelBox& box);

/// Returns the window that looks like `windowing` on the stored slice k, which is ready: from its minimum to its
/// maximum for MinMax, the range of a table. Absent if the slice has no values.
std::optional<Window> windowLike(const Windowing& windowing, const Volume& volume, int k);

/// Returns a window or table of the file by its name, or a CT preset if the modality is CT or unknown. Case, spaces,
/// hyphens and underscores do not matter. Throws Error with the available names.
Windowing windowByName(const Series& series, const std::string& name);
Windowing windowByName(const std::string& modality, const std::vector<NamedWindow>& ofFile, const std::string& name);

/// Returns the default window if the header alone determines it: the first window of the file; else soft tissue for CT;
/// else 0..255 for an 8-bit picture.
std::optional<Window> headerWindow(const Series& series);

/// The same with the first table of the file, if that has no windows.
std::optional<Windowing> headerWindowing(const Series& series);

/// Returns the window to begin with: headerWindow(); else the whole range of values for a picture; else the 0.5 to 99.5
/// percentiles of the ready values without padding, or their whole range if those two are equal.
Window defaultWindow(const Series& series, const Volume& volume);

/// Returns the windowing to begin with: headerWindowing(), else defaultWindow().
Windowing defaultWindowing(const Series& series, const Volume& volume);

/// Two percentiles.
struct Percentiles {
    double low, high;  ///< rescaled values
};

/// Returns percentiles (nearest rank, fractions 0..1) of the ready, finite values without padding; absent if there are
/// none. Large volumes are sampled evenly (about 2^18 values), so it takes about 10 ms at most.
std::optional<Percentiles> percentiles(const Volume& volume, double lower, double upper);

}  // namespace fleming::viewer
