#include "viewer/render/window_presets.h"

#include "base/error.h"
#include "tests/viewer/made_volume.h"
#include "viewer/render/turn.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace fleming::viewer {
namespace {

using test::filledVolume;
using test::volumeSeries;

TEST(WindowPresets, ListThePresetsOfCt) {
    const auto presets = windowPresets("CT");
    EXPECT_EQ(presets.size(), 9U);
    for (const WindowPreset& preset : presets)
        EXPECT_GE(preset.window.width, 1) << preset.name;
    EXPECT_TRUE(windowPresets("MR").empty());
    EXPECT_TRUE(windowPresets("").empty());
}

TEST(KeyWindows, AreThePresetsOfCtAlsoWithoutAModality) {
    Geometry geometry;
    geometry.size = {100, 10, 1};
    Series series = volumeSeries(geometry, ScalarType::int16);
    std::vector<std::int16_t> values(1000, -1000);
    for (std::size_t i = 500; i < values.size(); ++i)
        values[i] = static_cast<std::int16_t>(i % 300);
    const auto air = filledVolume(series, values);
    EXPECT_EQ(keyWindows(series, *air).size(), 9U);
    EXPECT_EQ(keyWindows(series, *air).front().window, (Window{40, 80}));
    series.modality = "MR";
    EXPECT_EQ(keyWindows(series, *air).size(), 3U);
    series.modality = "CT";
    std::ranges::fill(values, std::int16_t{7});
    EXPECT_EQ(keyWindows(series, *filledVolume(series, values)).size(), 9U);
    series.modality.clear();
    EXPECT_TRUE(keyWindows(series, *filledVolume(series, values)).empty());
}

TEST(KeyWindows, OfOtherImagesAreThoseOfTheFileThenOfTheValues) {
    Geometry geometry;
    geometry.size = {100, 10, 1};
    Series series = volumeSeries(geometry, ScalarType::int16);
    series.modality = "MR";
    std::vector<std::int16_t> values(1000);
    std::iota(values.begin(), values.end(), std::int16_t{0});
    for (int i = 0; i < 8; ++i)
        series.image().windows.push_back({i == 0 ? "" : "W" + std::to_string(i), {10.0 * i, 5}});
    const auto volume = filledVolume(series, values);
    const auto windows = keyWindows(series, *volume);
    ASSERT_EQ(windows.size(), 9U);
    EXPECT_EQ(windows[0].name, "File");
    EXPECT_EQ(windows[5].window, (Window{50, 5}));
    EXPECT_EQ(windows[6].name, "high-contrast");
    EXPECT_EQ(windows[6].window, windowOfRange(100, 899));
    EXPECT_EQ(windows[7].window, windowOfRange(20, 979));
    EXPECT_EQ(windows[8].window, windowOfRange(5, 994));
    EXPECT_EQ(fullRange(*volume), windowOfRange(0, 999));
}

TEST(WindowByName, FindsPresetsAndTheFilesOwn) {
    Series series;
    series.modality = "CT";
    EXPECT_EQ(windowByName(series, "lung"), Windowing(Window{-600, 1500}));
    EXPECT_EQ(windowByName(series, "Soft tissue"), windowByName(series, "soft-tissue"));
    series.image().windows = {{"WINDOW1", {1, 2}}, {"Lung", {3, 4}}};
    EXPECT_EQ(windowByName(series, "lung"), Windowing(Window{3, 4}));
    EXPECT_EQ(windowByName(series, "window1"), Windowing(Window{1, 2}));
    series.modality = "MR";
    EXPECT_EQ(windowByName(series, "lung"), Windowing(Window{3, 4}));
    try {
        windowByName(series, "bone");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error, Error("window.unknown", {}, {"bone", "WINDOW1, Lung"}));
    }
    series.modality.clear();
    EXPECT_EQ(windowByName(series, "brain"), Windowing(Window{40, 80}));
}

TEST(DefaultWindow, PrefersTheFileThenTheModalityThenTheValues) {
    Geometry geometry;
    geometry.size = {100, 10, 1};
    Series series = volumeSeries(geometry, ScalarType::int16);
    std::vector<std::int16_t> values(1000);
    std::iota(values.begin(), values.end(), std::int16_t{0});
    const auto volume = filledVolume(series, values);
    EXPECT_EQ(defaultWindow(series, *volume), windowOfRange(5, 994));
    series.modality = "CT";
    EXPECT_EQ(defaultWindow(series, *volume), (Window{50, 400}));
    series.image().windows = {{"", {7, 8}}, {"", {1, 2}}};
    EXPECT_EQ(defaultWindow(series, *volume), (Window{7, 8}));
}

TEST(DefaultWindow, IgnoresPaddingAndUnreadySlices) {
    Geometry geometry;
    geometry.size = {10, 10, 2};
    Series series = volumeSeries(geometry, ScalarType::float32);
    series.image().padding = {-3000, -2000};
    const auto volume = allocate(series);
    EXPECT_EQ(defaultWindow(series, *volume), (Window{128, 256}));  // no slice is ready
    std::vector<float> values(100, -2500.0F);
    for (int i = 0; i < 50; ++i)
        values[static_cast<std::size_t>(i)] = static_cast<float>(i) / 100.0F;
    values[99] = std::nanf("");
    std::memcpy(volume->writableSlice(1).data(), values.data(), 400);
    volume->markReady(1);
    const Window window = defaultWindow(series, *volume);
    EXPECT_EQ(windowed(0.0, window), 0);
    EXPECT_EQ(windowed(0.49, window), 255);
    EXPECT_NEAR(window.width, 1.49, 1e-6);
}

TEST(DefaultWindow, ShowsASparseMask) {
    Geometry geometry;
    geometry.size = {100, 100, 4};
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    std::vector<std::uint8_t> values(40000, 0);
    values[12345] = 3;
    EXPECT_EQ(defaultWindow(series, *filledVolume(series, values)), windowOfRange(0, 3));
}

TEST(DefaultWindow, ApproximatesTheExactWindowOfALargeVolume) {
    Geometry geometry;
    geometry.size = {256, 256, 32};
    const Series series = volumeSeries(geometry, ScalarType::uint16);
    const auto volume = filledVolume(series, test::randomValues<std::uint16_t>(256 * 256 * 32, 0, 10000));
    const auto range = percentiles(*volume, 0.005, 0.995);
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->low, 50, 10);
    EXPECT_NEAR(range->high, 9950, 10);
}

TEST(WindowOverBox, FitsTheValuesInsideWithoutPadding) {
    Geometry geometry;
    geometry.size = {100, 50, 2};
    geometry.spacing = {0.5, 0.5, 4};
    const Series series = test::volumeSeries(geometry, ScalarType::int16);
    auto values = test::randomValues<std::int16_t>(test::voxelCount(geometry), 0, 1000);
    const auto at = [&](int x, int y) -> std::int16_t& { return values[static_cast<std::size_t>(5000 + 100 * y + x)]; };
    std::vector<double> inside;
    for (int y = 10; y <= 29; ++y) {
        for (int x = 20; x <= 69; ++x) {
            if (x % 10 == 0) {
                at(x, y) = -2000;
            } else {
                at(x, y) = static_cast<std::int16_t>(at(x, y) + 3000);
                inside.push_back(at(x, y));
            }
        }
    }
    const auto volume = test::filledVolume(series, values);
    volume->padding = std::pair(-2000.0, -2000.0);
    std::ranges::sort(inside);
    const auto rank = [&](double fraction) {
        return inside[static_cast<std::size_t>(std::lround(fraction * static_cast<double>(inside.size() - 1)))];
    };
    const SlicePlane plane = slicePlane(geometry, Plane::axial, 1);
    const auto window = windowOverBox(*volume, plane, {20, 10, 69, 29});
    EXPECT_EQ(window, windowOfRange(rank(0.02), rank(0.98)));
    // The same place of the patient on a turned plane.
    EXPECT_EQ(windowOverBox(*volume, turned(plane, {true, 0}), {30, 10, 79, 29}), window);
    EXPECT_FALSE(windowOverBox(*volume, plane, {20, 10, 20, 10}));  // padding alone
    EXPECT_FALSE(windowOverBox(*volume, plane, {21, 11, 21, 11}));  // one value
    EXPECT_FALSE(windowOverBox(*volume, plane, {100, 0, 120, 10}));
    EXPECT_TRUE(windowOverBox(*volume, plane, {-50, -50, 500, 500}));
}

}  // namespace
}  // namespace fleming::viewer
