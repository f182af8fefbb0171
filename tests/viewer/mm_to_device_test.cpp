#include "viewer/layers/mm_to_device.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

/// Returns a coronal plane of 6 x 4 pixels of 0.5 x 2 mm.
SlicePlane coronal() {
    SlicePlane plane;
    plane.origin = {10, -20, 100};
    plane.right = {1, 0, 0};
    plane.down = {0, 0, -1};
    plane.pixelWidth = 0.5;
    plane.pixelHeight = 2;
    plane.width = 6;
    plane.height = 4;
    return plane;
}

TEST(MmToDevice, MapsThePatientToTheView) {
    const MmToDevice map(coronal(), {30, 40}, 8);
    // The corner of the image is half a pixel above and to the left of the first centre.
    EXPECT_EQ(map.toDevice({9.75, -20, 101}), QPointF(30, 40));
    EXPECT_EQ(map.toDevice({10, -20, 100}), QPointF(32, 48));
    EXPECT_EQ(map.toDevice({12.75, -20, 93}), QPointF(54, 104));
    EXPECT_EQ(map.toDevice({12.75, 500, 93}), QPointF(54, 104));  // along the normal
}

TEST(MmToDevice, MapsTheViewToThePatient) {
    SlicePlane plane = coronal();
    const double c = std::cos(0.4), s = std::sin(0.4);
    plane.right = {c, s, 0};
    plane.down = {-s * c, c * c, s};
    const MmToDevice map(plane, {-12.5, 7}, 3.25);
    for (const QPointF& point : {QPointF(0, 0), QPointF(-12.5, 7), QPointF(100, -55.5)}) {
        const Vector3 mm = map.toMm(point);
        EXPECT_LT((map.toDevice(mm) - point).manhattanLength(), 1e-9);
        const Vector3 from{mm[0] - plane.origin[0], mm[1] - plane.origin[1], mm[2] - plane.origin[2]};
        EXPECT_NEAR(dot(from, plane.normal()), 0, 1e-9);
    }
}

TEST(MmToDevice, MapsTheImage) {
    const MmToDevice map(coronal(), {30, 40}, 8);  // 24 x 64 device pixels
    EXPECT_TRUE(map.isInImage({30, 40}));
    EXPECT_TRUE(map.isInImage({53.9, 103.9}));
    for (const QPointF& outside : {QPointF(29.9, 50), QPointF(54, 50), QPointF(40, 39.9), QPointF(40, 104)})
        EXPECT_FALSE(map.isInImage(outside));
}

}  // namespace
}  // namespace fleming::viewer
