#pragma once

#include "app/cli/console.h"
#include "app/cli/options.h"
#include "viewer/data/study.h"
#include "viewer/render/frame.h"

#include <vector>

namespace fleming::app::cli {

/// Opens `paths` with progress. What was skipped is said on `err` where `saySkipped`. Throws Error, Cancelled.
viewer::Study openStudy(const std::vector<std::filesystem::path>& paths, Console& console, bool saySkipped);

/// The series that `source` means: those it names; else the only one; else, where each is a picture that was named by a
/// path of its own, all of them in that order; else the first, and `err` is told that there are others.
/// Throws Error for a number that no series has.
std::vector<viewer::Series> chosenSeries(const viewer::Study& study, const Source& source, Console& console);

/// All frames of `source`, of one series after the other. Throws Error, Cancelled.
std::vector<viewer::Frame> collectFrames(const Source& source, Console& console);

/// The same where the paths of `source` are open already.
std::vector<viewer::Frame> collectFrames(const viewer::Study& study, const Source& source, Console& console);

}  // namespace fleming::app::cli
