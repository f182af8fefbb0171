#pragma once

#include "viewer/data/volume.h"

#include <cstdint>
#include <vector>

namespace fleming::viewer {

/// A colour, 8 bits a channel.
struct Rgb {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// An 8-bit RGB image for the screen, the model or a report. Row-major, top row first, rows without padding.
struct RgbImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  // height * width * 3
};

}  // namespace fleming::viewer
