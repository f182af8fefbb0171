// Tests of the areas of polygons.

#include "viewer/measure/even_odd_area.h"

#include "measure_testing.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace fleming::viewer {
namespace {

using test::isInside;
using test::Random;

constexpr double kPi = std::numbers::pi;

TEST(EvenOddArea, IsThatOfEveryPolygon) {
    EXPECT_DOUBLE_EQ(evenOddArea({{0, 0}, {4, 0}, {4, 3}, {0, 3}}), 12);
    EXPECT_DOUBLE_EQ(evenOddArea({{0, 0}, {4, 4}, {4, 0}, {0, 4}}), 8) << "a bow tie";
    EXPECT_DOUBLE_EQ(evenOddArea({{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}, {4, 0}, {4, 4}, {0, 4}}), 0) << "twice";
    EXPECT_DOUBLE_EQ(evenOddArea({{0, 0}, {2, 2}, {4, 0}, {4, 4}, {2, 2}, {0, 4}}), 8) << "touches itself";
    std::vector<Vector2> star;
    for (int p = 0; p < 5; ++p)
        star.push_back({std::sin(p * 4 * kPi / 5) + 1e4, std::cos(p * 4 * kPi / 5) - 1e4});
    // The five points of a pentagram in a circle of radius 1, without the pentagon in the middle.
    const double tip = std::sin(kPi / 5), phi = std::numbers::phi;
    const double inner = 1 / (phi * phi);
    const double pentagon = 2.5 * inner * inner * std::sin(2 * kPi / 5);
    const double outline = 5 * inner * tip;
    EXPECT_NEAR(evenOddArea(star), outline - pentagon, 1e-9);
    Random random(17);
    for (int n = 0; n < 100; ++n) {  // simple polygons, by the shoelace formula
        std::vector<Vector2> corners;
        double shoelace = 0;
        const int count = random.integer(3, 300);
        for (int c = 0; c < count; ++c) {
            const double angle = 2 * kPi * c / count, radius = random.real(1, 30);
            corners.push_back({500 + radius * std::cos(angle), radius * std::sin(angle)});
        }
        for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++)
            shoelace += corners[j][0] * corners[i][1] - corners[i][0] * corners[j][1];
        EXPECT_NEAR(evenOddArea(corners), std::abs(shoelace) / 2, 1e-8) << count;
    }
    for (int n = 0; n < 20; ++n) {  // polygons that cross themselves, by the lengths of many lines across
        Roi roi{RoiShape::polygon, {}, {}};
        for (int c = random.integer(5, 15); c > 0; --c)
            roi.points.push_back({random.real(0, 1), random.real(0, 1)});
        double area = 0;
        constexpr int kLines = 1000;
        for (int y = 0; y < kLines; ++y) {
            for (int x = 0; x < kLines; ++x)
                area += isInside(roi, (x + 0.5) / kLines, (y + 0.5) / kLines) ? 1.0 : 0.0;
        }
        EXPECT_NEAR(evenOddArea(roi.points), area / kLines / kLines, 2e-3);
    }
}

}  // namespace
}  // namespace fleming::viewer
