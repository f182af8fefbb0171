#include "viewer/render/render.h"

#include "base/error.h"
#include "viewer/render/exact_slice.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/resliced_plane.h"

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace fleming::viewer {

namespace {

RgbImage greyImage(const SlicePlane& plane, std::span<const std::uint8_t> levels) {
    RgbImage image{plane.width, plane.height, std::vector<std::uint8_t>(levels.size() * 3)};
    std::uint8_t* out = image.rgb.data();
    for (const std::uint8_t level : levels) {
        out[0] = out[1] = out[2] = level;
        out += 3;
    }
    return image;
}

RgbImage colourImage(const SlicePlane& plane, std::span<const double> samples) {
    RgbImage image{plane.width, plane.height, std::vector<std::uint8_t>(samples.size())};
    for (std::size_t i = 0; i < samples.size(); ++i)
        image.rgb[i] = std::isnan(samples[i]) ? std::uint8_t{0} : static_cast<std::uint8_t>(samples[i] + 0.5);
    return image;
}

RgbImage exact(const Volume& volume, const SliceNumber& slice, const GreyRule& rule) {
    const SlicePlane plane = slicePlane(volume.geometry(), slice.plane, slice.index);
    if (volume.components() == 3) return exactColours(volume, plane, slice);
    return greyImage(plane, exactGreyLevels(volume, plane, slice, rule));
}

RgbImage resliced(const Volume& volume, const SlicePlane& plane, GreyRule rule) {
    const std::vector<double> samples = reslicedSamples(volume, plane);
    if (volume.components() == 3) return colourImage(plane, samples);
    std::vector<std::uint8_t> levels(samples.size());
    rule.padding.reset();  // It is NaN in the samples.
    greyLevels(ScalarType::float64, std::as_bytes(std::span(samples)), rule, levels);
    return greyImage(plane, levels);
}

}  // namespace

RgbImage render(const Volume& volume, const SlicePlane& plane, const Display& display) {
    const Geometry& geometry = volume.geometry();
    if (!areReady(volume, storedSlices(geometry, plane))) throw Error("render.slice_not_loaded");
    const GreyRule rule{volume.rescale(), volume.padding, display.windowing, display.lowestIsWhite};
    const std::optional<SliceNumber> slice = plane.slab ? std::nullopt : sliceNumber(geometry, plane);
    RgbImage image = slice ? exact(volume, *slice, rule) : resliced(volume, plane, rule);
    if (display.inverted) {
        for (std::uint8_t& level : image.rgb)
            level = static_cast<std::uint8_t>(255 - level);
    }
    return image;
}

}  // namespace fleming::viewer
