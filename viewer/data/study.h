#pragma once

#include "viewer/data/series.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A file that was not opened, and why: one whole sentence, without patient data.
struct Skipped {
    std::filesystem::path path;
    std::string reason;
};

/// What was opened. Series are in a stable order: by study, series number, then position in the folder.
struct Study {
    std::vector<Series> series;
    std::vector<Skipped> skipped;
    std::vector<std::string> notes;
};

}  // namespace fleming::viewer
