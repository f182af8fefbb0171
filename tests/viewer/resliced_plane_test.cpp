// Tests oblique planes and slabs against analytic volumes and against the exact path. reslice_definition_test.cpp has
// the definition of their values.
#include "viewer/render/resliced_plane.h"

#include "base/error.h"
#include "tests/viewer/made_volume.h"
#include "tests/viewer/phantom.h"
#include "viewer/render/render.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

using test::filledVolume;
using test::randomValues;
using test::volumeSeries;
using test::voxelCount;

Geometry skewGeometry(const Vector3& spacing = {0.7, 0.9, 3.0}) {
    const double a = 0.3, b = -0.25;
    Geometry geometry;
    geometry.size = {30, 28, 12};
    geometry.spacing = spacing;
    geometry.origin = {-40.5, 17.25, 900};
    geometry.iDirection = {-std::cos(a), -std::sin(a), 0};
    geometry.jDirection = {std::sin(a) * std::cos(b), -std::cos(a) * std::cos(b), std::sin(b)};
    geometry.kDirection = cross(geometry.iDirection, geometry.jDirection);
    geometry.oriented = true;
    return geometry;
}

/// Returns an oblique plane of 21 x 17 pixels through the centre of the volume.
SlicePlane obliquePlane(const Geometry& geometry) {
    SlicePlane plane;
    const double c = std::cos(0.5), s = std::sin(0.5);
    plane.right = {c * 0.8, s * 0.8, 0.6};
    plane.down = {-s, c, 0};
    plane.pixelWidth = 0.4;
    plane.pixelHeight = 0.5;
    plane.width = 21;
    plane.height = 17;
    const Vector3 middle = geometry.voxelToPatient(
        {(geometry.size[0] - 1) / 2.0, (geometry.size[1] - 1) / 2.0, (geometry.size[2] - 1) / 2.0});
    plane.origin = middle;
    plane.origin = plane.toPatient(-10, -8);
    return plane;
}

template <typename T>
std::vector<T> valuesOf(const Geometry& geometry, const std::function<double(const Vector3& mm)>& value) {
    std::vector<T> values;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i)
                values.push_back(static_cast<T>(value(geometry.voxelToPatient({double(i), double(j), double(k)}))));
        }
    }
    return values;
}

double ramp(const Vector3& mm) {
    return 3.0 + 2.0 * (mm[0] + 40) - 1.5 * (mm[1] - 17) + 0.75 * (mm[2] - 900);
}

TEST(ReslicedPlane, ReproducesLinearRamps) {
    const Geometry geometry = skewGeometry();
    const Series series = volumeSeries(geometry, ScalarType::float64);
    const auto volume = filledVolume(series, valuesOf<double>(geometry, ramp));
    SlicePlane plane = obliquePlane(geometry);
    ASSERT_FALSE(sliceNumber(geometry, plane));
    const Window window{10, 90};
    for (const auto& slab : {std::optional<Slab>(), std::optional(Slab{4.0, SlabMode::mean})}) {
        plane.slab = slab;
        const std::vector<float> samples = reslicedValues(*volume, plane);
        const RgbImage image = render(*volume, plane, {window});
        ASSERT_EQ(samples.size(), 21U * 17U);
        for (int y = 0; y < plane.height; ++y) {
            for (int x = 0; x < plane.width; ++x) {
                const auto at = static_cast<std::size_t>(y * plane.width + x);
                // The mean of a ramp over a slab is its value at the centre.
                const double expected = ramp(plane.toPatient(x, y));
                ASSERT_NEAR(samples[at], expected, 1e-4) << x << " " << y;
                ASSERT_LE(std::abs(image.rgb[3 * at] - windowed(expected, window)), 1);
            }
        }
    }
}

TEST(ReslicedPlane, TakesTheExtremesOfARampFromTheEndsOfTheSlab) {
    const Geometry geometry = skewGeometry();
    const Series series = volumeSeries(geometry, ScalarType::float32);
    const auto volume = filledVolume(series, valuesOf<float>(geometry, ramp));
    SlicePlane plane = obliquePlane(geometry);
    for (const SlabMode mode : {SlabMode::minimum, SlabMode::maximum}) {
        plane.slab = Slab{3.0, mode};
        const double end = slabOffsets(geometry, plane).back();
        ASSERT_GT(end, 0.5);
        const Vector3 normal = plane.normal();
        const double slope = ramp({normal[0], normal[1], normal[2]}) - ramp({0, 0, 0});
        const double change = (mode == SlabMode::maximum ? 1 : -1) * std::abs(slope) * end;
        const std::vector<float> samples = reslicedValues(*volume, plane);
        for (int y = 0; y < plane.height; ++y) {
            for (int x = 0; x < plane.width; ++x) {
                const double expected = ramp(plane.toPatient(x, y)) + change;
                ASSERT_NEAR(samples[static_cast<std::size_t>(y * plane.width + x)], expected, 1e-4);
            }
        }
    }
}

/// Returns the plane whose image is the transposed image of `plane`.
SlicePlane transposed(SlicePlane plane) {
    std::swap(plane.right, plane.down);
    std::swap(plane.pixelWidth, plane.pixelHeight);
    std::swap(plane.width, plane.height);
    return plane;
}

/// Returns the plane whose image is the image of `plane`, rotated counter-clockwise by 90 degrees.
SlicePlane turned(const SlicePlane& plane) {
    SlicePlane other = transposed(plane);
    other.origin = plane.toPatient(plane.width - 1, 0);
    other.right = plane.down;
    other.down = {-plane.right[0], -plane.right[1], -plane.right[2]};
    return other;
}

TEST(ReslicedPlane, AgreesWithTheExactPathOnRotatedSlices) {
    for (const bool padded : {false, true}) {
        const Geometry geometry = skewGeometry({0.7, 0.9, 1.9});
        Series series = volumeSeries(geometry, ScalarType::int16);
        series.image().rescale = {2.0, -100.0};
        if (padded) series.image().padding = {-500, -400};
        const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), -500, 500));
        for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
            const SlicePlane slice = slicePlane(geometry, plane, 5);
            const RgbImage exact = render(*volume, slice, {Window{0, 2200}});
            const RgbImage exchanged = render(*volume, transposed(slice), {Window{0, 2200}});
            const RgbImage left = render(*volume, turned(slice), {Window{0, 2200}});
            ASSERT_EQ(exchanged.width, exact.height);
            int different = 0;
            for (int y = 0; y < exact.height; ++y) {
                for (int x = 0; x < exact.width; ++x) {
                    const auto at = [&](const RgbImage& image, int column, int row) {
                        return int{image.rgb[3 * static_cast<std::size_t>(row * image.width + column)]};
                    };
                    const int expected = at(exact, x, y);
                    different += at(exchanged, y, x) != expected ? 1 : 0;
                    different += at(left, y, exact.width - 1 - x) != expected ? 1 : 0;
                    ASSERT_NEAR(at(exchanged, y, x), expected, 1);
                    ASSERT_NEAR(at(left, y, exact.width - 1 - x), expected, 1);
                }
            }
            // Interpolated values may differ by rounding.
            EXPECT_LE(different, plane == Plane::axial ? 0 : exact.width * exact.height / 100);
        }
    }
}

TEST(ReslicedPlane, TreatsNanAsPadding) {
    const Geometry geometry = skewGeometry();
    const Series series = volumeSeries(geometry, ScalarType::float32);
    std::vector<float> values(voxelCount(geometry), 7.0F);
    for (std::size_t i = 0; i < values.size(); i += 3)
        values[i] = std::nanf("");
    const std::vector<float> samples = reslicedValues(*filledVolume(series, values), obliquePlane(geometry));
    int missing = 0;
    for (const float sample : samples) {
        if (std::isnan(sample)) {
            ++missing;
        } else {
            ASSERT_NEAR(sample, 7.0, 1e-5);
        }
    }
    EXPECT_GT(missing, 0);
    EXPECT_LT(missing, 21 * 17 / 2);
}

TEST(ReslicedPlane, IsBlackOutsideTheVolume) {
    const Geometry geometry = skewGeometry();
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    const auto volume = filledVolume(series, std::vector<std::uint8_t>(voxelCount(geometry), 200));
    SlicePlane plane = obliquePlane(geometry);
    EXPECT_EQ(render(*volume, plane, {}).rgb, std::vector<std::uint8_t>(21 * 17 * 3, 200));
    plane.origin[2] += 1000;
    EXPECT_EQ(render(*volume, plane, {}).rgb, std::vector<std::uint8_t>(21 * 17 * 3, 0));
    EXPECT_EQ(render(*volume, plane, {Window{}, false, true}).rgb, std::vector<std::uint8_t>(21 * 17 * 3, 255));
}

TEST(ReslicedPlane, NeedsOnlyItsOwnSlices) {
    const Geometry geometry = skewGeometry();
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    const auto volume = allocate(series);
    SlicePlane plane = slicePlane(geometry, Plane::axial, 6);
    plane.slab = Slab{6.0, SlabMode::maximum};
    EXPECT_THROW(render(*volume, plane, {}), Error);
    for (const int k : {5, 6, 7})
        volume->markReady(k);
    EXPECT_NO_THROW(render(*volume, plane, {}));
    plane.slab->mm = 12.0;
    EXPECT_THROW(render(*volume, plane, {}), Error);
}

template <typename T>
void checkType(ScalarType type) {
    const Geometry geometry = skewGeometry();
    const Series series = volumeSeries(geometry, type);
    const auto values = randomValues<T>(voxelCount(geometry), std::is_signed_v<T> ? -120 : 0, 120);
    const auto volume = filledVolume(series, values);
    const SlicePlane plane = transposed(slicePlane(geometry, Plane::axial, 3));
    const std::vector<float> samples = reslicedValues(*volume, plane);
    const PlaneAxes axes = planeAxes(geometry, Plane::axial);
    for (int x = 0; x < plane.width; ++x) {
        for (int y = 0; y < plane.height; ++y) {
            const int i = axes.flipColumns ? 29 - y : y, j = axes.flipRows ? 27 - x : x;
            ASSERT_EQ(samples[static_cast<std::size_t>(y * plane.width + x)], volume->value(i, j, 3)) << toString(type);
        }
    }
}

TEST(ReslicedPlane, ReadsEveryScalarType) {
    checkType<std::uint8_t>(ScalarType::uint8);
    checkType<std::int8_t>(ScalarType::int8);
    checkType<std::uint16_t>(ScalarType::uint16);
    checkType<std::int16_t>(ScalarType::int16);
    checkType<std::uint32_t>(ScalarType::uint32);
    checkType<std::int32_t>(ScalarType::int32);
    checkType<float>(ScalarType::float32);
    checkType<double>(ScalarType::float64);
}

TEST(ReslicedPlane, HasTheColoursOfAColourVolume) {
    const Geometry geometry = skewGeometry();
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.image().components = 3;
    const auto volume = filledVolume(series, randomValues<std::uint8_t>(3 * voxelCount(geometry), 0, 255));
    const SlicePlane slice = slicePlane(geometry, Plane::axial, 3);
    const RgbImage exact = render(*volume, slice, {}), other = render(*volume, transposed(slice), {});
    for (int y = 0; y < exact.height; ++y) {
        for (int x = 0; x < exact.width; ++x) {
            for (int c = 0; c < 3; ++c) {
                ASSERT_EQ(exact.rgb[static_cast<std::size_t>(3 * (y * exact.width + x) + c)],
                          other.rgb[static_cast<std::size_t>(3 * (x * other.width + y) + c)]);
            }
        }
    }
}

}  // namespace
}  // namespace fleming::viewer
