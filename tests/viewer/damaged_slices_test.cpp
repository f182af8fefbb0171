// Tests of slices whose pixels could not be read.
#include "tests/viewer/made_volume.h"
#include "viewer/render/render.h"

#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

using namespace test;

TEST(DamagedSlices, AreRenderedAndKnown) {
    Geometry geometry;
    geometry.size = {4, 4, 3};
    geometry.oriented = true;
    const Series series = volumeSeries(geometry, ScalarType::int16);
    const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), 0, 99));
    volume->markDamaged(1);
    EXPECT_TRUE(volume->complete());
    const auto needsDamaged = [&](Plane plane, int index) {
        const SlicePlane slice = slicePlane(geometry, plane, index);
        EXPECT_EQ(render(*volume, slice, {Window{50, 100}}).width, 4);
        return anyDamaged(*volume, storedSlices(geometry, slice));
    };
    EXPECT_FALSE(needsDamaged(Plane::axial, 0));
    EXPECT_TRUE(needsDamaged(Plane::axial, 1));
    EXPECT_TRUE(needsDamaged(Plane::coronal, 0));
}

TEST(Series, FindsTheFileOfASliceIfEachSliceHasOne) {
    Series series;
    series.image().geometry.size = {4, 4, 2};
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
