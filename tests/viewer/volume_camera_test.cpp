#include "viewer/render/volume_camera.h"

#include <array>
#include <gtest/gtest.h>
#include <utility>

namespace fleming::viewer {
namespace {

void expectNear(const Vector3& a, const Vector3& b) {
    for (std::size_t c = 0; c < 3; ++c)
        EXPECT_NEAR(a[c], b[c], 1e-9);
}

TEST(VolumeCamera, StartsInFrontOfThePatient) {
    Geometry geometry;
    geometry.size = {11, 21, 31};
    geometry.spacing = {1, 2, 3};
    geometry.origin = {-5, 100, 0};
    geometry.oriented = true;
    const VolumeCamera camera = frontCamera(geometry, 1.0);
    expectNear(camera.focus, {0, 120, 45});
    expectNear(camera.into, {0, 1, 0});
    expectNear(camera.up, {0, 0, 1});
    expectNear(camera.right(), {1, 0, 0});  // the patient's left on the right
    EXPECT_GE(camera.height, 93);
    EXPECT_NEAR(frontCamera(geometry, 0.05).height * 0.05, 11 * 1.1, 1e-9);
}

TEST(VolumeCamera, FollowsThePointerWhenRotating) {
    VolumeCamera camera;
    rotate(camera, 90, 0);  // front to the right: shows the patient's right side
    expectNear(camera.into, {1, 0, 0});
    expectNear(camera.up, {0, 0, 1});
    rotate(camera, -90, 0);
    rotate(camera, 0, 90);  // front down: shows the top of the head
    expectNear(camera.into, {0, 0, -1});
    expectNear(camera.right(), {1, 0, 0});
    for (int i = 0; i < 10000; ++i)
        rotate(camera, 1.3, -0.7);
    EXPECT_NEAR(length(camera.into), 1, 1e-12);
    EXPECT_NEAR(length(camera.up), 1, 1e-12);
    EXPECT_NEAR(dot(camera.into, camera.up), 0, 1e-12);
}

TEST(VolumeCamera, LooksFromTheSides) {
    VolumeCamera camera;
    camera.focus = {1, 2, 3};
    camera.height = 70;
    const std::pair<PatientSide, std::array<Vector3, 3>> expected[] = {
        // The directions into the image, up, and right.
        {PatientSide::anterior, {{{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}}},
        {PatientSide::posterior, {{{0, -1, 0}, {0, 0, 1}, {-1, 0, 0}}}},
        {PatientSide::left, {{{-1, 0, 0}, {0, 0, 1}, {0, 1, 0}}}},
        {PatientSide::right, {{{1, 0, 0}, {0, 0, 1}, {0, -1, 0}}}},
        {PatientSide::superior, {{{0, 0, -1}, {0, -1, 0}, {-1, 0, 0}}}},
        {PatientSide::inferior, {{{0, 0, 1}, {0, -1, 0}, {1, 0, 0}}}},  // like axial slices
    };
    for (const auto& [side, directions] : expected) {
        rotate(camera, 33, -21);
        lookFrom(camera, side);
        expectNear(camera.into, directions[0]);
        expectNear(camera.up, directions[1]);
        expectNear(camera.right(), directions[2]);
        expectNear(camera.focus, {1, 2, 3});
        EXPECT_EQ(camera.height, 70);
    }
}

TEST(VolumeCamera, ZoomsAndPans) {
    VolumeCamera camera;
    camera.height = 200;
    zoom(camera, 2);
    EXPECT_EQ(camera.height, 100);
    pan(camera, 0.5, 0.25);  // moves the volume right and down, the focus left and up
    expectNear(camera.focus, {-50, 0, 25});
}

}  // namespace
}  // namespace fleming::viewer
