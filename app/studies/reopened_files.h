#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace fleming::app {

/// The files from which the series of some frames can be opened again.
struct ReopenedFiles {
    std::vector<std::filesystem::path> found;    ///< files to open; may include files of other series
    std::vector<std::filesystem::path> missing;  ///< files that no longer exist, one per series
};

/// Finds the files that `frames` came from. For a DICOM frame, these are all files in its folder, since its series has
/// one file per slice; for other formats, the file alone.
ReopenedFiles findFiles(const std::vector<viewer::Provenance>& frames);

/// Returns true if a frame with this provenance belongs to `series`.
bool comesFrom(const viewer::Provenance& provenance, const viewer::Series& series);

/// Returns viewer::straightened(stored) if a frame with this provenance belongs to it.
std::optional<viewer::Series> straightenedFor(const viewer::Provenance& provenance, const viewer::Series& stored);

/// Adds to series that were opened from files what frames need of them: straightenedFor(), each series once.
void addStraightened(std::vector<viewer::Series>& series, const std::vector<viewer::Provenance>& frames);

}  // namespace fleming::app
