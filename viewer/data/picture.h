#pragma once

#include "viewer/data/volume.h"

#include <cstdint>
#include <vector>

namespace fleming::viewer {

/// An 8-bit RGB image for the screen, the model or a report. Row-major, top row first, rows without padding.
struct RgbImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  // height * width * 3
};

}  // namespace fleming::viewer
