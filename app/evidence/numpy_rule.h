#pragma once

#include "viewer/data/series.h"
#include "viewer/render/display.h"

#include <optional>

namespace fleming::app {

/// Returns true if Fleming-VL's published rule for NumPy volumes applies to `series`, which is the case for grey
/// volumes from NPY files. The rule: each slice is mapped by its own minimum and maximum to 0..255, and the model's
/// square is cut as CLIPImageProcessor does (shortest edge to 448, then the centre). Source: the model's demo script
/// for 3-D input.
bool followsNumpyRule(const viewer::Series& series);

/// Returns the windowing with which `series` is first displayed and sent to the model, if a rule of the model sets it:
/// MinMax for NumPy volumes. The default of all other series is viewer::defaultWindowing().
std::optional<viewer::Windowing> windowingOfModel(const viewer::Series& series);

}  // namespace fleming::app
