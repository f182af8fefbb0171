// Tests of how measuring turns pixels into millimetres.

#include "made_volume.h"
#include "viewer/measure/measure.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace fleming::viewer {
namespace {

using test::filledVolume;
using test::volumeSeries;

constexpr double kPi = std::numbers::pi;

/// A picture of 200 x 100 pixels with this calibration.
Series calibrated(const PixelCalibration& calibration, double spacingX, double spacingY, bool known) {
    Geometry geometry;
    geometry.size = {200, 100, 1};
    geometry.spacing = {spacingX, spacingY, 1};
    geometry.spacingKnown = known;
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.image().calibration = calibration;
    return series;
}

Measurement measuredIn(const Series& series, const Roi& roi, std::optional<Calibration> own = {}) {
    const auto volume = filledVolume(series, std::vector<std::uint8_t>(200 * 100, 1));
    const Measurement found = measure(series, *volume, roi, own);
    const Measurement same = measureWithoutValues(series, roi, own);
    EXPECT_EQ(found.lengthMm, same.lengthMm);
    EXPECT_EQ(found.areaMm2, same.areaMm2);
    return found;
}

TEST(Calibrations, ReplaceTheSpacingOfTheGrid) {
    // Imager Pixel Spacing of 0.2 mm, magnified 1.25 times.
    const Series series = calibrated({{CalibrationSource::magnified, 0.16, 0.16}, {}}, 0.2, 0.2, true);
    const Measurement length = measuredIn(series, {RoiShape::length, {}, {{0, 0}, {20, 0}}});
    EXPECT_NEAR(*length.lengthPx, 100, 1e-9);
    EXPECT_NEAR(*length.lengthMm, 16, 1e-9);
    EXPECT_EQ(length.calibration.source, CalibrationSource::magnified);
    const Measurement area = measuredIn(series, {RoiShape::ellipse, {}, {{0, 0}, {20, 10}}});
    EXPECT_NEAR(*area.areaMm2, 16 * 8 * kPi / 4, 1e-9);
    EXPECT_EQ(
        area.statistics->count,
        measuredIn(calibrated({}, 0.2, 0.2, true), {RoiShape::ellipse, {}, {{0, 0}, {20, 10}}}).statistics->count);
}

TEST(Calibrations, AtTheDetectorGiveNoMillimetresUntilAccepted) {
    const Calibration detector{CalibrationSource::detector, 0.2, 0.2};
    const Series series = calibrated({detector, {}}, 0.2, 0.2, true);
    const Roi roi{RoiShape::length, {}, {{0, 0}, {6, 8}}};
    const Measurement bare = measuredIn(series, roi);
    EXPECT_FALSE(bare.lengthMm);
    EXPECT_NEAR(*bare.lengthPx, 50, 1e-9);
    EXPECT_EQ(bare.calibration, detector);
    const Measurement accepted = measuredIn(series, roi, bare.calibration);
    EXPECT_NEAR(*accepted.lengthMm, 10, 1e-9);
    EXPECT_EQ(accepted.calibration, detector);
    const Measurement own = measuredIn(series, roi, Calibration{CalibrationSource::user, 0.1, 0.1});
    EXPECT_NEAR(*own.lengthMm, 5, 1e-9);
    EXPECT_EQ(own.calibration.source, CalibrationSource::user);
}

TEST(Calibrations, OfUltrasoundHoldWithinOneRegion) {
    PixelCalibration header;
    header.regions = {{0, 0, 99, 99, true, 0.5, 0.25}, {100, 0, 199, 49, true, 1, 1}, {100, 50, 199, 99, false, 0, 0}};
    const Series series = calibrated(header, 1, 1, false);
    const auto length = [&](Vector2 a, Vector2 b) { return measuredIn(series, {RoiShape::length, {}, {a, b}}); };
    const Measurement inside = length({10, 10}, {16, 26});
    EXPECT_NEAR(*inside.lengthMm, 5, 1e-9);
    EXPECT_NEAR(*inside.lengthPx, std::hypot(6, 16), 1e-9);
    EXPECT_EQ(inside.calibration, (Calibration{CalibrationSource::ultrasound, 0.5, 0.25}));
    EXPECT_TRUE(length({120, 20}, {199, 49}).lengthMm);
    for (const Measurement& none :
         {length({10, 10}, {110, 10}), length({120, 60}, {130, 70}), length({9, 9}, {9, 300})}) {
        EXPECT_FALSE(none.lengthMm);
        EXPECT_TRUE(none.lengthPx);
        EXPECT_EQ(none.calibration.source, CalibrationSource::none);
    }
    EXPECT_NEAR(*measuredIn(series, {RoiShape::rectangle, {}, {{0, 0}, {20, 20}}}).areaMm2, 10 * 5, 1e-9);
    EXPECT_NEAR(*measuredIn(series, {RoiShape::angle, {}, {{0, 8}, {0, 0}, {4, 0}}}).angleDegrees, 90, 1e-9);
    EXPECT_NEAR(*measuredIn(series, {RoiShape::angle, {}, {{4, 0}, {0, 0}, {4, 8}}}).angleDegrees, 45, 1e-9);
    const Vector3 right{0, -1, 0}, down{1, 0, 0};  // the view turned by a quarter
    const Roi turned{RoiShape::length, {{0, 50, 0}, right, down}, {{40, 10}, {24, 16}}};
    EXPECT_NEAR(*measuredIn(series, turned).lengthMm, 5, 1e-9);
}

TEST(Calibrations, OfAClipAreThoseOfItsHeader) {
    Series series;
    ClipInfo clip;
    clip.width = 200;
    clip.height = 100;
    clip.calibration.regions = {{0, 0, 199, 99, true, 0.5, 0.5}};
    series.info = clip;
    const Measurement found = measureWithoutValues(series, {RoiShape::length, {}, {{10, 10}, {40, 50}}});
    EXPECT_NEAR(*found.lengthMm, 25, 1e-9);
    EXPECT_NEAR(*found.lengthPx, 50, 1e-9);
}

}  // namespace
}  // namespace fleming::viewer
