#include "viewer/render/thumbnail.h"

#include "base/error.h"
#include "viewer/render/render.h"
#include "viewer/render/window_presets.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stop_token>
#include <vector>

namespace fleming::viewer {

namespace {

/// One output sample of an axis: a weighted sum of the inputs from `first` on.
struct Blend {
    int first;
    std::vector<float> weights;
};

/// A triangle filter as wide as the reduction: it averages if the image shrinks and interpolates if it grows.
std::vector<Blend> blends(int from, int to) {
    const double scale = static_cast<double>(from) / to, support = std::max(1.0, scale);
    std::vector<Blend> all;
    for (int p = 0; p < to; ++p) {
        const double centre = (p + 0.5) * scale - 0.5;
        const int first = std::max(0, static_cast<int>(std::ceil(centre - support)));
        const int last = std::min(from - 1, static_cast<int>(std::floor(centre + support)));
        Blend blend{first, {}};
        double sum = 0.0;
        for (int i = first; i <= last; ++i) {
            const double weight = std::max(1e-6, 1.0 - std::abs(i - centre) / support);
            blend.weights.push_back(static_cast<float>(weight));
            sum += weight;
        }
        for (float& weight : blend.weights)
            weight = static_cast<float>(weight / sum);
        all.push_back(std::move(blend));
    }
    return all;
}

RgbImage resized(const RgbImage& image, int width, int height) {
    const auto rowValues = static_cast<std::size_t>(width) * 3;
    std::vector<float> narrow(rowValues * static_cast<std::size_t>(image.height));
    const std::vector<Blend> columns = blends(image.width, width), rows = blends(image.height, height);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* in =
            image.rgb.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) * 3;
        float* out = narrow.data() + static_cast<std::size_t>(y) * rowValues;
        for (const Blend& blend : columns) {
            const std::uint8_t* sample = in + static_cast<std::size_t>(blend.first) * 3;
            for (const float weight : blend.weights) {
                for (std::size_t c = 0; c < 3; ++c)
                    out[c] += weight * static_cast<float>(sample[c]);
                sample += 3;
            }
            out += 3;
        }
    }
    RgbImage small{width, height, std::vector<std::uint8_t>(rowValues * static_cast<std::size_t>(height))};
    std::uint8_t* out = small.rgb.data();
    for (const Blend& blend : rows) {
        for (std::size_t x = 0; x < rowValues; ++x) {
            float sum = 0.5F;
            const float* sample = narrow.data() + static_cast<std::size_t>(blend.first) * rowValues + x;
            for (const float weight : blend.weights) {
                sum += weight * *sample;
                sample += rowValues;
            }
            *out++ = static_cast<std::uint8_t>(std::clamp(sum, 0.0F, 255.0F));
        }
    }
    return small;
}

/// Returns `image`, whose pixels are `pixelWidth` by `pixelHeight`, with square pixels and `side` of them along its
/// longer side.
RgbImage fitted(const RgbImage& image, double pixelWidth, double pixelHeight, int side) {
    const double width = image.width * pixelWidth, height = image.height * pixelHeight;
    const double scale = side / std::max(width, height);
    const auto pixels = [&](double length) { return std::max(1, static_cast<int>(std::floor(length * scale + 0.5))); };
    return resized(image, pixels(width), pixels(height));
}

}  // namespace

RgbImage thumbnail(const Series& series, int side, const std::optional<Windowing>& windowing, std::stop_token stop) {
    if (side < 1) throw Error("render.no_pixels");
    if (series.kind() == SeriesKind::clip) {
        if (!series.source) throw Error("series.no_source");
        const auto clip = series.source->openClip(stop);
        return fitted(clip->frame(clip->frameCount() / 2), 1.0, 1.0, side);
    }
    const Geometry& geometry = series.geometry();
    const int middle = geometry.size[2] / 2;
    const auto volume = allocate(series);
    readSlices(series, *volume, {middle}, {}, stop);
    const SlicePlane plane = slicePlane(geometry, acquiredPlane(geometry), middle);
    const Display display{windowing ? *windowing : defaultWindowing(series, *volume), series.image().inverted, false};
    return fitted(render(*volume, plane, display), plane.pixelWidth, plane.pixelHeight, side);
}

}  // namespace fleming::viewer
