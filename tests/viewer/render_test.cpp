// Tests render() against independent voxel-by-voxel implementations of the same rules.
#include "viewer/render/render.h"

#include "base/error.h"
#include "base/sha256.h"
#include "tests/viewer/made_clip.h"
#include "tests/viewer/made_volume.h"
#include "viewer/render/checkerboard.h"
#include "viewer/render/thumbnail.h"
#include "viewer/render/window_presets.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace fleming::viewer {
namespace {

using test::filledVolume;
using test::randomValues;
using test::volumeSeries;
using test::voxelCount;

constexpr Window kAsItIs{128, 256};

RgbImage slice(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing,
               bool inverted = false) {
    return render(volume, slicePlane(volume.geometry(), plane, index), {windowing, series.image().inverted, inverted});
}

std::uint8_t grey(const RgbImage& image, int x, int y) {
    const std::size_t at = 3 * static_cast<std::size_t>(y * image.width + x);
    EXPECT_EQ(image.rgb[at], image.rgb[at + 1]);
    EXPECT_EQ(image.rgb[at], image.rgb[at + 2]);
    return image.rgb[at];
}

/// The formula of PS3.3 C.11.2.1.2.1, unmodified.
int linear(double x, double c, double w) {
    const double ymin = 0, ymax = 255;
    double y;
    if (x <= c - 0.5 - (w - 1) / 2) {
        y = ymin;
    } else if (x > c - 0.5 + (w - 1) / 2) {
        y = ymax;
    } else {
        y = ((x - (c - 0.5)) / (w - 1) + 0.5) * (ymax - ymin) + ymin;
    }
    return static_cast<int>(std::floor(y + 0.5));
}

TEST(Windowed, MatchesTheLinearFunctionOfTheStandard) {
    // The notes of the standard give the ends of the ranges for these centres and widths.
    EXPECT_EQ(windowed(0, {2048, 4096}), 0);
    EXPECT_EQ(windowed(4095, {2048, 4096}), 255);
    EXPECT_EQ(windowed(2047, {2048, 1}), 0);
    EXPECT_EQ(windowed(2048, {2048, 1}), 255);
    EXPECT_EQ(windowed(-50, {0, 100}), 0);
    EXPECT_EQ(windowed(49, {0, 100}), 255);
    EXPECT_EQ(windowed(48, {0, 100}), linear(48, 0, 100));
    EXPECT_EQ(windowed(-0.5, {0, 1}), 0);
    EXPECT_EQ(windowed(-0.49, {0, 1}), 255);
    for (const Window window : {Window{40, 400}, {-600, 1500}, {0.25, 1.75}, {30, 1}, {127.5, 2}, {-3, 65536}}) {
        for (double x = -1200; x < 1200; x += 0.37) {
            ASSERT_EQ(windowed(x, window), linear(x, window.center, window.width)) << x << " " << window.center;
        }
    }
}

TEST(Windowed, MatchesTheOtherFunctionsOfTheStandard) {
    for (const auto& [center, width] : {std::pair(40.0, 400.0), {-600, 1500}, {0.25, 0.5}, {2048, 1}}) {
        for (double x = center - 2 * width; x < center + 2 * width; x += width / 311) {
            // The formulas of PS3.3 C.11.2.1.3.1 and C.11.2.1.3.2, unmodified.
            const double sigmoid = 255.0 / (1.0 + std::exp(-4.0 * (x - center) / width));
            const double exact = x <= center - width / 2  ? 0.0
                                 : x > center + width / 2 ? 255.0
                                                          : ((x - center) / width + 0.5) * 255.0;
            ASSERT_NEAR(windowed(x, {center, width, WindowFunction::sigmoid}), sigmoid, 0.5 + 1e-9) << x;
            ASSERT_NEAR(windowed(x, {center, width, WindowFunction::linearExact}), exact, 0.5 + 1e-9) << x;
        }
    }
}

TEST(Windowed, KeepsEightBitValuesInTheFullWindow) {
    for (int value = 0; value < 256; ++value)
        EXPECT_EQ(windowed(value, kAsItIs), value);
    const Window range = windowOfRange(-0.25, 0.75);
    EXPECT_EQ(windowed(-0.25, range), 0);
    EXPECT_EQ(windowed(0.75, range), 255);
    EXPECT_EQ(windowed(0.25, range), 128);
}

TEST(Windowed, HandlesExtremeValuesAndWindows) {
    const double infinity = std::numeric_limits<double>::infinity(), nan = std::nan("");
    EXPECT_EQ(windowed(infinity, {40, 400, WindowFunction::sigmoid}), 255);
    EXPECT_EQ(windowed(-infinity, {40, 400, WindowFunction::sigmoid}), 0);
    EXPECT_EQ(windowed(41, {40, 0, WindowFunction::sigmoid}), 255);
    EXPECT_EQ(windowed(0, {nan, 400, WindowFunction::sigmoid}), 0);
    EXPECT_EQ(windowed(nan, {40, 400}), 0);
    EXPECT_EQ(windowed(infinity, {40, 400}), 255);
    EXPECT_EQ(windowed(-infinity, {40, 400}), 0);
    EXPECT_EQ(windowed(0.5, {0.5, 0.5}), 128);  // below 1: LINEAR_EXACT
    EXPECT_EQ(windowed(0.75, {0.5, 0.5}), 255);
    EXPECT_EQ(windowed(0.25, {0.5, 0.5}), 0);
    for (const double odd : {nan, infinity, -infinity, 0.0, -5.0, 1e308}) {
        windowed(1.0, {odd, 400});
        windowed(1.0, {40, odd});
        windowed(infinity, {odd, odd});
    }
}

/// Returns the directions of columns and rows of a plane: the patient's right on the left, anterior or superior up.
std::pair<Vector3, Vector3> displayDirections(Plane plane) {
    if (plane == Plane::axial) return {{1, 0, 0}, {0, 1, 0}};
    if (plane == Plane::coronal) return {{1, 0, 0}, {0, 0, -1}};
    return {{0, 1, 0}, {0, 0, -1}};
}

TEST(Render, PlacesEveryVoxelInAllOrientationsAndPlanes) {
    for (const auto& directions : test::uprightOrientations()) {
        Geometry geometry;
        geometry.size = {5, 6, 7};
        geometry.iDirection = directions[0];
        geometry.jDirection = directions[1];
        geometry.kDirection = directions[2];
        geometry.origin = {11, -7, 3};
        geometry.oriented = true;
        const Series series = volumeSeries(geometry, ScalarType::uint8);
        const auto volume = filledVolume(series, randomValues<std::uint8_t>(voxelCount(geometry), 0, 255));
        for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
            const auto [right, down] = displayDirections(plane);
            const Vector3 normal = cross(right, down);
            // The smallest coordinates of the volume along the directions of the image.
            double left = 1e9, top = 1e9;
            for (const int k : {0, 6}) {
                for (const int j : {0, 5}) {
                    for (const int i : {0, 4}) {
                        const Vector3 mm = geometry.voxelToPatient({double(i), double(j), double(k)});
                        left = std::min(left, dot(mm, right));
                        top = std::min(top, dot(mm, down));
                    }
                }
            }
            for (int index = 0; index < sliceCount(geometry, plane); ++index) {
                const RgbImage frame = slice(series, *volume, plane, index, kAsItIs);
                const double depth = dot(slicePlane(geometry, plane, index).origin, normal);
                int seen = 0;
                for (int k = 0; k < 7; ++k) {
                    for (int j = 0; j < 6; ++j) {
                        for (int i = 0; i < 5; ++i) {
                            const Vector3 mm = geometry.voxelToPatient({double(i), double(j), double(k)});
                            if (std::abs(dot(mm, normal) - depth) > 0.25) continue;
                            const int x = static_cast<int>(std::lround(dot(mm, right) - left));
                            const int y = static_cast<int>(std::lround(dot(mm, down) - top));
                            ASSERT_EQ(grey(frame, x, y), static_cast<int>(volume->value(i, j, k)));
                            ++seen;
                        }
                    }
                }
                ASSERT_EQ(seen, frame.width * frame.height);
            }
        }
    }
}

TEST(Render, ShowsAnObliqueVolumeFromTheCorrectSide) {
    // Tilted and rotated by some degrees, as MR often is. A marker at the left and back appears at the lower right.
    const double a = 0.3, b = -0.25;
    Geometry geometry;
    geometry.size = {9, 9, 3};
    geometry.iDirection = {-std::cos(a), -std::sin(a), 0};
    geometry.jDirection = {std::sin(a) * std::cos(b), -std::cos(a) * std::cos(b), std::sin(b)};
    geometry.kDirection = cross(geometry.iDirection, geometry.jDirection);
    geometry.oriented = true;
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    std::vector<std::uint8_t> values(voxelCount(geometry));
    // The leftmost and most posterior corner of slice 1.
    int bestI = 0, bestJ = 0;
    double best = -1e9;
    for (const int j : {0, 8}) {
        for (const int i : {0, 8}) {
            const Vector3 mm = geometry.voxelToPatient({double(i), double(j), 1});
            if (mm[0] + mm[1] > best) best = mm[0] + mm[1], bestI = i, bestJ = j;
        }
    }
    values[static_cast<std::size_t>(81 + bestJ * 9 + bestI)] = 255;
    const RgbImage frame = slice(series, *filledVolume(series, values), Plane::axial, 1, kAsItIs);
    EXPECT_EQ(grey(frame, 8, 8), 255);
    EXPECT_EQ(std::count(frame.rgb.begin(), frame.rgb.end(), 255), 3);
}

/// Implements the resampling rule of the header for one value.
double sampled(const std::vector<double>& line, double spacing, double pixel, int p) {
    double x = (p + 0.5) * pixel / spacing - 0.5;
    x = std::min(std::max(x, 0.0), static_cast<double>(line.size()) - 1);
    const auto low = static_cast<std::size_t>(std::floor(x));
    const double weight = x - std::floor(x);
    return low + 1 < line.size() ? line[low] * (1 - weight) + line[low + 1] * weight : line[low];
}

TEST(Render, ResamplesOtherPlanesToSquarePixels) {
    for (const Vector3 spacing : {Vector3{0.7, 0.7, 5.0}, {0.9, 0.6, 0.4}, {2.0, 2.0, 0.75}, {1.5, 1.0, 1.0}}) {
        Geometry geometry;
        geometry.size = {13, 11, 9};
        geometry.spacing = spacing;
        geometry.oriented = true;  // i to the left, j to the back, k to the head
        Series series = volumeSeries(geometry, ScalarType::int16);
        series.image().rescale = {2.0, -1024.0};
        const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), 0, 1200));
        const Window window{40, 1400};
        for (const Plane plane : {Plane::coronal, Plane::sagittal}) {
            const std::size_t across = plane == Plane::coronal ? 0 : 1;
            const double pixel = std::min(spacing[across], spacing[2]);
            const int width = static_cast<int>(std::lround(geometry.size[across] * spacing[across] / pixel));
            const int height = static_cast<int>(std::lround(9 * spacing[2] / pixel));
            const RgbImage frame = slice(series, *volume, plane, 4, window);
            ASSERT_EQ(frame.width, width);
            ASSERT_EQ(frame.height, height);
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) {
                    // First along the row at each height, then along z. Row 0 of the image is the top of the head.
                    std::vector<double> column;
                    for (int k = 0; k < 9; ++k) {
                        std::vector<double> line;
                        for (int i = 0; i < geometry.size[across]; ++i) {
                            line.push_back(plane == Plane::coronal ? volume->value(i, 4, k) : volume->value(4, i, k));
                        }
                        column.push_back(sampled(line, spacing[across], pixel, x));
                    }
                    const double value = sampled(column, spacing[2], pixel, height - 1 - y);
                    ASSERT_EQ(grey(frame, x, y), linear(value, window.center, window.width));
                }
            }
        }
    }
}

TEST(Render, KeepsThePixelsOfTheAcquiredPlane) {
    Geometry geometry;
    geometry.size = {8, 4, 2};
    geometry.spacing = {0.5, 1.0, 3.0};
    geometry.oriented = true;
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    const auto values = randomValues<std::uint8_t>(64, 0, 255);
    const RgbImage frame = slice(series, *filledVolume(series, values), Plane::axial, 1, kAsItIs);
    ASSERT_EQ(frame.rgb.size(), 96U);
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(frame.rgb[3 * i], values[32 + i]);
}

template <typename T>
void checkType(ScalarType type, int low, int high) {
    Geometry geometry;
    geometry.size = {31, 17, 2};
    Series series = volumeSeries(geometry, type);
    series.image().rescale = {1.5, -20.0};
    const auto volume = filledVolume(series, randomValues<T>(voxelCount(geometry), low, high));
    const Window window{(low + high) * 0.75 - 20, (high - low) * 1.1 + 1};
    const RgbImage frame = slice(series, *volume, Plane::axial, 1, window);
    series.image().inverted = true;
    const RgbImage inverted = slice(series, *volume, Plane::axial, 1, window);
    for (int y = 0; y < 17; ++y) {
        for (int x = 0; x < 31; ++x) {
            const int expected = linear(volume->value(x, y, 1), window.center, window.width);
            ASSERT_EQ(grey(frame, x, y), expected) << toString(type);
            ASSERT_EQ(grey(inverted, x, y), 255 - expected) << toString(type);
        }
    }
}

TEST(Render, ReadsEveryScalarType) {
    checkType<std::uint8_t>(ScalarType::uint8, 0, 255);
    checkType<std::int8_t>(ScalarType::int8, -128, 127);
    checkType<std::uint16_t>(ScalarType::uint16, 0, 65535);
    checkType<std::int16_t>(ScalarType::int16, -32768, 32767);
    checkType<std::uint32_t>(ScalarType::uint32, 0, 2000000000);
    checkType<std::int32_t>(ScalarType::int32, -1000000000, 1000000000);
    checkType<float>(ScalarType::float32, -3000, 3000);
    checkType<double>(ScalarType::float64, -3000, 3000);
}

/// Returns the pseudo-random numbers r of the NumPy code below.
std::vector<std::uint32_t> congruential(std::size_t count) {
    std::vector<std::uint32_t> all;
    std::uint32_t state = 1;
    while (all.size() < count)
        all.push_back((state = state * 1664525U + 1013904223U) >> 8);
    return all;
}

template <typename T, typename Make>
std::string minMaxDigest(ScalarType type, const Make& make) {
    Geometry geometry;
    geometry.size = {64, 48, 1};
    Series series = volumeSeries(geometry, type);
    std::vector<T> values;
    for (const std::uint32_t number : congruential(64 * 48))
        values.push_back(make(number));
    const RgbImage frame = slice(series, *filledVolume(series, values), Plane::axial, 0, MinMax{});
    return sha256(std::as_bytes(std::span(frame.rgb)));
}

TEST(Render, MatchesTheMinMaxArithmeticOfNumpy) {
    // hashlib.sha256(np.repeat(((a - a.min()) / (a.max() - a.min()) * 255).astype(np.uint8)[..., None], 3, -1)), with
    // r the 48 x 64 numbers above and a = np.float32(r % 256) / np.float32(10), the same in float64, (r % 4096) - 1024
    // in int16, r % 200 in uint8, r - 1000000 in int32, r % 60000 in uint16.
    const auto tenth = [](std::uint32_t r) { return static_cast<float>(r % 256) / 10.0F; };
    EXPECT_EQ(minMaxDigest<float>(ScalarType::float32, tenth),
              "af776b2f03873e7c0e9bea6681379db2a767a25b229701d0db7228a32d5c0ed7");
    EXPECT_EQ(minMaxDigest<double>(ScalarType::float64, tenth),
              "8fd830755b9ad9a394d82ee131ae6bc4d5f8bd1a9c8b5271b38c48105ff8b06a");
    EXPECT_EQ(minMaxDigest<std::int16_t>(ScalarType::int16,
                                         [](std::uint32_t r) { return static_cast<std::int16_t>(r % 4096 - 1024); }),
              "15708cada9886fc0466daedda0e93fde23bdcbe4c896a4a3576453fa0ea0be16");
    EXPECT_EQ(minMaxDigest<std::uint8_t>(ScalarType::uint8,
                                         [](std::uint32_t r) { return static_cast<std::uint8_t>(r % 200); }),
              "e941b152fa47c741d21d25085c715edb20998f8e36a1f8cea48424fdd3ab63bd");
    EXPECT_EQ(minMaxDigest<std::int32_t>(ScalarType::int32,
                                         [](std::uint32_t r) { return static_cast<std::int32_t>(r) - 1000000; }),
              "6ddeb64f6cfc64b4d549ead1671c6160f555f7cc98d584a5a149c66a20dd1bb4");
    EXPECT_EQ(minMaxDigest<std::uint16_t>(ScalarType::uint16,
                                          [](std::uint32_t r) { return static_cast<std::uint16_t>(r % 60000); }),
              "cc56c7de878cf36075920f46657b9f315014e2c9daf4635bef8b17a585d43656");
}

TEST(Render, AppliesMinMaxPerSliceAndShowsConstantSlicesBlack) {
    Geometry geometry;
    geometry.size = {3, 1, 3};
    const Series series = volumeSeries(geometry, ScalarType::float32);
    const float nan = std::nanf(""), infinity = std::numeric_limits<float>::infinity();
    const auto volume = filledVolume<float>(series, {10, 20, 30, 7, 7, 7, nan, infinity, 5});
    const RgbImage first = slice(series, *volume, Plane::axial, 0, MinMax{});
    EXPECT_EQ(grey(first, 0, 0), 0);
    EXPECT_EQ(grey(first, 1, 0), 127);  // 127.5 truncated
    EXPECT_EQ(grey(first, 2, 0), 255);
    const RgbImage flat = slice(series, *volume, Plane::axial, 1, MinMax{});
    EXPECT_EQ(flat.rgb, std::vector<std::uint8_t>(9, 0));
    EXPECT_EQ(slice(series, *volume, Plane::axial, 2, MinMax{}).rgb, std::vector<std::uint8_t>(9, 0));
}

TEST(Render, ShowsPaddingBlackAndIgnoresItsValue) {
    Geometry geometry;
    geometry.size = {4, 1, 2};
    geometry.spacing = {1, 1, 2};
    geometry.oriented = true;
    for (const bool inverted : {false, true}) {
        Series series = volumeSeries(geometry, ScalarType::int16);
        series.image().inverted = inverted;
        series.image().padding = {-2000, -1999};
        const auto volume = filledVolume<std::int16_t>(series, {-2000, -1999, 0, 100, 50, 60, 70, -2000});
        const RgbImage image = slice(series, *volume, Plane::axial, 0, MinMax{});
        EXPECT_EQ(grey(image, 0, 0), 0);
        EXPECT_EQ(grey(image, 1, 0), 0);
        EXPECT_EQ(grey(image, 2, 0), inverted ? 255 : 0);
        EXPECT_EQ(grey(image, 3, 0), inverted ? 0 : 255);
        // Coronal: interpolation neither shows padding nor makes a grey edge beside it.
        const RgbImage side = slice(series, *volume, Plane::coronal, 0, Window{128, 256});
        ASSERT_EQ(side.height, 4);
        const int expected[] = {50, 50, 0, 0};  // first column from the top: 50, then padding
        for (int y = 0; y < 4; ++y)
            EXPECT_EQ(grey(side, 0, y), inverted && expected[y] ? 205 : expected[y]);
    }
}

TEST(Render, KeepsColoursInAllPlanes) {
    Geometry geometry;
    geometry.size = {3, 2, 1};
    geometry.iDirection = {-1, 0, 0};
    geometry.jDirection = {0, -1, 0};
    geometry.oriented = true;
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.image().components = 3;
    const auto values = randomValues<std::uint8_t>(18, 0, 255);
    const RgbImage frame = slice(series, *filledVolume(series, values), Plane::axial, 0, Window{40, 10});
    for (std::size_t v = 0; v < 6; ++v) {
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_EQ(frame.rgb[3 * v + c], values[3 * (5 - v) + c]);
    }
}

TEST(Render, InvertsEveryPixel) {
    Geometry geometry;
    geometry.size = {9, 7, 3};
    Series series = volumeSeries(geometry, ScalarType::int16);
    series.image().padding = std::pair(-500.0, -400.0);
    const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), -500, 500));
    for (const Windowing& windowing : {Windowing{Window{40, 400}}, Windowing{MinMax{}}}) {
        const RgbImage usual = slice(series, *volume, Plane::axial, 1, windowing);
        const RgbImage negative = slice(series, *volume, Plane::axial, 1, windowing, true);
        for (std::size_t i = 0; i < usual.rgb.size(); ++i)
            ASSERT_EQ(usual.rgb[i] + negative.rgb[i], 255);
    }
}

TEST(Render, RefusesUnreadyAndNonexistentSlices) {
    Geometry geometry;
    geometry.size = {4, 3, 2};
    geometry.oriented = true;
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    const auto volume = allocate(series);
    volume->markReady(1);
    EXPECT_NO_THROW(slice(series, *volume, Plane::axial, 1, kAsItIs));
    EXPECT_THROW(slice(series, *volume, Plane::axial, 0, kAsItIs), Error);
    EXPECT_THROW(slice(series, *volume, Plane::coronal, 0, kAsItIs), Error);
    EXPECT_THROW(slice(series, *volume, Plane::axial, 2, kAsItIs), Error);
    EXPECT_THROW(slice(series, *volume, Plane::axial, -1, kAsItIs), Error);
    geometry.spacing = {1e-6, 1, 1e6};
    EXPECT_THROW(slicePlane(geometry, Plane::coronal, 0), Error);
}

TEST(Render, ShowsEightBitPicturesUnchangedAndDeeperOnesByTheirRange) {
    Geometry geometry;
    geometry.size = {3, 1, 1};
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.info = PictureInfo{series.image()};
    const auto shown = [&](const Volume& volume) {
        return slice(series, volume, Plane::axial, 0, defaultWindow(series, volume)).rgb;
    };
    EXPECT_EQ(shown(*filledVolume<std::uint8_t>(series, {5, 100, 250})),
              (std::vector<std::uint8_t>{5, 5, 5, 100, 100, 100, 250, 250, 250}));
    series.image().type = ScalarType::uint16;
    const auto deep = filledVolume<std::uint16_t>(series, {1000, 2000, 3000});
    EXPECT_EQ(shown(*deep), (std::vector<std::uint8_t>{0, 0, 0, 128, 128, 128, 255, 255, 255}));
    EXPECT_EQ(defaultWindow(series, *deep), (Window{2000.5, 2001}));
    EXPECT_EQ(slice(series, *deep, Plane::axial, 0, Window{2000, 1}).rgb[3], 255);
    series.image().windows = {{"", {3000, 1}}};
    EXPECT_EQ(shown(*deep)[3], 0);
}

/// A source whose slice k has the value 10 * k. Counts the slices that are read.
class CountingSource : public PixelSource {
public:
    void read(Volume& into, std::span<const int> slices, const SliceCallback&, std::stop_token stop) const override {
        for (const int k : slices) {
            if (stop.stop_requested()) throw Cancelled();
            if (k == damaged) throw Error("/scan: slice is damaged.");
            for (std::byte& value : into.writableSlice(k))
                value = static_cast<std::byte>(10 * k);
            into.markReady(k);
            ++slicesRead;
        }
    }
    std::shared_ptr<const Clip> openClip(std::stop_token) const override { return std::make_shared<MadeClip>(); }

    mutable int slicesRead = 0;
    int damaged = -1;
};

TEST(Thumbnail, ShowsTheMiddleInItsTrueShapeAndReadsLittle) {
    Geometry geometry;
    geometry.size = {40, 20, 9};
    geometry.spacing = {1, 4, 1};
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.image().windows = {{"", kAsItIs}};
    const auto source = std::make_shared<CountingSource>();
    series.source = source;
    const RgbImage image = thumbnail(series, 64);
    EXPECT_EQ(image.width, 32);  // 40 mm by 80 mm
    EXPECT_EQ(image.height, 64);
    EXPECT_EQ(image.rgb, std::vector<std::uint8_t>(32 * 64 * 3, 40));
    EXPECT_EQ(source->slicesRead, 1);

    source->damaged = 7;
    EXPECT_EQ(thumbnail(series, 64).rgb, image.rgb);
    source->damaged = 4;
    EXPECT_THROW(thumbnail(series, 64), Error);
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_THROW(thumbnail(series, 64, {}, stopped.get_token()), Cancelled);

    source->damaged = -1;
    EXPECT_EQ(thumbnail(series, 64, MinMax{}).rgb, std::vector<std::uint8_t>(32 * 64 * 3, 0)) << "a flat slice";

    series.info = ClipInfo{};
    const RgbImage frame = thumbnail(series, 8);
    EXPECT_EQ(frame.width, 8);
    EXPECT_EQ(frame.height, 4);
    EXPECT_EQ(frame.rgb[0], 100);
}

TEST(Checkerboard, HasThePixelsOfBothInTurn) {
    const auto filled = [](int width, int height, std::uint8_t value) {
        return RgbImage{
            width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, value)};
    };
    const RgbImage one = filled(10, 7, 1), other = filled(10, 7, 2);
    for (const auto& [width, height] : {std::pair(3.0, 2.0), std::pair(2.5, 3.5), std::pair(0.2, 100.0)}) {
        const RgbImage board = checkerboard(one, other, width, height);
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 10; ++column) {
                const double tiles =
                    std::floor(column / std::max(1.0, width)) + std::floor(row / std::max(1.0, height));
                EXPECT_EQ(board.rgb[static_cast<std::size_t>(row * 10 + column) * 3 + 1],
                          std::fmod(tiles, 2) == 0 ? 1 : 2);
            }
        }
    }
    EXPECT_THROW(checkerboard(one, filled(7, 10, 2), 3, 3), Error);
}

}  // namespace
}  // namespace fleming::viewer
