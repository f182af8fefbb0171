#pragma once

#include "viewer/data/open_result.h"
#include "viewer/io/bytes/byte_source.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::viewer {

/// The number of files read so far, and of files found so far (which grows while folders are listed). Called on worker
/// threads, by one at a time; must not throw.
using OpenProgress = std::function<void(int done, int found)>;

/// Opens files and folders: reads the headers in parallel and finds the series in them. Folders are searched
/// recursively; circular links end. The content decides about the format of a file, not the name. DICOM slices of all
/// paths are sorted into series together. OpenResult::skipped has an Error for each other file, also for those in a
/// folder that are clearly not images (text, programs). Throws Cancelled.
OpenResult open(const std::vector<std::filesystem::path>& paths, const OpenProgress& progress = {},
                std::stop_token stop = {});

/// Opens sources of any kind in the same way.
OpenResult openSources(const std::vector<ByteSourcePtr>& sources, const OpenProgress& progress = {},
                       std::stop_token stop = {});

}  // namespace fleming::viewer
