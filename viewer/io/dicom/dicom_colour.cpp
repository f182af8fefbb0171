#include "viewer/io/dicom/dicom_colour.h"

#include "viewer/data/picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fleming::viewer {

namespace {

std::uint8_t clamped(double value) {
    return static_cast<std::uint8_t>(std::clamp(std::floor(value + 0.5), 0.0, 255.0));
}

/// Converts one pixel by the inverse of the equations of PS3.3 C.7.6.3.1.2.
Rgb converted(std::uint8_t first, std::uint8_t second, std::uint8_t third, ColourModel model) {
    if (model == ColourModel::rgb) return {first, second, third};
    double y = first, cb = second - 128.0, cr = third - 128.0;
    if (model == ColourModel::yCbCrPartial) {
        y = (y - 16.0) * 255.0 / 219.0;
        cb *= 255.0 / 224.0;
        cr *= 255.0 / 224.0;
    }
    return {clamped(y + 1.402 * cr), clamped(y - 0.114 * 1.772 / 0.587 * cb - 0.299 * 1.402 / 0.587 * cr),
            clamped(y + 1.772 * cb)};
}

}  // namespace

void toRgb(std::span<const std::uint8_t> from, std::size_t pixels, ColourLayout layout, ColourModel model,
           std::span<std::uint8_t> rgb) {
    if (layout == ColourLayout::byPixel && model == ColourModel::rgb) {
        std::memcpy(rgb.data(), from.data(), pixels * 3);
        return;
    }
    for (std::size_t p = 0; p < pixels; ++p) {
        Rgb colour{};
        if (layout == ColourLayout::byPixel) {
            colour = converted(from[3 * p], from[3 * p + 1], from[3 * p + 2], model);
        } else if (layout == ColourLayout::byPlane) {
            colour = converted(from[p], from[pixels + p], from[2 * pixels + p], model);
        } else {
            const std::size_t pair = p / 2 * 4;
            colour = converted(from[pair + p % 2], from[pair + 2], from[pair + 3], model);
        }
        rgb[3 * p] = colour.red;
        rgb[3 * p + 1] = colour.green;
        rgb[3 * p + 2] = colour.blue;
    }
}

}  // namespace fleming::viewer
