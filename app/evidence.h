#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "viewer/data/series.h"
#include "viewer/render/frame_renderer.h"

namespace fleming::app {

/// What the user picked of one series. Without anything: a volume gives 11 slices, a clip one frame a second, a picture itself.
struct Selection {
    std::optional<viewer::Plane> plane;                 ///< volumes; default: the acquired plane
    std::optional<int> count;                           ///< k spread evenly
    std::vector<int> indices;                           ///< chosen slices or frames, from 0, in this order
    std::vector<double> times;                          ///< clips: chosen times, s
    std::optional<double> everySeconds;                 ///< clips: one frame each so many seconds
    std::optional<std::pair<double, double>> clipRange; ///< clips: in and out point, s
    std::optional<viewer::Windowing> windowing;         ///< default: NPY min-max; else the series' default window
    std::string windowName;                             ///< a preset, looked up in the series; used where not empty
};

/// The slice or frame indices that `selection` means for `series`, by Fleming-VL's published rules. Throws Error for
/// indices or times outside the series, and for a selection that does not fit the series' kind; says what would.
std::vector<int> selectedIndices(const viewer::Series& series, const Selection& selection);

using EvidenceProgress = std::function<void(int done, int total)>;

/// The frames of `selection`, in order, with complete provenance (file and pixel SHA-256). Throws Error, Cancelled.
/// `volume` or `clip` may be given where they are loaded already.
std::vector<viewer::Frame> collectEvidence(const viewer::Series& series, const Selection& selection,
                                           std::shared_ptr<const viewer::Volume> volume = {},
                                           std::shared_ptr<const viewer::Clip> clip = {},
                                           const EvidenceProgress& progress = {}, std::stop_token stop = {});

}  // namespace fleming::app
