#include "viewer/render/turn.h"

#include "tests/viewer/made_volume.h"
#include "viewer/render/colour_table.h"
#include "viewer/render/render.h"

#include <cmath>
#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

constexpr Plane kPlanes[] = {Plane::axial, Plane::coronal, Plane::sagittal};

std::vector<Turn> allTurns() {
    std::vector<Turn> turns;
    for (const bool mirrored : {false, true}) {
        for (int quarters = 0; quarters < 4; ++quarters)
            turns.push_back({mirrored, quarters});
    }
    return turns;
}

Rgb pixel(const RgbImage& image, int x, int y) {
    const std::uint8_t* at = image.rgb.data() + 3 * (y * image.width + x);
    return {at[0], at[1], at[2]};
}

RgbImage randomImage(int width, int height) {
    RgbImage image{width, height, {}};
    image.rgb = test::randomValues<std::uint8_t>(static_cast<std::size_t>(width * height * 3), 0, 255);
    return image;
}

TEST(Turn, FlipsAndRotatesWhatIsOnTheScreen) {
    const RgbImage image = randomImage(5, 3);
    for (const Turn& turn : allTurns()) {
        const RgbImage before = turned(image, turn);
        const RgbImage leftRight = turned(image, flippedLeftRight(turn)), upDown = turned(image, flippedUpDown(turn));
        const RgbImage right = turned(image, rotated(turn, 1)), left = turned(image, rotated(turn, -1));
        for (int y = 0; y < before.height; ++y) {
            for (int x = 0; x < before.width; ++x) {
                const Rgb shown = pixel(before, x, y);
                EXPECT_EQ(pixel(leftRight, before.width - 1 - x, y), shown);
                EXPECT_EQ(pixel(upDown, x, before.height - 1 - y), shown);
                EXPECT_EQ(pixel(right, before.height - 1 - y, x), shown);
                EXPECT_EQ(pixel(left, y, before.width - 1 - x), shown);
            }
        }
    }
}

TEST(Turn, ComesBack) {
    for (const Turn& turn : allTurns()) {
        EXPECT_EQ(flippedLeftRight(flippedLeftRight(turn)), turn);
        EXPECT_EQ(flippedUpDown(flippedUpDown(turn)), turn);
        EXPECT_EQ(rotated(turn, 4), turn);
        EXPECT_EQ(rotated(rotated(turn, -7), 7), turn);
    }
}

Geometry skewGeometry() {
    Geometry geometry;
    geometry.size = {6, 5, 4};
    geometry.spacing = {0.7, 0.9, 2.5};
    geometry.origin = {-40.5, 17.25, 900};
    geometry.iDirection = {std::cos(0.3), std::sin(0.3), 0};
    geometry.jDirection = {-std::sin(0.3), std::cos(0.3), 0};
    geometry.kDirection = {0, 0, 1};
    geometry.oriented = true;
    return geometry;
}

TEST(TurnedPlane, HasThePixelsOfTheTurnedImage) {
    const Geometry geometry = skewGeometry();
    const Series series = test::volumeSeries(geometry, ScalarType::int16);
    const auto volume =
        test::filledVolume(series, test::randomValues<std::int16_t>(test::voxelCount(geometry), 0, 255));
    for (const Plane plane : kPlanes) {
        for (int index = 0; index < sliceCount(geometry, plane); ++index) {
            const SlicePlane upright = slicePlane(geometry, plane, index);
            const RgbImage image = render(*volume, upright, {});
            for (const Turn& turn : allTurns()) {
                const SlicePlane other = turned(upright, turn);
                const RgbImage expected = turned(image, turn);
                const RgbImage rendered = render(*volume, other, {});
                EXPECT_EQ(rendered.width, expected.width);
                EXPECT_EQ(rendered.height, expected.height);
                EXPECT_EQ(rendered.rgb, expected.rgb);
                const auto shown = shownSlice(geometry, other);
                ASSERT_TRUE(shown);
                EXPECT_EQ(shown->slice, (SliceNumber{plane, index}));
                EXPECT_EQ(shown->turn, turn);
            }
        }
    }
}

TEST(TurnedPlane, KeepsEachPixelAtItsPlaceInThePatient) {
    const SlicePlane upright = slicePlane(skewGeometry(), Plane::coronal, 2);
    RgbImage numbered{upright.width, upright.height, {}};
    for (int y = 0; y < upright.height; ++y) {
        for (int x = 0; x < upright.width; ++x)
            numbered.rgb.insert(numbered.rgb.end(), {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), 0});
    }
    for (const Turn& turn : allTurns()) {
        const SlicePlane plane = turned(upright, turn);
        const RgbImage image = turned(numbered, turn);
        ASSERT_EQ(plane.width, image.width);
        for (int y = 0; y < plane.height; ++y) {
            for (int x = 0; x < plane.width; ++x) {
                const Rgb from = pixel(image, x, y);
                const Vector3 mm = plane.toPatient(x, y), expected = upright.toPatient(from.red, from.green);
                for (std::size_t axis = 0; axis < 3; ++axis)
                    EXPECT_NEAR(mm[axis], expected[axis], 1e-9);
            }
        }
    }
}

TEST(ShownSlice, IsNoneOfAnObliquePlane) {
    SlicePlane plane = slicePlane(skewGeometry(), Plane::axial, 1);
    plane.origin[2] += 0.3;
    EXPECT_FALSE(shownSlice(skewGeometry(), plane));
}

TEST(Render, ColoursLevelsAndLeavesPaddingBlack) {
    Geometry geometry;
    geometry.size = {4, 1, 1};
    const Series series = test::volumeSeries(geometry, ScalarType::int16);
    const auto volume = test::filledVolume(series, std::vector<std::int16_t>{-2000, 0, 128, 255});
    volume->padding = std::pair(-2000.0, -2000.0);
    const SlicePlane plane = slicePlane(geometry, Plane::axial, 0);
    for (const ColourTable table : {ColourTable::hotIron, ColourTable::rainbow, ColourTable::viridis}) {
        for (const bool inverted : {false, true}) {
            const RgbImage image = render(*volume, plane, {Window{128, 256}, false, inverted, table});
            EXPECT_EQ(pixel(image, 0, 0), Rgb{});
            EXPECT_EQ(pixel(image, 1, 0), colourTable(table)[inverted ? 255 : 0]);
            EXPECT_EQ(pixel(image, 2, 0), colourTable(table)[inverted ? 127 : 128]);
            EXPECT_EQ(pixel(image, 3, 0), colourTable(table)[inverted ? 0 : 255]);
        }
    }
}

TEST(Render, TakesTheNearestVoxel) {
    Geometry geometry = skewGeometry();
    const Series series = test::volumeSeries(geometry, ScalarType::int16);
    const auto values = test::randomValues<std::int16_t>(test::voxelCount(geometry), 0, 255);
    const auto volume = test::filledVolume(series, values);
    Display display;
    display.interpolation = Interpolation::nearest;
    for (const Plane plane : kPlanes) {
        for (const bool oblique : {false, true}) {
            SlicePlane shown = slicePlane(geometry, plane, 1);
            if (oblique) shown.origin = shown.toPatient(0.11, 0.13);
            const RgbImage image = render(*volume, shown, display);
            for (int y = 0; y < shown.height; ++y) {
                for (int x = 0; x < shown.width; ++x) {
                    const Vector3 voxel = geometry.patientToVoxel(shown.toPatient(x, y));
                    Index3 nearest;
                    bool isTie = false, isInside = true;
                    for (std::size_t axis = 0; axis < 3; ++axis) {
                        isTie |= std::abs(voxel[axis] - std::floor(voxel[axis]) - 0.5) < 1e-6;
                        isInside &= voxel[axis] > -0.499 && voxel[axis] < geometry.size[axis] - 0.501;
                        nearest[axis] = static_cast<int>(std::lround(voxel[axis]));
                    }
                    if (isTie || !isInside) continue;
                    const int value = static_cast<int>(volume->value(nearest[0], nearest[1], nearest[2]));
                    EXPECT_EQ(pixel(image, x, y).red, value) << toString(plane) << x << "," << y << oblique;
                }
            }
        }
    }
}

}  // namespace
}  // namespace fleming::viewer
