// Files of regions: JSON, and markups of 3D Slicer.
#include "app/measure/roi_file.h"
#include "app/measure/slicer_markups.h"
#include "tests/app/test_files.h"
#include "viewer/measure/measure.h"

#include <QJsonDocument>

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

using viewer::RoiShape;
using viewer::Vector3;

constexpr RoiShape kShapes[] = {RoiShape::length,    RoiShape::angle,   RoiShape::cobb,    RoiShape::bidirectional,
                                RoiShape::rectangle, RoiShape::ellipse, RoiShape::polygon, RoiShape::freehand,
                                RoiShape::probe,     RoiShape::arrow};

int pointsOf(RoiShape shape) {
    return viewer::isPolygon(shape) ? 7 : viewer::pointCount(shape);
}

class Random {
public:
    double real(double low, double high) { return std::uniform_real_distribution<double>(low, high)(engine_); }
    Vector3 direction() {
        Vector3 v{real(-1, 1), real(-1, 1), real(0.1, 1)};
        const double size = viewer::length(v);
        return {v[0] / size, v[1] / size, v[2] / size};
    }

private:
    std::mt19937 engine_{21};
};

Vector3 unit(const Vector3& v) {
    const double size = viewer::length(v);
    return {v[0] / size, v[1] / size, v[2] / size};
}

/// Returns a grid at an angle in the patient.
viewer::Geometry obliqueGeometry(Random& random) {
    viewer::Geometry geometry;
    geometry.size = {50, 40, 6};
    geometry.spacing = {0.8, 1.1, 2.5};
    geometry.origin = {random.real(-99, 99), random.real(-99, 99), random.real(-99, 99)};
    geometry.iDirection = random.direction();
    geometry.kDirection = unit(viewer::cross(geometry.iDirection, random.direction()));
    geometry.jDirection = viewer::cross(geometry.kDirection, geometry.iDirection);
    geometry.oriented = geometry.spacingKnown = true;
    return geometry;
}

std::vector<RoiEntry> randomEntries(Random& random, const viewer::RoiPlane& plane) {
    std::vector<RoiEntry> entries;
    for (const RoiShape shape : kShapes) {
        RoiEntry entry{{shape, plane, {}}};
        for (int p = 0; p < pointsOf(shape); ++p)
            entry.roi.points.push_back({random.real(2, 37), random.real(2, 40)});
        entries.push_back(entry);
    }
    entries[2].name = "Nodule \"ä\" 肺";
    entries[4].colour = viewer::Rgb{255, 0, 17};
    return entries;
}

TEST(RoiFiles, KeepEverything) {
    const TestFolder folder;
    Random random;
    std::vector<RoiEntry> entries = randomEntries(random, {{0.1, -250.7, 1e-3}, {0, 1, 0}, {0, 0, -1}});
    entries[3].seriesUid = "1.2.3.4";
    std::ofstream(folder / "rois.json") << roiFileText(entries).toStdString();
    const RoiFile read = readRoiFile(folder / "rois.json");
    EXPECT_TRUE(read.isList);
    EXPECT_FALSE(read.isSlicer);
    EXPECT_EQ(read.entries, entries);
}

/// Compares what two regions come to.
void expectSame(const viewer::Measurement& a, const viewer::Measurement& b, double areaTolerance) {
    const auto expectNear = [](const std::optional<double>& x, const std::optional<double>& y, double tolerance) {
        ASSERT_EQ(x.has_value(), y.has_value());
        if (!x) return;
        EXPECT_NEAR(*x, *y, tolerance * std::abs(*x));
    };
    expectNear(a.lengthMm, b.lengthMm, 1e-9);
    expectNear(a.lengthPx, b.lengthPx, 1e-9);
    expectNear(a.angleDegrees, b.angleDegrees, 1e-9);
    expectNear(a.areaMm2, b.areaMm2, areaTolerance);
    ASSERT_EQ(a.statistics.has_value(), b.statistics.has_value());
    if (!a.statistics) return;
    EXPECT_NEAR(double(a.statistics->count), double(b.statistics->count),
                20 * areaTolerance * double(a.statistics->count));
    if (a.statistics->count != b.statistics->count) return;
    EXPECT_NEAR(a.statistics->sum, b.statistics->sum, 1e-9 * std::abs(a.statistics->sum));
}

TEST(SlicerMarkups, ComeToTheSame) {
    Random random;
    for (int n = 0; n < 30; ++n) {
        const viewer::Geometry geometry = obliqueGeometry(random);
        viewer::Series series;
        series.info = viewer::VolumeInfo{};
        series.image().geometry = geometry;
        series.image().type = viewer::ScalarType::uint8;
        const auto volume = allocate(series);
        for (int k = 0; k < 6; ++k) {
            for (std::byte& value : volume->writableSlice(k))
                value = static_cast<std::byte>(random.real(1, 200));
            volume->markReady(k);
        }
        const viewer::RoiPlane plane{geometry.voxelToPatient({0, 0, 3}), geometry.iDirection, geometry.jDirection};
        const std::vector<RoiEntry> entries = randomEntries(random, plane);
        const QByteArray text = QJsonDocument(toSlicerMarkups(entries)).toJson();
        const std::vector<RoiEntry> read = fromSlicerMarkups(QJsonDocument::fromJson(text).object(), geometry);
        ASSERT_EQ(read.size(), entries.size() + 2) << "a Cobb angle and two diameters have two lines each";
        const auto measured = [&](const RoiEntry& entry) { return measure(series, *volume, entry.roi); };
        std::size_t at = 0;
        for (const RoiEntry& entry : entries) {
            const RoiEntry& same = read[at];
            const RoiShape shape = entry.roi.shape;
            EXPECT_EQ(same.name, entry.name);
            EXPECT_EQ(same.colour, entry.colour);
            if (shape == RoiShape::cobb || shape == RoiShape::bidirectional) {
                const double longer = std::max(*measured(same).lengthMm, *measured(read[at + 1]).lengthMm);
                const auto& p = entry.roi.points;
                EXPECT_NEAR(longer,
                            std::max(std::hypot(p[0][0] - p[1][0], p[0][1] - p[1][1]),
                                     std::hypot(p[2][0] - p[3][0], p[2][1] - p[3][1])),
                            1e-9);
                at += 2;
                continue;
            }
            ++at;
            if (shape == RoiShape::arrow) continue;  // is read as a length
            expectSame(measured(entry), measured(same), shape == RoiShape::ellipse ? 1e-3 : 1e-9);
        }
    }
}

TEST(SlicerMarkups, LieInAnyPlane) {
    Random random;
    for (int n = 0; n < 30; ++n) {
        viewer::RoiPlane plane{{random.real(-9, 9), 1, 2}, random.direction(), {}};
        plane.down = unit(viewer::cross(plane.right, random.direction()));
        const std::vector<RoiEntry> entries = randomEntries(random, plane);
        const std::vector<RoiEntry> read = fromSlicerMarkups(toSlicerMarkups(entries), {});
        ASSERT_EQ(read.size(), entries.size() + 2);
        viewer::Series series;
        series.info = viewer::VolumeInfo{};
        series.image().geometry.spacingKnown = true;
        const auto area = [&](const RoiEntry& entry) { return *measureWithoutValues(series, entry.roi).areaMm2; };
        EXPECT_NEAR(area(read[6]), area(entries[4]), 1e-6) << "a rectangle";
        EXPECT_NEAR(area(read[7]), area(entries[5]), 1e-3 * area(entries[5])) << "an ellipse";
        EXPECT_NEAR(area(read[8]), area(entries[6]), 1e-6) << "a polygon";
        EXPECT_NEAR(*measureWithoutValues(series, read[1].roi).angleDegrees,
                    *measureWithoutValues(series, entries[1].roi).angleDegrees, 1e-6);
    }
}

}  // namespace
}  // namespace fleming::app
