#include "viewer/render/checkerboard.h"

#include "base/error.h"

#include <algorithm>
#include <cstddef>

namespace fleming::viewer {

RgbImage checkerboard(const RgbImage& one, const RgbImage& other, double tileWidth, double tileHeight) {
    if (one.width != other.width || one.height != other.height) throw Error("render.other_size");
    RgbImage result = one;
    const double width = std::max(1.0, tileWidth), height = std::max(1.0, tileHeight);
    std::size_t at = 0;
    for (int row = 0; row < one.height; ++row) {
        for (int column = 0; column < one.width; ++column, at += 3) {
            const bool isOther = (static_cast<int>(column / width) + static_cast<int>(row / height)) % 2 != 0;
            if (isOther)
                std::copy_n(other.rgb.begin() + static_cast<std::ptrdiff_t>(at), 3,
                            result.rgb.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    return result;
}

}  // namespace fleming::viewer
