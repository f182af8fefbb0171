// Where the planes of views cross, and what can be dragged there.
#include "viewer/layers/plane_grips.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fleming::viewer {
namespace {

/// Returns an axial plane of 10 x 20 pixels of 2 x 1 mm at height z, with its upper left corner at (-1, -0.5, z).
SlicePlane axial(double z) {
    SlicePlane plane;
    plane.origin = {0, 0, z};
    plane.pixelWidth = 2;
    plane.width = 10;
    plane.height = 20;
    return plane;
}

SlicePlane sagittal(double x, double height) {
    SlicePlane plane;
    plane.origin = {x, 0, height - 0.5};
    plane.right = {0, 1, 0};
    plane.down = {0, 0, -1};
    plane.width = 20;
    plane.height = static_cast<int>(height);
    return plane;
}

TEST(CrossingLine, RunsOverTheWholeImage) {
    const auto line = crossingLine(axial(5), sagittal(3, 50));
    ASSERT_TRUE(line);
    EXPECT_DOUBLE_EQ(line->first[0], 3);
    EXPECT_DOUBLE_EQ(line->second[0], 3);
    EXPECT_DOUBLE_EQ(line->first[2], 5);
    EXPECT_DOUBLE_EQ(std::min(line->first[1], line->second[1]), -0.5);
    EXPECT_DOUBLE_EQ(std::max(line->first[1], line->second[1]), 19.5);
}

TEST(CrossingLine, IsAbsentForParallelPlanesAndImagesThatMiss) {
    EXPECT_FALSE(crossingLine(axial(5), axial(9)));
    EXPECT_FALSE(crossingLine(axial(5), axial(5)));
    EXPECT_FALSE(crossingLine(sagittal(3, 50), axial(51)));
    EXPECT_TRUE(crossingLine(sagittal(3, 50), axial(49)));
}

TEST(CrossingLine, LiesInBothPlanes) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    const auto made = [&] {
        SlicePlane plane;
        Vector3 down{normal(random), normal(random), normal(random)};
        plane.right = {normal(random), normal(random), normal(random)};
        const double size = length(plane.right);
        for (double& part : plane.right)
            part /= size;
        const double along = dot(down, plane.right);
        for (std::size_t i = 0; i < 3; ++i)
            down[i] -= along * plane.right[i];
        const double rest = length(down);
        for (std::size_t i = 0; i < 3; ++i)
            plane.down[i] = down[i] / rest;
        plane.origin = {normal(random) * 5, normal(random) * 5, normal(random) * 5};
        plane.width = plane.height = 30;
        return plane;
    };
    int crossings = 0;
    for (int run = 0; run < 2000; ++run) {
        const SlicePlane of = made(), with = made();
        const auto line = crossingLine(of, with);
        if (!line) continue;
        ++crossings;
        for (const Vector3& end : {line->first, line->second}) {
            for (const SlicePlane& plane : {of, with}) {
                const Vector3 from{end[0] - plane.origin[0], end[1] - plane.origin[1], end[2] - plane.origin[2]};
                EXPECT_NEAR(dot(from, plane.normal()), 0, 1e-9);
            }
            const Vector3 from{end[0] - of.origin[0], end[1] - of.origin[1], end[2] - of.origin[2]};
            for (const Vector3& axis : {of.right, of.down}) {
                EXPECT_GE(dot(from, axis), -0.5 - 1e-9);
                EXPECT_LE(dot(from, axis), 29.5 + 1e-9);
            }
        }
    }
    EXPECT_GT(crossings, 500);
}

/// A slice with two planes across it that meet at 90 degrees in its middle, in a view of 200 x 200 pixels of 0.1 mm.
class PlaneGrips : public testing::Test {
protected:
    PlaneGrips() {
        slice_.width = slice_.height = 20;
        planes_ = {{across({0, 0, 1}), 5, true}, {across({0, 1, 0}), 7, true}};
        planes_[0].plane.slab = Slab{4, SlabMode::mean};
    }

    /// Returns a plane through the middle of the slice, down to the side of `down`.
    static SlicePlane across(const Vector3& along) {
        SlicePlane plane;
        plane.width = plane.height = 40;
        if (along[2] != 0) {  // the row y = 9.5
            plane.right = {1, 0, 0};
            plane.down = {0, 0, 1};
            plane.origin = {-10, 9.5, -20};
        } else {  // the column x = 9.5
            plane.right = {0, 1, 0};
            plane.down = {0, 0, 1};
            plane.origin = {9.5, -10, -20};
        }
        return plane;
    }

    std::optional<PlaneGrip> at(double x, double y) const {
        return gripAt(planeLines(planes_, slice_, map_, QRectF(0, 0, 200, 200)), planes_, {x, y}, 4);
    }

    SlicePlane slice_;
    std::vector<CrossingPlane> planes_;
    const MmToDevice map_{slice_, {0, 0}, 10};
};

TEST_F(PlaneGrips, AreOnTheLinesTheirHandlesAndTheFacesOfSlabs) {
    using Kind = PlaneGrip::Kind;
    EXPECT_EQ(at(30, 102), (PlaneGrip{Kind::move, 0}));
    EXPECT_EQ(at(97, 30), (PlaneGrip{Kind::move, 1}));
    EXPECT_EQ(at(101, 99)->kind, Kind::cross);
    EXPECT_EQ(at(40, 103), (PlaneGrip{Kind::turn, 0}));  // 0.3 of 200 pixels from where the lines meet
    EXPECT_EQ(at(160, 100), (PlaneGrip{Kind::turn, 0}));
    EXPECT_EQ(at(100, 160), (PlaneGrip{Kind::turn, 1}));
    EXPECT_EQ(at(30, 120), (PlaneGrip{Kind::slab, 0}));  // 2 mm away
    EXPECT_EQ(at(30, 80), (PlaneGrip{Kind::slab, 0}));
    EXPECT_FALSE(at(30, 110));
    EXPECT_FALSE(at(30, 130));
}

TEST_F(PlaneGrips, OfAThinSlabAreTheNearest) {
    planes_[0].plane.slab->mm = 0.6;  // 3 pixels on each side
    EXPECT_EQ(at(30, 100.5), (PlaneGrip{PlaneGrip::Kind::move, 0}));
    EXPECT_EQ(at(30, 103), (PlaneGrip{PlaneGrip::Kind::slab, 0}));
}

TEST_F(PlaneGrips, AreOnlyThoseThatAreMoved) {
    planes_[1].isMovable = false;
    EXPECT_FALSE(at(97, 30));
    EXPECT_EQ(at(101, 99)->kind, PlaneGrip::Kind::move);
    EXPECT_TRUE(planeLines(planes_, slice_, map_, QRectF(0, 0, 200, 200))[0].handles);
    EXPECT_FALSE(planeLines(planes_, slice_, map_, QRectF(0, 0, 200, 200))[1].handles);
}

}  // namespace
}  // namespace fleming::viewer
