// The image on which a region lies: its slice, its DICOM object, and its points in stored pixels.
#include "app/measure/region_source.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

using viewer::Vector3;

class Random {
public:
    double real(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine_); }
    Vector3 direction() { return viewer::unit({real(-1, 1), real(-1, 1), real(-1, 1)}); }
    int below(int end) { return static_cast<int>(engine_() % static_cast<unsigned>(end)); }

private:
    std::mt19937 engine_{7};
};

/// A CT series of six objects, at some angle in the patient.
viewer::Series seriesOf(const Vector3& i, const Vector3& across) {
    viewer::VolumeInfo info;
    viewer::Geometry& geometry = info.geometry;
    geometry.size = {50, 40, 6};
    geometry.spacing = {0.8, 1.1, 2.5};
    geometry.origin = {-20, 12.5, 300};
    geometry.iDirection = i;
    geometry.kDirection = viewer::unit(viewer::cross(i, across));
    geometry.jDirection = viewer::cross(geometry.kDirection, geometry.iDirection);
    geometry.oriented = geometry.spacingKnown = true;
    viewer::Series series;
    series.uid = "1.2.3";
    series.number = 4;
    series.modality = "CT";
    series.study.uid = "1.2";
    series.study.date = "20240105";
    for (int k = 0; k < 6; ++k) {
        series.files.emplace_back("/scans/" + std::to_string(k) + ".dcm");
        series.objects.push_back({"1.2.840.10008.5.1.4.1.1.2", "1.2.3." + std::to_string(k), 0});
    }
    series.info = info;
    return series;
}

TEST(RegionSource, OfAStoredSliceIsItsObjectAndItsPixels) {
    Random random;
    for (int round = 0; round < 200; ++round) {
        const viewer::Series series = seriesOf(random.direction(), random.direction());
        const viewer::Geometry& geometry = series.geometry();
        const int k = random.below(6);
        // The plane begins anywhere in the slice, and is turned.
        const double turn = random.real(-3, 3), c = std::cos(turn), s = std::sin(turn);
        const Vector3 zero{};
        viewer::Roi roi{viewer::RoiShape::polygon, {}, {}};
        roi.plane.origin = geometry.voxelToPatient({random.real(0, 50), random.real(0, 40), double(k)});
        roi.plane.right = viewer::plus(viewer::plus(zero, geometry.iDirection, c), geometry.jDirection, s);
        roi.plane.down = viewer::plus(viewer::plus(zero, geometry.iDirection, -s), geometry.jDirection, c);
        std::vector<viewer::Vector2> pixels;
        for (int i = 0; i < 5; ++i) {
            pixels.push_back({random.real(0, 50), random.real(0, 40)});
            const Vector3 mm = geometry.voxelToPatient({pixels.back()[0], pixels.back()[1], double(k)});
            roi.points.push_back(viewer::toPlane(roi.plane, mm));
        }
        const RegionSource source = regionSource(series, roi);
        ASSERT_TRUE(source.image.stored);
        EXPECT_EQ(source.image.stored->object, series.objects[static_cast<std::size_t>(k)]);
        EXPECT_EQ(source.image.file, "/scans/" + std::to_string(k) + ".dcm");
        EXPECT_EQ(source.image.index, k);
        EXPECT_EQ(source.image.count, 6);
        EXPECT_EQ(source.image.plane, viewer::acquiredPlane(geometry));
        EXPECT_EQ(source.image.width, 50);
        EXPECT_EQ(source.image.height, 40);
        EXPECT_EQ(source.image.seriesUid, "1.2.3");
        EXPECT_EQ(source.image.studyUid, "1.2");
        EXPECT_EQ(source.image.modality, "CT");
        EXPECT_FALSE(source.image.oblique);
        const Vector3 middle = geometry.voxelToPatient({24.5, 19.5, double(k)});
        EXPECT_LT(viewer::length(viewer::minus(*source.image.positionMm, middle)), 1e-9);
        ASSERT_EQ(source.pixels.size(), pixels.size());
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            EXPECT_NEAR(source.pixels[i][0], pixels[i][0], 1e-9);
            EXPECT_NEAR(source.pixels[i][1], pixels[i][1], 1e-9);
        }
    }
}

TEST(RegionSource, OfAnotherPlaneIsItsSliceOrThePlaneItself) {
    const viewer::Series series = seriesOf({1, 0, 0}, {0, 1, 0});
    const viewer::Geometry& geometry = series.geometry();
    viewer::Roi roi{
        viewer::RoiShape::length, {geometry.voxelToPatient({5, 17, 0}), {1, 0, 0}, {0, 0, -1}}, {{0, 0}, {9, 2}}};
    RegionSource source = regionSource(series, roi);
    EXPECT_EQ(source.image.plane, viewer::Plane::coronal);
    EXPECT_EQ(source.image.index, 17);
    EXPECT_EQ(source.image.count, 40);
    EXPECT_FALSE(source.image.stored || source.image.oblique);
    EXPECT_TRUE(source.pixels.empty());

    roi.plane.right = viewer::unit({1, 0.4, 0.2});
    roi.plane.down = viewer::unit(viewer::cross(roi.plane.right, {0, 0, 1}));
    source = regionSource(series, roi);
    ASSERT_TRUE(source.image.oblique);
    EXPECT_EQ(source.image.oblique->origin, roi.plane.origin);
    EXPECT_EQ(source.image.oblique->right, roi.plane.right);
    EXPECT_FALSE(source.image.plane || source.image.stored);
    EXPECT_TRUE(source.pixels.empty());
}

TEST(RegionSource, OfASeriesWithoutUidIsKnownByItsFirstFile) {
    viewer::Series series = seriesOf({1, 0, 0}, {0, 1, 0});
    series.uid.clear();
    series.objects.clear();
    viewer::Roi roi{
        viewer::RoiShape::probe, {series.geometry().voxelToPatient({0, 0, 3}), {1, 0, 0}, {0, 1, 0}}, {{4, 4}}};
    const RegionSource source = regionSource(series, roi);
    EXPECT_EQ(source.image.index, 3);
    EXPECT_EQ(source.image.file, "/scans/0.dcm");
    EXPECT_FALSE(source.image.stored);
    EXPECT_TRUE(source.pixels.empty());
}

}  // namespace
}  // namespace fleming::app
