#pragma once

#include "viewer/layers/layer.h"

#include <memory>
#include <vector>

namespace fleming::viewer {

/// Makes all layers of a slice view, in the order in which they are drawn.
std::vector<std::unique_ptr<Layer>> makeLayers();

}  // namespace fleming::viewer
