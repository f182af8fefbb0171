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
        // By hand: the pixels whose centres are in the volume.
        int left = slice.width, right = -1, top = slice.height, bottom = -1;
        for (int row = 0; row < slice.height; ++row) {
            for (int column = 0; column < slice.width; ++column) {
                const Vector3 voxel = made.patientToVoxel(slice.toPatient(column, row));
                bool isInside = true;
                for (std::size_t axis = 0; axis < 3; ++axis)
                    isInside = isInside && voxel[axis] >= -0.5 && voxel[axis] <= made.size[axis] - 0.5;
                if (!isInside) continue;
                left = std::min(left, column);
                right = std::max(right, column);
                top = std::min(top, row);
                bottom = std::max(bottom, row);
            }
        }
        const SlicePlane part = cropped(made, slice);
        if (right < 0) continue;  // between pixels
        const Vector3 corner = pixelOf(slice, part.origin);
        // All of them, and not more than the corner of the volume between two pixels adds.
        EXPECT_TRUE(corner[0] <= left + 1e-6 && corner[0] >= left - 1 - 1e-6);
        EXPECT_TRUE(corner[1] <= top + 1e-6 && corner[1] >= top - 1 - 1e-6);
        EXPECT_TRUE(corner[0] + part.width - 1 >= right - 1e-6 && corner[0] + part.width - 2 <= right + 1e-6);
        EXPECT_TRUE(corner[1] + part.height - 1 >= bottom - 1e-6 && corner[1] + part.height - 2 <= bottom + 1e-6);
        EXPECT_NEAR(corner[0], std::round(corner[0]), 1e-6);
        EXPECT_NEAR(corner[2], 0, 1e-9);
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
        const Vector3 corner = pixelOf(again, slice.origin);  // the same pixels, counted from another corner
        EXPECT_NEAR(corner[0], std::round(corner[0]), 1e-6);
        EXPECT_NEAR(corner[1], std::round(corner[1]), 1e-6);
        EXPECT_NEAR(corner[2], 0, 1e-9);
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
