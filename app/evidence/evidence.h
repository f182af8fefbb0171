#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame_renderer.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

/// The most frames that one selection may give; a model with 32,768 tokens of context holds 128 of them.
inline constexpr int kMaximumFrames = 512;

/// Slices of a volume without a selection: Fleming-VL's own number.
inline constexpr int kDefaultSlices = 11;

/// What the user picked of one series. Without anything: a volume gives 11 slices, a clip one frame a second, a picture
/// itself. At most one of `count`, `indices`, `times` and `everySeconds` is given.
struct Selection {
    std::optional<viewer::Plane> plane;  ///< volumes; default: the acquired plane
    std::optional<int> count;            ///< k spread evenly over the volume, or the clip or its range
    std::vector<int> indices;            ///< chosen slices or frames, from 0, in this order
    std::vector<double> times;           ///< clips: chosen times, s: the frame shown at that time
    std::optional<double> everySeconds;  ///< clips: one frame each so many seconds, the middle of each piece
    std::optional<std::pair<double, double>>
        clipRange;                               ///< clips: in and out point, s; with count, everySeconds or alone
    std::optional<viewer::Windowing> windowing;  ///< default: NPY min-max; else the series' default window
    bool inverted = false;                       ///< volumes, pictures: the negative
    std::string windowName;                      ///< a preset, looked up in the series; used where not empty
};

/// The slice or frame indices that `selection` means for `series`, by Fleming-VL's published rules; more than there are
/// slices repeats some, as those rules do. `clip` may be given where it is open already; times need an open clip.
/// Throws Error for indices or times outside the series, for more than kMaximumFrames, and for a selection that does
/// not fit the series' kind; says what would.
std::vector<int> selectedIndices(const viewer::Series& series, const Selection& selection,
                                 std::shared_ptr<const viewer::Clip> clip = {});

/// Frames that are ready, frames in all. On the thread that collects; must not throw.
using EvidenceProgress = std::function<void(int done, int total)>;

/// The frames of `selection`, in order, with complete provenance (file and pixel SHA-256). `volume` or `clip` may be
/// given where they are loaded already; a volume that lacks slices is not waited for: they are read anew, and no more
/// of the series than is needed. Throws Error, Cancelled.
std::vector<viewer::Frame> collectEvidence(const viewer::Series& series, const Selection& selection,
                                           std::shared_ptr<const viewer::Volume> volume = {},
                                           std::shared_ptr<const viewer::Clip> clip = {},
                                           const EvidenceProgress& progress = {}, std::stop_token stop = {});

}  // namespace fleming::app
