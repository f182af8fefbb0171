#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame.h"

#include <filesystem>
#include <vector>

namespace fleming::app {

/// Where the series of some frames are to be found again.
struct ReopenedFiles {
    std::vector<std::filesystem::path> found;    ///< files to open; among them may be others of the same folders
    std::vector<std::filesystem::path> missing;  ///< files of frames that are not there any more, one a series
};

/// Looks for the files that `frames` came from. A slice's whole series lies around it in its folder; other files stand
/// for themselves.
ReopenedFiles findFilesOf(const std::vector<viewer::Provenance>& frames);

/// Returns true if a frame of that provenance is one of `series`.
bool comesFrom(const viewer::Provenance& provenance, const viewer::Series& series);

}  // namespace fleming::app
