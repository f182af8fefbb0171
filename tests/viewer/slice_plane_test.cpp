#include "viewer/render/slice_plane.h"

#include "base/error.h"
#include "tests/viewer/made_volume.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

/// Returns an oblique geometry with different sizes and spacings along its axes.
Geometry skewGeometry() {
    const double a = 0.3, b = -0.25;
    Geometry geometry;
    geometry.size = {9, 8, 7};
    geometry.spacing = {0.7, 0.9, 3.0};
    geometry.origin = {-40.5, 17.25, 900};
    geometry.iDirection = {-std::cos(a), -std::sin(a), 0};
    geometry.jDirection = {std::sin(a) * std::cos(b), -std::cos(a) * std::cos(b), std::sin(b)};
    geometry.kDirection = cross(geometry.iDirection, geometry.jDirection);
    geometry.oriented = true;
    return geometry;
}

constexpr Plane kPlanes[] = {Plane::axial, Plane::coronal, Plane::sagittal};

TEST(SlicePlane, RoundTripsIndicesInAllOrientations) {
    std::vector<Geometry> geometries{skewGeometry()};
    for (const auto& directions : test::uprightOrientations()) {
        Geometry geometry = skewGeometry();
        geometry.iDirection = directions[0];
        geometry.jDirection = directions[1];
        geometry.kDirection = directions[2];
        geometries.push_back(geometry);
    }
    for (const Geometry& geometry : geometries) {
        for (const Plane plane : kPlanes) {
            for (int index = 0; index < sliceCount(geometry, plane); ++index) {
                SlicePlane slice = slicePlane(geometry, plane, index);
                EXPECT_EQ(sliceNumber(geometry, slice), (SliceNumber{plane, index}));
                slice.slab = Slab{5.0, SlabMode::mean};
                EXPECT_EQ(sliceNumber(geometry, slice), (SliceNumber{plane, index}));
            }
        }
    }
}

TEST(SlicePlane, HasNoIndexBetweenOrOutsideSlices) {
    const Geometry geometry = skewGeometry();
    const SlicePlane slice = slicePlane(geometry, Plane::coronal, 3);
    SlicePlane other = slice;
    for (std::size_t c = 0; c < 3; ++c)
        other.origin[c] += 0.2 * slice.normal()[c];  // between slices
    EXPECT_FALSE(sliceNumber(geometry, other));
    for (std::size_t c = 0; c < 3; ++c)
        other.origin[c] = slice.origin[c] + 100 * slice.normal()[c];  // outside
    EXPECT_FALSE(sliceNumber(geometry, other));
    other = slice;
    --other.width;
    EXPECT_FALSE(sliceNumber(geometry, other));
    other = slice;
    other.pixelHeight *= 1.001;
    EXPECT_FALSE(sliceNumber(geometry, other));
    other = slice;
    std::swap(other.right, other.down);
    EXPECT_FALSE(sliceNumber(geometry, other));
    other = slice;
    other.origin = slice.toPatient(1, 0);
    EXPECT_FALSE(sliceNumber(geometry, other));
}

TEST(SlicePlane, IsTheAcquiredPlaneWithoutOrientation) {
    Geometry geometry;
    geometry.size = {4, 3, 2};
    geometry.spacing = {0.5, 1.0, 2.0};
    for (const Plane plane : kPlanes) {
        EXPECT_EQ(sliceCount(geometry, plane), 2);
        const SlicePlane slice = slicePlane(geometry, plane, 1);
        EXPECT_EQ(slice, (SlicePlane{{0, 0, 2}, {1, 0, 0}, {0, 1, 0}, 0.5, 1.0, 4, 3, {}}));
        EXPECT_EQ(sliceNumber(geometry, slice), (SliceNumber{Plane::axial, 1}));
    }
}

TEST(SlicePlane, RefusesSlicesThatTheVolumeDoesNotHave) {
    const Geometry geometry = skewGeometry();
    for (const int index : {-1, 7, 1000})
        EXPECT_THROW(slicePlane(geometry, Plane::axial, index), Error);
    EXPECT_NO_THROW(slicePlane(geometry, Plane::axial, 6));
}

TEST(StoredSlices, CoverThePlane) {
    const Geometry geometry = skewGeometry();
    EXPECT_EQ(storedSlices(geometry, slicePlane(geometry, Plane::axial, 4)), (IndexRange{4, 4}));
    EXPECT_EQ(storedSlices(geometry, slicePlane(geometry, Plane::coronal, 4)), (IndexRange{0, 6}));
    EXPECT_EQ(storedSlices(geometry, slicePlane(geometry, Plane::sagittal, 0)), (IndexRange{0, 6}));
    SlicePlane slice = slicePlane(geometry, Plane::axial, 4);
    slice.slab = Slab{6.0, SlabMode::maximum};  // slices are 3 mm apart
    EXPECT_EQ(storedSlices(geometry, slice), (IndexRange{3, 5}));
    slice.slab = Slab{18.0, SlabMode::maximum};
    EXPECT_EQ(storedSlices(geometry, slice), (IndexRange{1, 6}));
    slice.slab.reset();
    for (std::size_t c = 0; c < 3; ++c)
        slice.origin[c] += 1.2 * geometry.kDirection[c];  // between slices 4 and 5
    EXPECT_EQ(storedSlices(geometry, slice), (IndexRange{4, 5}));
    for (std::size_t c = 0; c < 3; ++c)
        slice.origin[c] += 100 * geometry.kDirection[c];
    EXPECT_EQ(storedSlices(geometry, slice), IndexRange());
}

TEST(SlabOffsets, AreStepsOfTheSmallestSpacingAroundThePlane) {
    const Geometry geometry = skewGeometry();  // the smallest spacing is 0.7 mm
    SlicePlane slice = slicePlane(geometry, Plane::axial, 4);
    const auto offsets = [&](double mm) {
        slice.slab = Slab{mm, SlabMode::mean};
        return slabOffsets(geometry, slice);
    };
    for (const auto& [mm, count] : {std::pair(0.0, 1), {1.04, 1}, {1.06, 2}, {1.74, 2}, {1.76, 3}, {6.0, 9}}) {
        const std::vector<double> found = offsets(mm);
        ASSERT_EQ(found.size(), static_cast<std::size_t>(count)) << mm;
        for (int s = 0; s < count; ++s)
            EXPECT_NEAR(found[static_cast<std::size_t>(s)], 0.7 * (s - (count - 1) / 2.0), 1e-9);
    }
    EXPECT_EQ(offsets(0.0), std::vector<double>{0.0});
    slice.slab.reset();
    EXPECT_EQ(slabOffsets(geometry, slice), std::vector<double>{0.0});
}

TEST(SlabOffsets, EndWithTheVolume) {
    const Geometry geometry = skewGeometry();
    SlicePlane slice = slicePlane(geometry, Plane::axial, 1);
    slice.slab = Slab{1e6, SlabMode::mean};
    const std::vector<double> all = slabOffsets(geometry, slice);
    EXPECT_LE(all.front(), -1.5 * 3.0);  // the outer faces of the slices, which are 3 mm apart
    EXPECT_GE(all.front(), -3.0 * 3.0);
    EXPECT_GE(all.back(), 5.5 * 3.0);
    EXPECT_LE(all.back(), 7.0 * 3.0);
    for (std::size_t s = 1; s < all.size(); ++s)
        EXPECT_NEAR(all[s] - all[s - 1], 0.7, 1e-6);
    for (std::size_t c = 0; c < 3; ++c)
        slice.origin[c] += 1e7 * geometry.kDirection[c];
    EXPECT_TRUE(slabOffsets(geometry, slice).empty());
    EXPECT_EQ(storedSlices(geometry, slice), IndexRange());
}

TEST(SlabMode, IsNamed) {
    for (const SlabMode mode : {SlabMode::maximum, SlabMode::mean, SlabMode::minimum})
        EXPECT_EQ(slabModeFromString(toString(mode)), mode);
    EXPECT_THROW(slabModeFromString("sum"), Error);
}

}  // namespace
}  // namespace fleming::viewer
