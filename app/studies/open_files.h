#pragma once

#include "viewer/io/open.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Opens files and folders as viewer::open() does. The result has at least one series. Throws Error if `paths` is empty
/// or if nothing could be opened, with the reasons for the first files as its argument. Throws Cancelled.
viewer::OpenResult openFiles(const std::vector<std::filesystem::path>& paths, const viewer::OpenProgress& progress = {},
                             std::stop_token stop = {});

}  // namespace fleming::app
