#pragma once

#include "app/studies/open_series.h"

#include <vector>

namespace fleming::app {

/// Returns the open series that show what a series shows at other times, with it, in their order: time points of one
/// file or of one DICOM series, of the same echo, phase and so on. Only the series itself if there are no others.
std::vector<int> timePointsOf(const std::vector<OpenSeries>& series, int id);

}  // namespace fleming::app
