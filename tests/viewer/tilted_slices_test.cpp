// Slices of a volume that are tilted together.
#include "viewer/render/tilted_slices.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

namespace fleming::viewer {
namespace {

constexpr Plane kPlanes[] = {Plane::axial, Plane::coronal, Plane::sagittal};

class TiltedSlices : public testing::Test {
protected:
    double uniform(double low, double high) { return std::uniform_real_distribution(low, high)(random_); }

    Vector3 direction() {
        std::normal_distribution<double> normal;
        Vector3 made{normal(random_), normal(random_), normal(random_)};
        const double size = length(made);
        for (double& part : made)
            part /= size;
        return made;
    }

    RigidTransform tilt() {
        return rotationAround({uniform(-50, 50), uniform(-50, 50), uniform(-50, 50)}, direction(), uniform(-3, 3));
    }

    /// Returns the geometry of an oblique scan with unequal spacing.
    Geometry geometry() {
        const RigidTransform turned = tilt();
        Geometry made;
        made.size = {static_cast<int>(uniform(2, 40)), static_cast<int>(uniform(2, 40)),
                     static_cast<int>(uniform(2, 20))};
        made.spacing = {uniform(0.3, 2), uniform(0.3, 2), uniform(0.5, 6)};
        made.origin = {uniform(-90, 90), uniform(-90, 90), uniform(-90, 90)};
        made.iDirection = turned.turn({1, 0, 0});
        made.jDirection = turned.turn({0, 1, 0});
        made.kDirection = turned.turn({0, 0, 1});
        made.oriented = made.spacingKnown = true;
        return made;
    }

    Vector3 positionIn(const Geometry& geometry) {
        Vector3 voxel;
        for (std::size_t axis = 0; axis < 3; ++axis)
            voxel[axis] = uniform(-0.4, geometry.size[axis] - 0.6);
        return geometry.voxelToPatient(voxel);
    }

    const unsigned seed_ = std::random_device()();
    testing::ScopedTrace trace_{__FILE__, __LINE__, seed_};
    std::mt19937 random_{seed_};
};

/// Returns a position in pixels of a plane, and mm from it.
Vector3 pixelOf(const SlicePlane& plane, const Vector3& mm) {
    const Vector3 from{mm[0] - plane.origin[0], mm[1] - plane.origin[1], mm[2] - plane.origin[2]};
    return {dot(from, plane.right) / plane.pixelWidth, dot(from, plane.down) / plane.pixelHeight,
            dot(from, plane.normal())};
}

/// Returns corner 0 to 7 of a volume: its outer edges, not the centres of its voxels.
Vector3 corner(const Geometry& geometry, int number) {
    Vector3 voxel;
    for (std::size_t axis = 0; axis < 3; ++axis)
        voxel[axis] = (number >> axis & 1) != 0 ? geometry.size[axis] - 0.5 : -0.5;
    return geometry.voxelToPatient(voxel);
}

TEST_F(TiltedSlices, WithoutATiltAreTheSlicesOfTheVolume) {
    const Geometry made = geometry();
    for (const Plane plane : kPlanes) {
        const int count = sliceCount(made, plane);
        EXPECT_EQ(tiltedSlices(made, plane, {}), (IndexRange{0, count - 1}));
        EXPECT_EQ(tiltedPlane(made, plane, count / 2, {}), slicePlane(made, plane, count / 2));
    }
}

TEST_F(TiltedSlices, ReachAllOfTheVolume) {
    for (int round = 0; round < 50; ++round) {
        const Geometry made = geometry();
        const RigidTransform turned = tilt();
        for (const Plane plane : kPlanes) {
            const IndexRange slices = tiltedSlices(made, plane, turned);
            const double step = made.spacing[static_cast<std::size_t>(planeAxes(made, plane).sliceAxis)];
            const Vector3 position = positionIn(made);
            double nearest = 1e9;
            for (int index = slices.first; index <= slices.last; ++index) {
                const SlicePlane slice = tiltedPlane(made, plane, index, turned);
                EXPECT_NEAR(dot(slice.right, slice.down), 0, 1e-12);
                EXPECT_EQ(slice.pixelWidth, slice.pixelHeight);
                const Vector3 pixel = pixelOf(slice, position);
                EXPECT_TRUE(pixel[0] > -1 && pixel[0] < slice.width && pixel[1] > -1 && pixel[1] < slice.height);
                nearest = std::min(nearest, std::abs(pixel[2]));
            }
            EXPECT_LE(nearest, step);
        }
    }
}

TEST_F(TiltedSlices, TurnAroundAPositionThatStaysInThePlane) {
    for (int round = 0; round < 50; ++round) {
        const Geometry made = geometry();
        const RigidTransform before = tilt();
        const Plane plane = kPlanes[round % 3];
        const IndexRange slices = tiltedSlices(made, plane, before);
        const int index = (slices.first + slices.last) / 2;
        const SlicePlane slice = tiltedPlane(made, plane, index, before);
        const Vector3 pivot = slice.toPatient(uniform(0, slice.width), uniform(0, slice.height));
        const SlicePlane now =
            tiltedPlane(made, plane, index, chained(before, rotationAround(pivot, direction(), uniform(-3, 3))));
        EXPECT_NEAR(pixelOf(now, pivot)[2], 0, 1e-9);
    }
}

TEST_F(TiltedSlices, AreCroppedToTheirPixelsInTheVolume) {
    for (int round = 0; round < 50; ++round) {
        const Geometry made = geometry();
        const RigidTransform turned = tilt();
        const Plane plane = kPlanes[round % 3];
        const IndexRange slices = tiltedSlices(made, plane, turned);
        const SlicePlane slice = tiltedPlane(made, plane, (slices.first + slices.last) / 2, turned);
        // By hand: the volume is cut where its edges cross the plane.
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (int from = 0; from < 8; ++from) {
            for (const int axis : {1, 2, 4}) {
                const Vector3 a = pixelOf(slice, corner(made, from)), b = pixelOf(slice, corner(made, from ^ axis));
                if ((a[2] < 0) == (b[2] < 0)) continue;
                const double part = a[2] / (a[2] - b[2]);
                left = std::min(left, a[0] + part * (b[0] - a[0]));
                right = std::max(right, a[0] + part * (b[0] - a[0]));
                top = std::min(top, a[1] + part * (b[1] - a[1]));
                bottom = std::max(bottom, a[1] + part * (b[1] - a[1]));
            }
        }
        const SlicePlane part = cropped(made, slice);
        if (left > right) {  // it misses the volume
            EXPECT_EQ(part, slice);
            continue;
        }
        const Vector3 first = pixelOf(slice, part.origin);
        // The pixels whose centres lie between; one if there is none.
        EXPECT_NEAR(first[0], std::ceil(left - 1e-6), 1e-6);
        EXPECT_NEAR(first[1], std::ceil(top - 1e-6), 1e-6);
        EXPECT_EQ(part.width, std::max(1.0, std::floor(right + 1e-6) - std::ceil(left - 1e-6) + 1));
        EXPECT_EQ(part.height, std::max(1.0, std::floor(bottom + 1e-6) - std::ceil(top - 1e-6) + 1));
        EXPECT_NEAR(first[2], 0, 1e-9);
    }
}

TEST_F(TiltedSlices, AreFoundAgainFromOneOfThem) {
    for (int round = 0; round < 50; ++round) {
        const Geometry made = geometry();
        const Plane plane = kPlanes[round % 3];
        const RigidTransform turned = tilt();
        const IndexRange slices = tiltedSlices(made, plane, turned);
        const SlicePlane slice = tiltedPlane(made, plane, slices.first + (slices.last - slices.first) / 3, turned);
        const TiltedSlice found = tiltOf(made, plane, slice);
        const SlicePlane again = tiltedPlane(made, plane, found.index, found.tilt);
        for (std::size_t c = 0; c < 3; ++c) {
            EXPECT_NEAR(again.right[c], slice.right[c], 1e-12);
            EXPECT_NEAR(again.down[c], slice.down[c], 1e-12);
        }
        EXPECT_EQ(again.pixelWidth, slice.pixelWidth);
        const Vector3 pixel = pixelOf(again, slice.origin);  // the same pixels, counted from another corner
        EXPECT_NEAR(pixel[0], std::round(pixel[0]), 1e-6);
        EXPECT_NEAR(pixel[1], std::round(pixel[1]), 1e-6);
        EXPECT_NEAR(pixel[2], 0, 1e-9);
        EXPECT_NEAR(again.width, slice.width, 1);
        EXPECT_NEAR(again.height, slice.height, 1);
    }
}

TEST_F(TiltedSlices, RotationIsRightHanded) {
    const Vector3 centre{uniform(-9, 9), uniform(-9, 9), uniform(-9, 9)};
    const RigidTransform quarter = rotationAround(centre, {0, 0, 1}, std::numbers::pi / 2);
    const Vector3 moved = quarter.apply({centre[0] + 1, centre[1], centre[2] + 5});
    EXPECT_NEAR(moved[0], centre[0], 1e-12);
    EXPECT_NEAR(moved[1], centre[1] + 1, 1e-12);
    EXPECT_NEAR(moved[2], centre[2] + 5, 1e-12);
    EXPECT_NEAR(angleOf(rotationAround(centre, direction(), 0.3)), 0.3 * 180 / std::numbers::pi, 1e-9);
}

}  // namespace
}  // namespace fleming::viewer
