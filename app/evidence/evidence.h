#pragma once

#include "app/evidence/selection.h"
#include "viewer/data/series.h"
#include "viewer/render/frame.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Called on the thread of collectEvidence() with the number of rendered frames and of all frames. Must not throw.
using EvidenceProgress = std::function<void(int done, int total)>;

/// Renders the frames of `selection`, in order, with complete provenance (SHA-256 of file and pixels). `volume` or
/// `clip` is the loaded data, or null. If `volume` lacks slices that the frames need, reads the needed slices from the
/// source and does not wait for `volume`. Throws Error, Cancelled.
std::vector<viewer::Frame> collectEvidence(const viewer::Series& series, const Selection& selection,
                                           std::shared_ptr<const viewer::Volume> volume = {},
                                           std::shared_ptr<const viewer::Clip> clip = {},
                                           const EvidenceProgress& progress = {}, std::stop_token stop = {});

}  // namespace fleming::app
