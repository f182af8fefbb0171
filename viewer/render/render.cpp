#include "viewer/render/render.h"

#include "base/error.h"
#include "viewer/render/colour_table.h"
#include "viewer/render/exact_slice.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/resliced_plane.h"
#include "viewer/render/turn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace fleming::viewer {

namespace {

/// The colours of the grey levels, and of padding.
using Palette = std::array<Rgb, 257>;

Palette paletteOf(const Display& display) {
    const std::array<Rgb, 256>& colours = colourTable(display.colours);
    Palette palette;
    std::ranges::copy(colours, palette.begin());
    if (display.inverted) std::reverse(palette.begin(), palette.end() - 1);
    // The padding of a negative is white.
    const bool isNegative = display.inverted && display.colours == ColourTable::grey;
    palette[kPaddingLevel] = isNegative ? Rgb{255, 255, 255} : Rgb{};
    return palette;
}

RgbImage coloured(const SlicePlane& plane, std::span<const GreyLevel> levels, const Display& display) {
    const Palette palette = paletteOf(display);
    RgbImage image{plane.width, plane.height, std::vector<std::uint8_t>(levels.size() * 3)};
    std::uint8_t* out = image.rgb.data();
    for (const GreyLevel level : levels) {
        const Rgb colour = palette[level];
        *out++ = colour.red;
        *out++ = colour.green;
        *out++ = colour.blue;
    }
    return image;
}

RgbImage colourImage(const SlicePlane& plane, std::span<const float> values) {
    RgbImage image{plane.width, plane.height, std::vector<std::uint8_t>(values.size())};
    for (std::size_t i = 0; i < values.size(); ++i)
        image.rgb[i] = std::isnan(values[i]) ? std::uint8_t{0} : static_cast<std::uint8_t>(values[i] + 0.5F);
    return image;
}

RgbImage colours(const Volume& volume, const SlicePlane& plane, const std::optional<SliceNumber>& slice,
                 const Display& display) {
    RgbImage image = slice ? exactColours(volume, plane, *slice, display.interpolation)
                           : colourImage(plane, reslicedValues(volume, plane, display.interpolation));
    if (display.inverted) invert(image);
    return image;
}

RgbImage grey(const Volume& volume, const SlicePlane& plane, const std::optional<SliceNumber>& slice,
              const Display& display) {
    if (slice) {
        const GreyRule rule{volume.rescale(), volume.padding, display.windowing, display.lowestIsWhite};
        return coloured(plane, exactGreyLevels(volume, plane, *slice, rule, display.interpolation), display);
    }
    const std::vector<float> values = reslicedValues(volume, plane, display.interpolation);
    const GreyRule rule{{}, {}, display.windowing, display.lowestIsWhite};
    std::vector<GreyLevel> levels(values.size());
    greyLevels(ScalarType::float32, std::as_bytes(std::span(values)), rule, levels);
    return coloured(plane, levels, display);
}

}  // namespace

void invert(RgbImage& image) {
    for (std::uint8_t& level : image.rgb)
        level = static_cast<std::uint8_t>(255 - level);
}

RgbImage render(const Volume& volume, const SlicePlane& plane, const Display& display) {
    const Geometry& geometry = volume.geometry();
    if (!areReady(volume, storedSlices(geometry, plane))) throw Error("render.slice_not_loaded");
    const bool isThin = slabOffsets(geometry, plane) == std::vector<double>{0.0};
    const std::optional<ShownSlice> shown = isThin ? shownSlice(geometry, plane) : std::nullopt;
    const auto paint = volume.components() == 3 ? colours : grey;
    if (!shown) return paint(volume, plane, {}, display);
    const SlicePlane upright = slicePlane(geometry, shown->slice.plane, shown->slice.index);
    return turned(paint(volume, upright, shown->slice, display), shown->turn);
}

}  // namespace fleming::viewer
