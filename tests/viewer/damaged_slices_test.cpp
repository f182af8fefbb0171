// Slices whose pixels could not be read: what is made of them, and of which file that is said.
#include "base/error.h"
#include "tests/viewer/made_volume.h"
#include "viewer/render/frame_renderer.h"

#include <gtest/gtest.h>
#include <string>

namespace fleming::viewer {
namespace {

using namespace test;

TEST(DamagedSlices, AreShownButMakeNoFrame) {
    Geometry geometry;
    geometry.size = {4, 4, 3};
    geometry.oriented = true;
    Series series = volumeSeries(geometry, ScalarType::int16);
    series.files = {"/a/0.dcm", "/a/1.dcm", "/a/2.dcm"};
    const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), 0, 99));
    const Window window{50, 100};
    EXPECT_NO_THROW(renderSlice(series, *volume, Plane::coronal, 0, window));
    volume->markDamaged(1);
    EXPECT_TRUE(volume->complete());
    EXPECT_NO_THROW(renderSlice(series, *volume, Plane::axial, 0, window));
    EXPECT_THROW(renderSlice(series, *volume, Plane::axial, 1, window), Error);
    EXPECT_THROW(renderSlice(series, *volume, Plane::coronal, 0, window), Error);
    EXPECT_NO_THROW(slicePixels(series, *volume, Plane::axial, 1, window));
    for (const int outside : {-1, 3, 1000000})
        EXPECT_THROW(renderSlice(series, *volume, Plane::axial, outside, window), Error);
    try {
        renderSlice(series, *volume, Plane::axial, 1, window);
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("/a/1.dcm"), std::string::npos) << error.what();
    }
}

TEST(Series, KnowsTheFileOfASliceWhereEachHasItsOwn) {
    Series series;
    series.geometry.size = {4, 4, 2};
    series.files = {"/a/0.dcm", "/a/1.dcm"};
    ASSERT_NE(series.fileOfSlice(1), nullptr);
    EXPECT_EQ(*series.fileOfSlice(1), "/a/1.dcm");
    EXPECT_EQ(series.fileOfSlice(2), nullptr);
    EXPECT_EQ(series.fileOfSlice(-1), nullptr);
    series.files.pop_back();
    EXPECT_EQ(series.fileOfSlice(0), nullptr);
}

}  // namespace
}  // namespace fleming::viewer
