// Tests of the window of a maximum intensity projection.
#include "viewer/render/projection_window.h"

#include "base/error.h"
#include "tests/viewer/made_volume.h"
#include "viewer/render/display.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fleming::viewer {
namespace {

using test::filledVolume;
using test::volumeSeries;

constexpr int kSide = 96;

/// Returns a head in HU: air with noise, scalp, a skull of uneven thickness and density, and brain.
std::shared_ptr<const Volume> head(const Series& series) {
    std::mt19937 random(7);
    std::vector<std::int16_t> values;
    for (int k = 0; k < kSide; ++k) {
        for (int j = 0; j < kSide; ++j) {
            for (int i = 0; i < kSide; ++i) {
                const double x = (i - 47.5) / 40, y = (j - 47.5) / 46, z = (k - 47.5) / 44;
                const double r = std::sqrt(x * x + y * y + z * z);
                double value = -1000;
                if (r < 1.0) value = 40;                                               // scalp
                if (r < 0.94) value = 1100 + 500 * std::sin(6 * x) * std::cos(5 * z);  // skull
                if (r < 0.82) value = 35;                                              // brain
                values.push_back(static_cast<std::int16_t>(value + static_cast<double>(random() % 41) - 20));
            }
        }
    }
    return filledVolume(series, values);
}

Series headSeries() {
    Geometry geometry;
    geometry.size = {kSide, kSide, kSide};
    geometry.oriented = true;
    Series series = volumeSeries(geometry, ScalarType::int16);
    series.modality = "CT";
    return series;
}

/// Returns the grey levels of the anterior-posterior projection.
std::vector<int> projected(const Volume& volume, const Window& window) {
    std::vector<int> levels;
    for (int k = 0; k < kSide; ++k) {
        for (int i = 0; i < kSide; ++i) {
            double maximum = -1e9;
            for (int j = 0; j < kSide; ++j)
                maximum = std::max(maximum, volume.value(i, j, k));
            levels.push_back(windowed(maximum, window));
        }
    }
    return levels;
}

double share(const std::vector<int>& levels, int from, int to) {
    const auto count =
        std::count_if(levels.begin(), levels.end(), [&](int level) { return level >= from && level <= to; });
    return static_cast<double>(count) / static_cast<double>(levels.size());
}

TEST(ProjectionWindow, ShowsTheSkullOfAHeadInGreys) {
    const Series series = headSeries();
    const auto volume = head(series);
    const std::vector<int> levels = projected(*volume, projectionWindow(*volume));
    const double inside = share(levels, 1, 255);
    EXPECT_GT(share(levels, 0, 0), 0.2);                // the surrounding air is black
    EXPECT_LT(share(levels, 255, 255) / inside, 0.02);  // and few other pixels are white
    EXPECT_GT(share(levels, 20, 235) / inside, 0.8);
    // With a window for slices, by comparison.
    EXPECT_GT(share(projected(*volume, {40, 400}), 255, 255) / inside, 0.8);
}

TEST(ProjectionWindow, SpansAllRaysWithoutABackground) {
    Series series = headSeries();
    std::vector<std::int16_t> values;
    for (int k = 0; k < kSide; ++k) {
        for (int j = 0; j < kSide; ++j) {
            for (int i = 0; i < kSide; ++i)
                values.push_back(static_cast<std::int16_t>(j == 3 ? (i < 48 ? 300 : 1200) + k : -1000));
        }
    }
    const Window window = projectionWindow(*filledVolume(series, values));
    EXPECT_LT(window.center - window.width / 2, 310);
    EXPECT_GT(window.center + window.width / 2, 1280);
}

TEST(ProjectionWindow, IgnoresPaddingAndNan) {
    Geometry geometry;
    geometry.size = {16, 16, 4};
    const Series series = volumeSeries(geometry, ScalarType::float32);
    std::vector<float> values(16 * 16 * 4, std::nanf(""));
    EXPECT_GT(projectionWindow(*filledVolume(series, values)).width, 0.0);
    for (int i = 0; i < 16; ++i)
        values[static_cast<std::size_t>(i)] = static_cast<float>(i);
    const Window window = projectionWindow(*filledVolume(series, values));
    EXPECT_TRUE(std::isfinite(window.center) && window.width >= 1.0 && window.center < 20);
}

TEST(ProjectionWindow, CanBeCancelled) {
    const Series series = headSeries();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(projectionWindow(*head(series), stop.get_token()), Cancelled);
}

}  // namespace
}  // namespace fleming::viewer
