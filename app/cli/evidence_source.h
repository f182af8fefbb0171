#pragma once

#include "app/cli/console.h"
#include "app/cli/shared_options.h"
#include "viewer/data/open_result.h"
#include "viewer/render/frame.h"

#include <vector>

namespace fleming::app::cli {

/// Opens `paths` with progress. Prints the skipped files to `err` if `saySkipped`. Throws Error or Cancelled.
viewer::OpenResult openPaths(const std::vector<std::filesystem::path>& paths, Console& console, bool saySkipped);

/// Returns the series that `source` names by number. Without numbers, returns the only series; or all series in the
/// order of the paths if each is a picture and a path of its own names it; or the first series, and prints to `err`
/// that there are others. Throws Error if there is no series with such a number.
std::vector<viewer::Series> chosenSeries(const viewer::OpenResult& opened, const Source& source, Console& console);

/// Collects the frames of `source`, series by series. Throws Error or Cancelled.
std::vector<viewer::Frame> collectFrames(const Source& source, Console& console);

/// Collects the frames of `source`, whose paths have been opened as `opened`.
std::vector<viewer::Frame> collectFrames(const viewer::OpenResult& opened, const Source& source, Console& console);

/// Returns viewer::straightenedIfNeeded(), and says so if it is another series: planes across its slices are right
/// then.
viewer::Series straightenedSeries(const viewer::Series& series, Console& console);

/// Reads slices as viewer::readSlices() does, with a line of progress.
void readSlices(const viewer::Series& series, viewer::Volume& into, const std::vector<int>& slices, Console& console);

}  // namespace fleming::app::cli
