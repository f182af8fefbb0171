#pragma once

#include "viewer/data/study.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::viewer {

/// Files looked at so far, and files found so far (grows while folders are still being listed). On a worker thread;
/// must not throw.
using OpenProgress = std::function<void(int done, int found)>;

/// Opens files, several files, or folders (recursively, symlink loops cut): headers only, in parallel. What a file is,
/// is decided by its content. DICOM slices of all paths are sorted into series together. Files that cannot be used are
/// in Study::skipped, each with its reason; in a folder, files that are plainly no images (text, programs) are skipped
/// too. Throws Error when `paths` is empty or nothing at all could be opened (the message holds the first reasons);
/// Cancelled.
Study open(const std::vector<std::filesystem::path>& paths, const OpenProgress& progress = {},
           std::stop_token stop = {});

}  // namespace fleming::viewer
