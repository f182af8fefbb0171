#pragma once

#include "viewer/data/series.h"
#include "viewer/render/display.h"
#include "viewer/render/slice_plane.h"
#include "viewer/render/volume_look.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

/// The maximum number of frames in one selection. A context of 32,768 tokens holds 128 frames.
inline constexpr int kMaximumFrames = 512;

/// The number of slices of a volume if the selection gives none. Source: Fleming-VL.
inline constexpr int kDefaultSlices = 11;

/// The frames that the user selects from one series, and how they are rendered. By default: 11 slices of a volume, one
/// frame per second of a clip, or the picture. At most one of `count`, `indices`, `obliques`, `rendering`,
/// `times` and `everySeconds` may be set.
struct Selection {
    std::optional<viewer::Plane> plane;        ///< volumes; default: the acquired plane
    std::vector<viewer::SlicePlane> obliques;  ///< volumes: these planes in place of slices, before `look` turns them
    std::optional<viewer::VolumeRendering> rendering;  ///< volumes: this picture of the whole, in place of slices
    std::optional<int> count;                          ///< frames, evenly spaced over the volume, clip or clipRange
    std::vector<int> indices;                          ///< 0-based slices or frames, in this order
    std::vector<double> times;                         ///< clips: s; selects the frame displayed at each time
    std::optional<double> everySeconds;                ///< clips: interval in s; selects the middle of each interval
    std::optional<std::pair<double, double>>
        clipRange;  ///< clips: in and out point, s; may be combined with count or everySeconds
    std::optional<viewer::Windowing> windowing;  ///< default: min-max for NPY, else the default of the series
    std::optional<viewer::Slab> slab;            ///< volumes: a slab around each slice
    bool inverted = false;                       ///< inverts greyscale
    viewer::Look look;                           ///< default: the plain slice or frame
    std::string windowName;                      ///< if not empty, a window preset that replaces `windowing`
};

/// Returns the 0-based slice or frame indices of `selection` by the published rules of Fleming-VL, which repeat slices
/// if `count` exceeds their number. `clip` is the open clip, or null; it is opened if the selection has times or a
/// window. Throws
/// Error for indices or times outside the series, for more than kMaximumFrames frames, and for a selection that does
/// not apply to the kind of the series.
std::vector<int> selectedIndices(const viewer::Series& series, const Selection& selection,
                                 std::shared_ptr<const viewer::Clip> clip = {});

}  // namespace fleming::app
