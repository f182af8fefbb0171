#include "viewer/data/volume.h"

#include "base/error.h"
#include "viewer/data/clip.h"
#include "viewer/data/series.h"

#include <cstring>
#include <gtest/gtest.h>
#include <limits>
#include <thread>
#include <vector>

namespace fleming::viewer {
namespace {

Geometry sized(int i, int j, int k) {
    Geometry geometry;
    geometry.size = {i, j, k};
    return geometry;
}

template <typename T>
void expectValue(ScalarType type, T stored) {
    Volume volume(sized(3, 2, 2), type, 1, {2.0, -1.0});
    ASSERT_EQ(volume.sliceBytes(), 6 * sizeof(T));
    std::memcpy(volume.writableSlice(1).data() + 4 * sizeof(T), &stored, sizeof(T));  // i 1, j 1
    EXPECT_DOUBLE_EQ(volume.value(1, 1, 1), static_cast<double>(stored) * 2.0 - 1.0) << toString(type);
    EXPECT_DOUBLE_EQ(volume.value(0, 1, 1), -1.0) << "zeroed";
}

TEST(Volume, KeepsValuesInTheirStoredType) {
    expectValue<std::uint8_t>(ScalarType::uint8, 250);
    expectValue<std::int8_t>(ScalarType::int8, -100);
    expectValue<std::uint16_t>(ScalarType::uint16, 65000);
    expectValue<std::int16_t>(ScalarType::int16, -32000);
    expectValue<std::uint32_t>(ScalarType::uint32, 4'000'000'000);
    expectValue<std::int32_t>(ScalarType::int32, -2'000'000'000);
    expectValue<float>(ScalarType::float32, 0.5F);
    expectValue<double>(ScalarType::float64, -1e300);
}

TEST(Volume, RefusesSizesThatNoMachineHas) {
    const int most = std::numeric_limits<int>::max();
    EXPECT_THROW(Volume(sized(most, most, most), ScalarType::float64, 3, {}), Error);
    EXPECT_THROW(Volume(sized(most, 65535, 1), ScalarType::float32, 3, {}), Error);
    EXPECT_THROW(Volume(sized(0, 1, 1), ScalarType::uint8, 1, {}), Error);
    EXPECT_THROW(Volume(sized(1, -1, 1), ScalarType::uint8, 1, {}), Error);
    try {
        Volume(sized(65535, 65535, 4096), ScalarType::uint16, 1, {});
        FAIL() << "35 TB";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("65535 x 65535 x 4096"), std::string::npos) << error.what();
    }
}

TEST(Volume, CountsReadySlicesOnceFromSeveralThreads) {
    Volume volume(sized(2, 2, 1000), ScalarType::uint8, 1, {});
    EXPECT_FALSE(volume.complete());
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&volume] {
                for (int k = 0; k < 999; ++k)
                    volume.markReady(k);
            });
        }
    }
    EXPECT_EQ(volume.readyCount(), 999);
    EXPECT_FALSE(volume.isReady(999));
    volume.markReady(999);
    EXPECT_TRUE(volume.complete());
}

class FixedClip final : public Clip {
public:
    int frameCount() const override { return static_cast<int>(times.size()); }
    int width() const override { return 1; }
    int height() const override { return 1; }
    double framesPerSecond() const override { return 1; }
    double duration() const override { return times.back(); }
    double timeOf(int index) const override { return times[static_cast<std::size_t>(index)]; }
    RgbImage frame(int) const override { return {1, 1, {0, 0, 0}}; }
    std::vector<double> times{0.0, 0.5, 0.6, 2.0};
};

TEST(Clip, FindsTheFrameAtATime) {
    const FixedClip clip;
    EXPECT_EQ(clip.indexAt(-1), 0);
    EXPECT_EQ(clip.indexAt(0.49), 0);
    EXPECT_EQ(clip.indexAt(0.5), 1);
    EXPECT_EQ(clip.indexAt(1.99), 2);
    EXPECT_EQ(clip.indexAt(99), 3);
}

TEST(Series, SaysWhatASourceCannotDo) {
    Series series;
    EXPECT_THROW(loadVolume(series), Error);
    series.source = std::make_shared<PixelSource>();
    EXPECT_THROW(loadVolume(series), Error);
    EXPECT_THROW(series.source->openClip({}), Error);
    series.padding = {-1, 5};
    EXPECT_EQ(allocate(series)->padding, series.padding);
}

}  // namespace
}  // namespace fleming::viewer
