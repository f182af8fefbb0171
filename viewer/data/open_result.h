#pragma once

#include "base/error.h"
#include "viewer/data/series.h"

#include <vector>

namespace fleming::viewer {

/// What open() found.
struct OpenResult {
    std::vector<Series> series;  ///< in a stable order: by study, series number, then position in the folder
    std::vector<Error> skipped;  ///< why each of the other sources was not opened
};

}  // namespace fleming::viewer
