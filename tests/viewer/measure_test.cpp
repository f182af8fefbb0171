// Tests of measuring, against brute force over all pixels in extended precision and against phantoms with known
// answers.

#include "viewer/measure/measure.h"

#include "base/error.h"
#include "made_volume.h"
#include "measure_testing.h"
#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <random>
#include <set>
#include <string>

namespace fleming::viewer {
namespace {

using test::filledVolume;
using test::isInside;
using test::Random;
using test::randomDirection;
using test::sum;
using test::unit;
using test::volumeSeries;

constexpr double kPi = std::numbers::pi;

/// Returns an anisotropic grid at a random angle in the patient.
Geometry randomGeometry(Random& random) {
    Geometry geometry;
    geometry.size = {random.integer(5, 40), random.integer(5, 40), random.integer(1, 9)};
    geometry.spacing = {random.real(0.3, 2), random.real(0.3, 2), random.real(0.5, 5)};
    geometry.origin = {random.real(-200, 200), random.real(-200, 200), random.real(-200, 200)};
    geometry.iDirection = randomDirection(random);
    geometry.kDirection = unit(cross(geometry.iDirection, randomDirection(random)));
    geometry.jDirection = cross(geometry.kDirection, geometry.iDirection);
    geometry.oriented = geometry.spacingKnown = true;
    return geometry;
}

RoiPlane randomPlane(Random& random, const Geometry& geometry) {
    RoiPlane plane;
    plane.right = randomDirection(random);
    plane.down = unit(cross(plane.right, randomDirection(random)));
    const Vector3 middle = geometry.voxelToPatient(middleVoxel(geometry));
    plane.origin = sum(middle, random.real(-10, 10), plane.right, random.real(-10, 10), plane.down);
    return plane;
}

/// Returns slice k, turned, mirrored and begun anywhere.
RoiPlane slicePlane(Random& random, const Geometry& geometry, int k) {
    RoiPlane plane;
    const int turn = random.integer(0, 4);
    const double angle = turn == 4 ? random.real(0, 2 * kPi) : turn * kPi / 2;
    const double mirrored = random.integer(0, 1) == 0 ? 1 : -1;
    plane.right = sum({}, std::cos(angle), geometry.iDirection, std::sin(angle), geometry.jDirection);
    plane.down =
        sum({}, -std::sin(angle) * mirrored, geometry.iDirection, std::cos(angle) * mirrored, geometry.jDirection);
    plane.origin = geometry.voxelToPatient({random.real(-9, 30), random.real(-9, 30), static_cast<double>(k)});
    return plane;
}

RoiShape randomClosedShape(Random& random) {
    constexpr RoiShape kShapes[] = {RoiShape::rectangle, RoiShape::ellipse, RoiShape::polygon, RoiShape::freehand};
    return kShapes[random.integer(0, 3)];
}

/// Returns a region around a random point of the volume, partly outside of it.
Roi randomRoi(Random& random, const Geometry& geometry, const RoiPlane& plane) {
    Roi roi{randomClosedShape(random), plane, {}};
    const Vector3 voxel{random.real(0, geometry.size[0]), random.real(0, geometry.size[1]),
                        random.real(0, geometry.size[2])};
    const Vector3 from = sum(geometry.voxelToPatient(voxel), -1, plane.origin);
    const Vector2 middle{dot(from, plane.right), dot(from, plane.down)};
    const bool isBox = roi.shape == RoiShape::rectangle || roi.shape == RoiShape::ellipse;
    const int points = isBox ? 2 : random.integer(3, 12);
    for (int p = 0; p < points; ++p)
        roi.points.push_back({middle[0] + random.real(-15, 15), middle[1] + random.real(-15, 15)});
    return roi;
}

struct Expected {
    std::vector<long double> values;
    long double sum = 0, mean = 0, sd = 0, median = 0;
};

Expected expectedOf(std::vector<long double> values) {
    Expected result;
    std::ranges::sort(values);
    const auto count = static_cast<long double>(values.size());
    for (const long double value : values)
        result.sum += value;
    result.mean = result.sum / count;
    for (const long double value : values)
        result.sd += (value - result.mean) * (value - result.mean);
    result.sd = std::sqrt(result.sd / (count - 1));
    const std::size_t half = values.size() / 2;
    if (!values.empty()) result.median = values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
    result.values = std::move(values);
    return result;
}

void addValue(const Volume& volume, int i, int j, int k, std::vector<long double>& values) {
    const long double slope = volume.rescale().slope, intercept = volume.rescale().intercept;
    const double stored = (volume.value(i, j, k) - volume.rescale().intercept) / volume.rescale().slope;
    if (std::isnan(stored)) return;
    const double whole = volume.padding ? std::round(stored) : stored;
    if (volume.padding && whole >= volume.padding->first && whole <= volume.padding->second) return;
    values.push_back(static_cast<long double>(volume.padding ? whole : stored) * slope + intercept);
}

Expected bruteForceOfSlice(const Volume& volume, const Roi& roi, int k) {
    std::vector<long double> values;
    const Geometry& geometry = volume.geometry();
    for (int j = 0; j < geometry.size[1]; ++j) {
        for (int i = 0; i < geometry.size[0]; ++i) {
            const Vector3 mm = geometry.voxelToPatient({double(i), double(j), double(k)});
            const Vector3 from = sum(mm, -1, roi.plane.origin);
            if (isInside(roi, dot(from, roi.plane.right), dot(from, roi.plane.down))) addValue(volume, i, j, k, values);
        }
    }
    return expectedOf(std::move(values));
}

Expected bruteForceOfPlane(const Volume& volume, const Roi& roi) {
    std::vector<long double> values;
    const Geometry& geometry = volume.geometry();
    const double step = *std::ranges::min_element(geometry.spacing);
    const int reach = static_cast<int>(400 / step);
    for (int row = -reach; row <= reach; ++row) {
        for (int column = -reach; column <= reach; ++column) {
            if (!isInside(roi, column * step, row * step)) continue;
            const Vector3 v = geometry.patientToVoxel(
                sum(roi.plane.origin, column * step, roi.plane.right, row * step, roi.plane.down));
            bool inVolume = true;
            for (std::size_t c = 0; c < 3; ++c)
                inVolume = inVolume && v[c] >= -0.5 && v[c] < geometry.size[c] - 0.5;
            const auto nearest = [&](std::size_t c) { return static_cast<int>(std::floor(v[c] + 0.5)); };
            if (inVolume) addValue(volume, nearest(0), nearest(1), nearest(2), values);
        }
    }
    return expectedOf(std::move(values));
}

void expectClose(double found, long double expected, long double scale, const std::string& what) {
    EXPECT_NEAR(found, static_cast<double>(expected), static_cast<double>(1e-9L * scale)) << what;
}

/// Compares to a billionth: of the value itself, or for sums and means, which can cancel, of the sum of magnitudes.
void expectEqual(const std::optional<RoiStatistics>& found, const Expected& expected) {
    ASSERT_EQ(found.has_value(), !expected.values.empty());
    if (!found) return;
    ASSERT_EQ(found->count, static_cast<std::int64_t>(expected.values.size()));
    long double magnitudes = 0;
    for (const long double value : expected.values)
        magnitudes += std::abs(value);
    const auto count = static_cast<long double>(expected.values.size());
    expectClose(found->min, expected.values.front(), std::abs(expected.values.front()) + 1e-3L, "min");
    expectClose(found->max, expected.values.back(), std::abs(expected.values.back()) + 1e-3L, "max");
    expectClose(found->median, expected.median, std::abs(expected.median) + 1e-3L, "median");
    expectClose(found->sum, expected.sum, magnitudes, "sum");
    expectClose(found->mean, expected.mean, magnitudes / count, "mean");
    ASSERT_EQ(found->sd.has_value(), expected.values.size() > 1);
    if (found->sd) expectClose(*found->sd, expected.sd, expected.sd + 1e-3L, "sd");
}

/// Returns a volume of random values; half of the time a rescale, and half of the time padding.
std::shared_ptr<Volume> randomVolume(Random& random, const Geometry& geometry, ScalarType type) {
    Series series = volumeSeries(geometry, type);
    if (random.integer(0, 1) == 1) series.image().rescale = {random.real(0.2, 3), random.real(-1000, 1000)};
    const bool isFloat = type == ScalarType::float32 || type == ScalarType::float64;
    if (!isFloat && random.integer(0, 1) == 1) series.image().padding = std::pair(10.0, 30.0);
    const std::size_t count = test::voxelCount(geometry);
    return withScalarType(type, [&](auto zero) {
        using T = decltype(zero);
        std::vector<T> values(count);
        const double low = std::is_unsigned_v<T> ? 0 : -120, high = sizeof(T) == 1 ? 120 : 30000;
        for (T& value : values) {
            value = static_cast<T>(random.real(low, high));
            if (isFloat && random.integer(0, 9) == 0) value = static_cast<T>(std::nan(""));
        }
        return filledVolume(series, values);
    });
}

/// Returns a copy in which only some slices are ready.
std::shared_ptr<Volume> copyOf(const Volume& volume, const std::set<int>& slices) {
    const auto copy = std::make_shared<Volume>(volume.geometry(), volume.type(), 1, volume.rescale());
    copy->padding = volume.padding;
    for (const int k : slices) {
        std::ranges::copy(volume.slice(k), copy->writableSlice(k).begin());
        copy->markReady(k);
    }
    return copy;
}

constexpr ScalarType kTypes[] = {ScalarType::uint8,  ScalarType::int8,  ScalarType::uint16,  ScalarType::int16,
                                 ScalarType::uint32, ScalarType::int32, ScalarType::float32, ScalarType::float64};

TEST(Measure, CountsThePixelsOfAStoredSliceWhicheverWayItIsTurned) {
    Random random(11);
    for (int n = 0; n < 400; ++n) {
        const Geometry geometry = randomGeometry(random);
        const ScalarType type = kTypes[n % 8];
        const auto volume = randomVolume(random, geometry, type);
        const int k = random.integer(0, geometry.size[2] - 1);
        const Roi roi = randomRoi(random, geometry, slicePlane(random, geometry, k));
        const Measurement found = measure(volumeSeries(geometry, type), *volume, roi);
        expectEqual(found.statistics, bruteForceOfSlice(*volume, roi, k));
        if (HasFatalFailure()) FAIL() << n << " " << toString(roi.shape) << " " << toString(type);
    }
}

TEST(Measure, TakesTheNearestVoxelsOfAnyPlane) {
    Random random(12);
    for (int n = 0; n < 60; ++n) {
        const Geometry geometry = randomGeometry(random);
        const ScalarType type = kTypes[n % 8];
        const auto volume = randomVolume(random, geometry, type);
        const Roi roi = randomRoi(random, geometry, randomPlane(random, geometry));
        const auto some = copyOf(*volume, slicesOf(geometry, roi));
        const Measurement found = measure(volumeSeries(geometry, type), *some, roi);
        expectEqual(found.statistics, bruteForceOfPlane(*volume, roi));
        if (HasFatalFailure()) FAIL() << n << " " << toString(roi.shape) << " " << toString(type);
    }
}

TEST(Measure, TakesAGridBetweenStoredSlices) {
    Random random(13);
    for (int n = 0; n < 40; ++n) {
        const Geometry geometry = randomGeometry(random);
        const auto volume = randomVolume(random, geometry, ScalarType::int16);
        RoiPlane plane = slicePlane(random, geometry, random.integer(0, geometry.size[2] - 1));
        plane.origin = sum(plane.origin, geometry.spacing[2] * random.real(0.1, 0.4), geometry.kDirection);
        const Roi roi = randomRoi(random, geometry, plane);
        expectEqual(measure(volumeSeries(geometry, ScalarType::int16), *volume, roi).statistics,
                    bruteForceOfPlane(*volume, roi));
        if (HasFatalFailure()) FAIL() << n << " " << toString(roi.shape);
    }
}

/// A CT slice of 64 x 48 pixels of 0.7 x 0.9 mm, whose values are those of a function of i and j.
template <typename Function>
std::pair<Series, std::shared_ptr<Volume>> drawn(const Function& function) {
    Geometry geometry;
    geometry.size = {64, 48, 1};
    geometry.spacing = {0.7, 0.9, 3};
    geometry.oriented = geometry.spacingKnown = true;
    Series series = volumeSeries(geometry, ScalarType::float64);
    series.image().unit = "HU";
    std::vector<double> values;
    for (int j = 0; j < 48; ++j) {
        for (int i = 0; i < 64; ++i)
            values.push_back(function(i, j));
    }
    return {series, filledVolume(series, values)};
}

Measurement measured(RoiShape shape, std::vector<Vector2> points) {
    const auto [series, volume] = drawn([](int i, int j) { return 100.0 + 3.0 * i - 2.0 * j; });
    return measure(series, *volume, {shape, {}, std::move(points)});
}

TEST(Measure, KnowsTheMeanOfARamp) {
    const Vector2 middle{30 * 0.7, 20 * 0.9};
    for (const RoiShape shape : {RoiShape::rectangle, RoiShape::ellipse}) {
        const Measurement found = measured(shape, {{middle[0] - 9, middle[1] - 7}, {middle[0] + 9, middle[1] + 7}});
        ASSERT_TRUE(found.statistics);
        EXPECT_NEAR(found.statistics->mean, 100 + 3 * 30 - 2 * 20, 1e-9);
        EXPECT_NEAR(found.statistics->median, 100 + 3 * 30 - 2 * 20, 1e-9);
        EXPECT_EQ(found.unit, "HU");
        EXPECT_EQ(found.calibration.source, CalibrationSource::patient);
    }
    EXPECT_NEAR(*measured(RoiShape::rectangle, {{20, 20}, {1, 5}}).areaMm2, 19 * 15, 1e-9);
    EXPECT_NEAR(*measured(RoiShape::ellipse, {{20, 20}, {1, 5}}).areaMm2, 19 * 15 * kPi / 4, 1e-9);
}

TEST(Measure, FindsTheSliceOfASphere) {
    Geometry geometry;
    geometry.size = {201, 201, 21};
    geometry.spacing = {0.25, 0.25, 2.0};
    geometry.oriented = geometry.spacingKnown = true;
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    std::vector<std::uint8_t> values;
    for (int k = 0; k < 21; ++k) {
        for (int j = 0; j < 201; ++j) {
            for (int i = 0; i < 201; ++i)
                values.push_back(std::hypot((i - 100) * 0.25, (j - 100) * 0.25, (k - 10) * 2.0) <= 20 ? 1 : 0);
        }
    }
    const auto volume = filledVolume(series, values);
    for (const int k : {10, 13, 16}) {
        Roi roi{RoiShape::rectangle, {{0, 0, k * 2.0}}, {{-1, -1}, {60, 60}}};
        const double radius2 = 400 - std::pow((k - 10) * 2.0, 2);
        const auto inside = measure(series, *volume, roi).statistics;
        EXPECT_EQ(inside->count, 201 * 201);
        EXPECT_NEAR(inside->sum * 0.25 * 0.25, kPi * radius2, 0.005 * kPi * radius2);
        roi = {RoiShape::ellipse, {{25, 25, k * 2.0}}, {}};
        const double r = std::sqrt(radius2);
        roi.points = {{-r, -r}, {r, r}};
        const Measurement whole = measure(series, *volume, roi);
        EXPECT_EQ(whole.statistics->min, 1) << "nothing but the sphere";
        EXPECT_EQ(whole.statistics->sum, inside->sum) << "and all of it";
        EXPECT_NEAR(*whole.areaMm2, kPi * radius2, 1e-9);
    }
}

TEST(Measure, CountsCentresOnTheEdge) {
    // Corners on the centres of pixels, which no floating-point number of millimetres meets.
    const auto count = [](RoiShape shape, std::vector<Vector2> points) {
        for (Vector2& point : points)
            point = {point[0] * 0.7, point[1] * 0.9};
        const auto statistics = measured(shape, points).statistics;
        return statistics ? statistics->count : 0;
    };
    for (int a = 0; a < 20; ++a) {
        const double x = a, y = 3.0 * a;
        EXPECT_EQ(count(RoiShape::rectangle, {{x, 3}, {x + 10, 8}}), 11 * 6);
        EXPECT_EQ(count(RoiShape::rectangle, {{x, 3}, {x, 3}}), 1);
        EXPECT_EQ(count(RoiShape::ellipse, {{x, 3}, {x + 2, 5}}), 5) << "a centre and the four ends of the axes";
        EXPECT_EQ(count(RoiShape::polygon, {{x, 3}, {x + 10, 3}, {x + 10, 8}, {x, 8}}), 10 * 5);
        EXPECT_EQ(count(RoiShape::polygon, {{x, 8}, {x + 10, 8}, {x + 10, 3}, {x, 3}}), 10 * 5);
        EXPECT_EQ(count(RoiShape::rectangle, {{-50, -50}, {-0.01, y}}), 0);
        EXPECT_EQ(count(RoiShape::rectangle, {{-50, -50}, {0, y}}), std::min(a * 3 + 1, 48));
    }
}

TEST(Measure, HasNoStatisticsWithoutPixelsAndNoDeviationOfOne) {
    EXPECT_FALSE(measured(RoiShape::rectangle, {{0.1, 0.1}, {0.6, 0.8}}).statistics);
    EXPECT_TRUE(measured(RoiShape::rectangle, {{0.1, 0.1}, {0.6, 0.8}}).areaMm2);
    const auto one = measured(RoiShape::rectangle, {{0.6, 0.8}, {0.8, 1}}).statistics;
    ASSERT_TRUE(one);
    EXPECT_EQ(one->count, 1);
    EXPECT_EQ(one->median, 101);
    EXPECT_FALSE(one->sd);
}

TEST(Measure, ProbesTheNearestPixel) {
    EXPECT_EQ(measured(RoiShape::probe, {{0.7 * 5.4, 0.9 * 6.6}}).statistics->mean, 100 + 3 * 5 - 2 * 7);
    EXPECT_EQ(measured(RoiShape::probe, {{-0.3, 0.9 * 47.4}}).statistics->mean, 100 - 2 * 47);
    EXPECT_FALSE(measured(RoiShape::probe, {{-0.4, 3}}).statistics);
    Random random(15);
    for (int n = 0; n < 200; ++n) {
        const Geometry geometry = randomGeometry(random);
        const auto volume = randomVolume(random, geometry, ScalarType::int32);
        volume->padding.reset();
        const RoiPlane plane = n % 2 == 0 ? randomPlane(random, geometry) : slicePlane(random, geometry, 0);
        const Roi roi{RoiShape::probe, plane, {{random.real(-20, 20), random.real(-20, 20)}}};
        const Vector3 v =
            geometry.patientToVoxel(sum(plane.origin, roi.points[0][0], plane.right, roi.points[0][1], plane.down));
        Index3 at{};
        bool inVolume = true;
        for (std::size_t c = 0; c < 3; ++c) {
            at[c] = static_cast<int>(std::floor(v[c] + 0.5));
            inVolume = inVolume && at[c] >= 0 && at[c] < geometry.size[c];
        }
        const auto found = measure(volumeSeries(geometry, ScalarType::int32), *volume, roi).statistics;
        ASSERT_EQ(found.has_value(), inVolume);
        if (!found) continue;
        EXPECT_DOUBLE_EQ(found->mean, volume->value(at[0], at[1], at[2]));
    }
}

TEST(Measure, KnowsLengthsAndAngles) {
    const Measurement length = measured(RoiShape::length, {{1, 2}, {8, 20}});
    EXPECT_NEAR(*length.lengthMm, std::hypot(7, 18), 1e-12);
    EXPECT_NEAR(*length.lengthPx, std::hypot(10, 20), 1e-12);
    EXPECT_FALSE(length.statistics || length.areaMm2 || length.angleDegrees);
    EXPECT_NEAR(*measured(RoiShape::angle, {{5, 0}, {0, 0}, {3, 3}}).angleDegrees, 45, 1e-12);
    EXPECT_NEAR(*measured(RoiShape::angle, {{5, 0}, {0, 0}, {-3, 0}}).angleDegrees, 180, 1e-12);
    EXPECT_FALSE(measured(RoiShape::angle, {{5, 0}, {5, 0}, {-3, 0}}).angleDegrees);
    EXPECT_NEAR(*measured(RoiShape::cobb, {{0, 0}, {10, 0}, {10, 5}, {0, 15}}).angleDegrees, 45, 1e-12);
    const Measurement recist = measured(RoiShape::bidirectional, {{0, 0}, {3, 4}, {0, 0}, {0, 7}});
    EXPECT_NEAR(*recist.lengthMm, 7, 1e-12);
    EXPECT_NEAR(*recist.shortLengthMm, 5, 1e-12);
}

TEST(Measure, LengthsDoNotDependOnTheTurnOfTheView) {
    Random random(16);
    for (int n = 0; n < 200; ++n) {
        const Geometry geometry = randomGeometry(random);
        const auto volume = randomVolume(random, geometry, ScalarType::uint8);
        const RoiPlane plane = slicePlane(random, geometry, 0);
        const Vector2 a{random.real(-50, 50), random.real(-50, 50)}, b{random.real(-50, 50), random.real(-50, 50)};
        const auto at = [&](const Vector2& p) {
            return geometry.patientToVoxel(sum(plane.origin, p[0], plane.right, p[1], plane.down));
        };
        const Measurement found =
            measure(volumeSeries(geometry, ScalarType::uint8), *volume, {RoiShape::length, plane, {a, b}});
        EXPECT_NEAR(*found.lengthMm, std::hypot(a[0] - b[0], a[1] - b[1]), 1e-9);
        EXPECT_NEAR(*found.lengthPx, length(sum(at(a), -1, at(b))), 1e-9);
    }
}

TEST(Measure, NeedsTheSlicesOfTheRegionAlone) {
    Geometry geometry;
    geometry.size = {10, 10, 5};
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    const auto volume = allocate(series);
    volume->markReady(2);
    volume->markDamaged(3);
    Roi roi{RoiShape::rectangle, {{0, 0, 2}}, {{0, 0}, {3, 3}}};
    EXPECT_EQ(measure(series, *volume, roi).statistics->count, 16);
    EXPECT_EQ(slicesOf(geometry, roi), std::set<int>{2});
    EXPECT_TRUE(slicesOf(geometry, {RoiShape::length, {}, {{0, 0}, {3, 3}}}).empty());
    EXPECT_FALSE(measure(series, *volume, roi).lengthMm) << "the spacing is not known";
    EXPECT_FALSE(measure(series, *volume, roi).areaMm2);
    const auto fault = [&](double z) {
        roi.plane.origin[2] = z;
        try {
            measure(series, *volume, roi);
        } catch (const Error& error) {
            return error.code();
        }
        return std::string();
    };
    EXPECT_EQ(fault(1), "render.slice_not_loaded");
    EXPECT_EQ(fault(3), "roi.damaged_slice");
    EXPECT_EQ(fault(9), "") << "outside of the volume";
    EXPECT_FALSE(measure(series, *volume, roi).statistics);
}

TEST(Measure, RefusesWhatIsNoRegion) {
    const auto fault = [](const Roi& roi) {
        try {
            check(roi);
        } catch (const Error& error) {
            return error.code();
        }
        return std::string();
    };
    const double nan = std::nan("");
    EXPECT_EQ(fault({RoiShape::length, {}, {{0, 0}, {1, 1}}}), "");
    EXPECT_EQ(fault({RoiShape::length, {}, {{0, 0}, {1, nan}}}), "roi.not_finite");
    EXPECT_EQ(fault({RoiShape::length, {{nan, 0, 0}}, {{0, 0}, {1, 1}}}), "roi.not_finite");
    EXPECT_EQ(fault({RoiShape::length, {{}, {1, 0, 0}, {0.6, 0.8, 0}}, {{0, 0}, {1, 1}}}), "roi.no_plane");
    EXPECT_EQ(fault({RoiShape::length, {{}, {0, 0, 0}, {0, 1, 0}}, {{0, 0}, {1, 1}}}), "roi.no_plane");
    EXPECT_EQ(fault({RoiShape::length, {}, {{0, 0}}}), "roi.wrong_points");
    EXPECT_EQ(fault({RoiShape::polygon, {}, {{0, 0}, {1, 1}}}), "roi.too_few_points");
    EXPECT_EQ(fault({RoiShape::cobb, {}, {{0, 0}, {1, 1}, {2, 2}}}), "roi.wrong_points");
    for (const char* name :
         {"length", "angle", "cobb", "bidirectional", "rectangle", "ellipse", "polygon", "freehand", "probe", "arrow"})
        EXPECT_STREQ(toString(roiShape(name).value()), name);
    EXPECT_FALSE(roiShape("circle"));
}

TEST(Measure, ColoursHaveNoStatistics) {
    Geometry geometry;
    geometry.size = {10, 10, 1};
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.image().components = 3;
    const auto volume = filledVolume(series, std::vector<std::uint8_t>(300, 7));
    EXPECT_FALSE(measure(series, *volume, {RoiShape::rectangle, {}, {{0, 0}, {3, 3}}}).statistics);
}

}  // namespace
}  // namespace fleming::viewer
