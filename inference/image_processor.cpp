#include "inference/image_processor.h"

#include "base/error.h"
#include "base/thread_pool.h"
#include "inference/pixels/resample.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

namespace fleming::inference {

namespace {

constexpr int kMaxSide = 1 << 20;
constexpr int kMaxTiles = 1000;
constexpr std::int64_t kMaxPixels = std::int64_t{1} << 28;

void checkImage(const Image& image) {
    const bool consistent =
        image.width > 0 && image.height > 0 &&
        image.rgb.size() / 3 / static_cast<std::size_t>(image.width) == static_cast<std::size_t>(image.height) &&
        image.rgb.size() ==
            std::size_t{3} * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (!consistent) {
        throw Error("image.inconsistent_size", {}, {std::to_string(image.width), std::to_string(image.height)});
    }
}

void checkSize(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1) throw Error("image.target_too_small");
    if (width > kMaxSide || height > kMaxSide || width * height > kMaxPixels) {
        throw Error("image.target_too_large", {}, {std::to_string(width), std::to_string(height)});
    }
}

/// One axis of the target: it has `size` pixels, and the pixels [begin, begin + count) are computed.
struct Axis {
    std::int64_t size;
    std::int64_t begin;
    int count;
};

/// Resizes `image` to x.size x y.size pixels and returns the window that `x` and `y` select.
Image resizeWindow(const Image& image, const Axis& x, const Axis& y) {
    const ResampleWeights columns = bicubicWeights(image.width, x.size, x.begin, x.count);
    ResampleWeights rows = bicubicWeights(image.height, y.size, y.begin, y.count);
    // The input rows that the window depends on.
    int firstRow = rows.spans.front().first;
    int rowCount = rows.spans.back().first + rows.spans.back().count - firstRow;
    const bool keepsWidth = x.size == image.width;
    const bool keepsHeight = y.size == image.height;
    if (keepsHeight) {
        firstRow = static_cast<int>(y.begin);
        rowCount = y.count;
    }

    const int rowBytes = x.count * 3;
    const std::uint8_t* input = image.rgb.data() + static_cast<std::ptrdiff_t>(firstRow) * image.width * 3;
    std::vector<std::uint8_t> narrow(static_cast<std::size_t>(rowCount) * static_cast<std::size_t>(rowBytes));
    if (keepsWidth) {
        for (int row = 0; row < rowCount; ++row) {
            std::copy_n(input + (static_cast<std::ptrdiff_t>(row) * image.width + x.begin) * 3, rowBytes,
                        narrow.data() + static_cast<std::ptrdiff_t>(row) * rowBytes);
        }
    } else {
        resampleRows(input, image.width, rowCount, columns, narrow.data());
    }
    Image result{x.count, y.count, {}};
    if (keepsHeight) {
        result.rgb = std::move(narrow);
        return result;
    }
    for (ResampleWeights::Span& span : rows.spans)
        span.first -= firstRow;
    result.rgb.resize(static_cast<std::size_t>(y.count) * static_cast<std::size_t>(rowBytes));
    resampleColumns(narrow.data(), rowBytes, rows, result.rgb.data());
    return result;
}

/// Returns one axis of CLIPImageProcessor: the shortest edge becomes `side`, the other is cropped to its middle.
Axis coverAxis(int length, int shortest, int side) {
    const std::int64_t size =
        length == shortest ? side
                           : static_cast<std::int64_t>(static_cast<double>(std::int64_t{side} * length) / shortest);
    return {size, (size - side) / 2, side};
}

/// The normalized value of each byte, by channel.
using NormalizationTable = std::array<std::array<float, 256>, 3>;

/// Rescales in float64 and normalizes in float32, in the order of CLIPImageProcessor's operations.
NormalizationTable makeNormalizationTable() {
    constexpr std::array mean{0.485F, 0.456F, 0.406F};
    constexpr std::array deviation{0.229F, 0.224F, 0.225F};
    NormalizationTable table{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        for (std::size_t value = 0; value < 256; ++value) {
            const auto rescaled = static_cast<float>(static_cast<double>(value) * (1.0 / 255.0));
            table[channel][value] = (rescaled - mean[channel]) / deviation[channel];
        }
    }
    return table;
}

/// Writes the normalized pixels to `output`, float32 [3, height, width].
void normalize(const Image& image, float* output) {
    static const NormalizationTable table = makeNormalizationTable();
    const std::size_t plane = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    const std::uint8_t* pixel = image.rgb.data();
    for (std::size_t i = 0; i < plane; ++i, pixel += 3) {
        output[i] = table[0][pixel[0]];
        output[plane + i] = table[1][pixel[1]];
        output[2 * plane + i] = table[2][pixel[2]];
    }
}

struct Grid {
    int columns = 1;
    int rows = 1;
};

/// Returns the grid of at most `maxTiles` tiles whose aspect ratio is closest to that of the image. Among grids of
/// equal distance the larger one wins if the image has more than half of its pixels. Source: InternVL,
/// find_closest_aspect_ratio().
Grid closestGrid(const Image& image, int side, int maxTiles) {
    std::vector<Grid> grids;
    for (int columns = 1; columns <= maxTiles; ++columns) {
        for (int rows = 1; columns * rows <= maxTiles; ++rows)
            grids.push_back({columns, rows});
    }
    std::stable_sort(grids.begin(), grids.end(),
                     [](Grid a, Grid b) { return a.columns * a.rows < b.columns * b.rows; });
    const double aspect = static_cast<double>(image.width) / image.height;
    const double area = static_cast<double>(image.width) * image.height;
    Grid best;
    double smallest = HUGE_VAL;
    for (const Grid grid : grids) {
        const double difference = std::abs(aspect - static_cast<double>(grid.columns) / grid.rows);
        const double half = 0.5 * side * side * grid.columns * grid.rows;
        if (difference < smallest || (difference == smallest && area > half)) best = grid;
        smallest = std::min(smallest, difference);
    }
    return best;
}

}  // namespace

Image resizeBicubic(const Image& image, int width, int height) {
    checkImage(image);
    checkSize(width, height);
    return resizeWindow(image, {width, 0, width}, {height, 0, height});
}

Image fitToSquare(const Image& image, int side, Fit fit) {
    if (fit == Fit::stretch) return resizeBicubic(image, side, side);
    checkImage(image);
    checkSize(side, side);
    const int shortest = std::min(image.width, image.height);
    return resizeWindow(image, coverAxis(image.width, shortest, side), coverAxis(image.height, shortest, side));
}

std::vector<float> pixelValues(const std::vector<ImageInput>& images, int side) {
    checkSize(side, side);
    const std::size_t size = std::size_t{3} * static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    std::vector<float> values(images.size() * size);
    parallelFor(images.size(), {}, [&](std::size_t i) {
        normalize(fitToSquare(images[i].image, side, images[i].fit), values.data() + i * size);
    });
    return values;
}

std::vector<Image> tiles(const Image& image, int side, int maxTiles) {
    checkImage(image);
    checkSize(side, side);
    if (maxTiles < 1 || maxTiles > kMaxTiles) throw Error("image.bad_tile_count", {}, {std::to_string(kMaxTiles)});
    const Grid grid = closestGrid(image, side, maxTiles);
    const std::int64_t width = std::int64_t{side} * grid.columns;
    const std::int64_t height = std::int64_t{side} * grid.rows;
    checkSize(width, height);
    std::vector<Image> result;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            result.push_back(resizeWindow(image, {width, std::int64_t{side} * column, side},
                                          {height, std::int64_t{side} * row, side}));
        }
    }
    if (result.size() > 1) result.push_back(resizeBicubic(image, side, side));
    return result;
}

}  // namespace fleming::inference
