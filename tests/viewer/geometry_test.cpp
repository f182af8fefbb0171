#include "viewer/data/geometry.h"

#include "base/error.h"
#include "viewer/data/rigid_transform.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>
#include <vector>

namespace fleming::viewer {
namespace {

constexpr Plane kPlanes[] = {Plane::axial, Plane::coronal, Plane::sagittal};

Geometry oriented(const Vector3& i, const Vector3& j) {
    Geometry geometry;
    geometry.iDirection = i;
    geometry.jDirection = j;
    geometry.kDirection = cross(i, j);
    geometry.oriented = true;
    return geometry;
}

/// Returns the 24 geometries whose axes are parallel to the patient's. All are right-handed, since k = i x j.
std::vector<Geometry> straightGeometries() {
    std::vector<Geometry> all;
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t b = 0; b < 3; ++b) {
            for (const int signs : {0, 1, 2, 3}) {
                if (a == b) continue;
                Vector3 i{}, j{};
                i[a] = signs & 1 ? -1 : 1;
                j[b] = signs & 2 ? -1 : 1;
                all.push_back(oriented(i, j));
            }
        }
    }
    return all;
}

Geometry randomGeometry(std::mt19937& random) {
    std::normal_distribution<double> normal;
    const auto unit = [&] {
        Vector3 v{normal(random), normal(random), normal(random)};
        const double size = length(v);
        for (double& c : v)
            c /= size;
        return v;
    };
    const Vector3 i = unit();
    Vector3 j = cross(i, unit());
    const double size = length(j);
    for (double& c : j)
        c /= size;
    return oriented(i, j);
}

Vector3 axisDirection(const Geometry& g, int axis, bool flipped) {
    Vector3 d = axis == 0 ? g.iDirection : axis == 1 ? g.jDirection : g.kDirection;
    if (flipped) d = {-d[0], -d[1], -d[2]};
    return d;
}

// The expected directions of columns and rows in the patient (LPS).
Vector3 wantedColumns(Plane plane) {
    return plane == Plane::sagittal ? Vector3{0, 1, 0} : Vector3{1, 0, 0};
}
Vector3 wantedRows(Plane plane) {
    return plane == Plane::axial ? Vector3{0, 1, 0} : Vector3{0, 0, -1};
}

void expectPermutation(const PlaneAxes& axes) {
    EXPECT_EQ((1 << axes.columnAxis) | (1 << axes.rowAxis) | (1 << axes.sliceAxis), 7);
}

TEST(PlaneAxes, FollowTheRadiologicalConvention) {
    for (const Geometry& geometry : straightGeometries()) {
        for (const Plane plane : kPlanes) {
            const PlaneAxes axes = planeAxes(geometry, plane);
            expectPermutation(axes);
            EXPECT_DOUBLE_EQ(dot(axisDirection(geometry, axes.columnAxis, axes.flipColumns), wantedColumns(plane)), 1);
            EXPECT_DOUBLE_EQ(dot(axisDirection(geometry, axes.rowAxis, axes.flipRows), wantedRows(plane)), 1);
        }
        EXPECT_EQ(planeAxes(geometry, acquiredPlane(geometry)).sliceAxis, 2);
    }
}

TEST(PlaneAxes, HoldForObliqueVolumes) {
    std::mt19937 random(7);
    for (int n = 0; n < 2000; ++n) {
        const Geometry geometry = randomGeometry(random);
        int sliceAxes = 0;
        for (const Plane plane : kPlanes) {
            const PlaneAxes axes = planeAxes(geometry, plane);
            expectPermutation(axes);
            sliceAxes |= 1 << axes.sliceAxis;
            EXPECT_GE(dot(axisDirection(geometry, axes.columnAxis, axes.flipColumns), wantedColumns(plane)), 0);
            EXPECT_GE(dot(axisDirection(geometry, axes.rowAxis, axes.flipRows), wantedRows(plane)), 0);
        }
        EXPECT_EQ(sliceAxes, 7) << "each voxel axis is the slice axis of one plane";
        // The acquired plane is never mirrored: columns x rows points away from the viewer.
        const Plane acquired = acquiredPlane(geometry);
        const PlaneAxes axes = planeAxes(geometry, acquired);
        EXPECT_EQ(axes.sliceAxis, 2);
        const Vector3 seen = cross(axisDirection(geometry, axes.columnAxis, axes.flipColumns),
                                   axisDirection(geometry, axes.rowAxis, axes.flipRows));
        EXPECT_GT(dot(seen, cross(wantedColumns(acquired), wantedRows(acquired))), 0);
    }
}

TEST(PlaneAxes, LeaveUnorientedVolumesAsStored) {
    Geometry geometry;
    geometry.iDirection = {-1, 0, 0};
    geometry.kDirection = {0, 0, -1};
    const PlaneAxes axes = planeAxes(geometry, Plane::axial);
    EXPECT_EQ(axes.columnAxis, 0);
    EXPECT_EQ(axes.rowAxis, 1);
    EXPECT_EQ(axes.sliceAxis, 2);
    EXPECT_FALSE(axes.flipColumns || axes.flipRows);
    EXPECT_EQ(acquiredPlane(geometry), Plane::axial);
}

TEST(Planes, AreNamed) {
    for (const Plane plane : kPlanes)
        EXPECT_EQ(planeFromString(toString(plane)), plane);
    try {
        planeFromString("Axial");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "plane.unknown");
        EXPECT_EQ(error.arguments(), std::vector<std::string>{"Axial"});
    }
}

TEST(Planes, AreAcquiredNearestToTheNormal) {
    EXPECT_EQ(acquiredPlane(oriented({1, 0, 0}, {0, 1, 0})), Plane::axial);
    EXPECT_EQ(acquiredPlane(oriented({1, 0, 0}, {0, 0, -1})), Plane::coronal);
    EXPECT_EQ(acquiredPlane(oriented({0, 1, 0}, {0, 0, -1})), Plane::sagittal);
    const double c = std::cos(0.7), s = std::sin(0.7);  // 40 degrees
    EXPECT_EQ(acquiredPlane(oriented({1, 0, 0}, {0, c, s})), Plane::axial);
}

TEST(Geometry, ConvertsToPatientCoordinatesAndBack) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(-100, 100);
    for (int n = 0; n < 200; ++n) {
        Geometry geometry = randomGeometry(random);
        geometry.spacing = {0.5 + n % 3, 0.7, 3.1};
        geometry.origin = {uniform(random), uniform(random), uniform(random)};
        const Vector3 ijk{uniform(random), uniform(random), uniform(random)};
        const Vector3 back = geometry.patientToVoxel(geometry.voxelToPatient(ijk));
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_NEAR(back[c], ijk[c], 1e-9);
    }
}

TEST(Geometry, StepsBySpacingAlongItsDirections) {
    Geometry geometry = oriented({0, 1, 0}, {0, 0, -1});
    geometry.spacing = {2, 3, 4};
    geometry.origin = {10, 20, 30};
    EXPECT_EQ(geometry.voxelToPatient({1, 1, 1}), (Vector3{6, 22, 27}));  // k = (-1, 0, 0)
}

TEST(OrientationLetters, StartWithTheNearestDirection) {
    EXPECT_EQ(orientationLetters({1, 0, 0}), "L");
    EXPECT_EQ(orientationLetters({-1, 0, 0}), "R");
    EXPECT_EQ(orientationLetters({0, -1, 0}), "A");
    EXPECT_EQ(orientationLetters({0, 1, 0}), "P");
    EXPECT_EQ(orientationLetters({0, 0, -2}), "F");
    EXPECT_EQ(orientationLetters({0, -0.5, 0.8}), "HA");
    EXPECT_EQ(orientationLetters({-0.6, 0.1, -0.79}), "FR");
    EXPECT_EQ(orientationLetters({0, 0, 0}), "");
}

TEST(RigidTransform, ChainsAndInverts) {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> angle(-3, 3), place(-500, 500);
    const auto made = [&] {
        const double a = angle(random), b = angle(random);
        const RigidTransform aboutZ{
            {Vector3{std::cos(a), -std::sin(a), 0}, Vector3{std::sin(a), std::cos(a), 0}, Vector3{0, 0, 1}},
            {place(random), place(random), place(random)}};
        const RigidTransform aboutX{
            {Vector3{1, 0, 0}, Vector3{0, std::cos(b), -std::sin(b)}, Vector3{0, std::sin(b), std::cos(b)}}, {}};
        return chained(aboutZ, aboutX);
    };
    for (int i = 0; i < 100; ++i) {
        const RigidTransform one = made(), other = made();
        const Vector3 at{place(random), place(random), place(random)};
        const Vector3 twice = other.apply(one.apply(at)), atOnce = chained(one, other).apply(at);
        const Vector3 back = one.inverse().apply(one.apply(at));
        const Vector3 turned = one.turn({1, 2, 3}), from = one.apply({0, 0, 0}), to = one.apply({1, 2, 3});
        for (std::size_t axis = 0; axis < 3; ++axis) {
            EXPECT_NEAR(twice[axis], atOnce[axis], 1e-9);
            EXPECT_NEAR(back[axis], at[axis], 1e-9);
            EXPECT_NEAR(turned[axis], to[axis] - from[axis], 1e-9);
        }
        EXPECT_NEAR(angleOf(chained(one, one.inverse())), 0, 1e-5);
        EXPECT_NEAR(angleOf(one), angleOf(one.inverse()), 1e-9);
    }
    EXPECT_NEAR(angleOf({{Vector3{0, -1, 0}, Vector3{1, 0, 0}, Vector3{0, 0, 1}}, {}}), 90, 1e-9);
}

}  // namespace
}  // namespace fleming::viewer
