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

TEST(Volume, RefusesSizesBeyondMemory) {
    const int most = std::numeric_limits<int>::max();
    EXPECT_THROW(Volume(sized(most, most, most), ScalarType::float64, 3, {}), Error);
    EXPECT_THROW(Volume(sized(most, 65535, 1), ScalarType::float32, 3, {}), Error);
    EXPECT_THROW(Volume(sized(0, 1, 1), ScalarType::uint8, 1, {}), Error);
    EXPECT_THROW(Volume(sized(1, -1, 1), ScalarType::uint8, 1, {}), Error);
    try {
        Volume(sized(65535, 65535, 4096), ScalarType::uint16, 1, {});
        FAIL() << "35 TB";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "volume.needs_memory");
        EXPECT_EQ(error.arguments().at(0), "65535 x 65535 x 4096");
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

TEST(Series, HasOnlyTheInfoOfItsKind) {
    Series series;
    ImageInfo image;
    image.geometry.size = {4, 3, 2};
    series.info = volumeOrPicture(image);
    EXPECT_EQ(series.kind(), SeriesKind::volume);
    EXPECT_EQ(series.geometry().size, (Index3{4, 3, 2}));
    EXPECT_THROW(series.clip(), std::bad_variant_access);

    image.geometry.size[2] = 1;
    series.info = volumeOrPicture(image);
    EXPECT_EQ(series.kind(), SeriesKind::picture);
    series.image().components = 3;
    EXPECT_EQ(std::get<PictureInfo>(series.info).components, 3);

    series.info = ClipInfo{48, 8.0, 6.0, 64, 32};
    EXPECT_EQ(series.kind(), SeriesKind::clip);
    EXPECT_EQ(series.clip().frameCount, 48);
    EXPECT_THROW(series.image(), std::bad_variant_access);
}

TEST(Series, NamesItsKinds) {
    EXPECT_STREQ(toString(SeriesKind::volume), "volume");
    EXPECT_STREQ(toString(SeriesKind::picture), "picture");
    EXPECT_STREQ(toString(SeriesKind::clip), "clip");
}

TEST(SlicesOutward, CoversAllSlicesNearestFirst) {
    EXPECT_EQ(slicesOutward(2, 5), (std::vector<int>{2, 3, 1, 4, 0}));
    EXPECT_EQ(slicesOutward(0, 3), (std::vector<int>{0, 1, 2}));
    EXPECT_EQ(slicesOutward(9, 3), (std::vector<int>{2, 1, 0}));
    EXPECT_EQ(slicesOutward(-1, 1), std::vector<int>{0});
}

/// A source that marks requested slices as ready and records the requests.
class RecordingSource : public PixelSource {
public:
    void read(Volume& into, std::span<const int> slices, const SliceCallback&, std::stop_token) const override {
        requested.assign(slices.begin(), slices.end());
        for (const int k : slices)
            into.markReady(k);
    }
    mutable std::vector<int> requested;
};

TEST(ReadSlices, RequestsEachMissingSliceOnceInOrder) {
    Series series;
    series.image().geometry.size = {2, 2, 6};
    const auto source = std::make_shared<RecordingSource>();
    series.source = source;
    const auto volume = allocate(series);
    volume->markReady(2);
    readSlices(series, *volume, {4, 2, 1, 4, 1});
    EXPECT_EQ(source->requested, (std::vector<int>{4, 1}));
    source->requested.clear();
    readSlices(series, *volume, {1, 2, 4});
    EXPECT_TRUE(source->requested.empty());
    for (const int outside : {-1, 6}) {
        try {
            readSlices(series, *volume, {0, outside});
            ADD_FAILURE() << outside;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), "series.no_such_slice");
            EXPECT_EQ(error.arguments(), (std::vector<std::string>{std::to_string(outside), "5"}));
        }
    }
    EXPECT_FALSE(volume->isReady(0));
}

TEST(Series, ReportsWhatASourceCannotDo) {
    Series series;
    EXPECT_THROW(loadVolume(series), Error);
    series.source = std::make_shared<PixelSource>();
    EXPECT_THROW(loadVolume(series), Error);
    EXPECT_THROW(series.source->openClip({}), Error);
    series.image().padding = {-1, 5};
    EXPECT_EQ(allocate(series)->padding, series.image().padding);
}

}  // namespace
}  // namespace fleming::viewer
