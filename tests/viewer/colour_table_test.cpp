// Tests of the colour tables against those of other libraries (tests/fixtures/make_colour_tables.py).
#include "viewer/render/colour_table.h"

#include "base/error.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

int largestDifference(const Rgb& a, const Rgb& b) {
    return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

/// Returns the largest difference of a channel from the table in the fixtures.
int differenceFromReference(ColourTable table) {
    std::ifstream file(std::string(FLEMING_FIXTURES "/colour_tables/") + toString(table) + ".csv");
    int largest = 0, lines = 0;
    char comma;
    for (int red, green, blue; file >> red >> comma >> green >> comma >> blue; ++lines) {
        const Rgb expected{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                           static_cast<std::uint8_t>(blue)};
        largest =
            std::max(largest, largestDifference(colourTable(table).at(static_cast<std::size_t>(lines)), expected));
    }
    EXPECT_EQ(lines, 256) << toString(table);
    return largest;
}

TEST(ColourTable, IsThatOfTheStandardAndOfMatplotlib) {
    EXPECT_EQ(differenceFromReference(ColourTable::hotIron), 0);
    EXPECT_EQ(differenceFromReference(ColourTable::pet), 0);
    EXPECT_LE(differenceFromReference(ColourTable::viridis), 1);
}

TEST(ColourTable, OfGreyHasTheLevels) {
    for (int level = 0; level < 256; ++level) {
        const auto grey = static_cast<std::uint8_t>(level);
        EXPECT_EQ(colourTable(ColourTable::grey)[grey], (Rgb{grey, grey, grey}));
    }
}

TEST(ColourTable, OfTheRainbowHasFullSaturation) {
    for (const Rgb& colour : colourTable(ColourTable::rainbow)) {
        EXPECT_EQ(std::max({colour.red, colour.green, colour.blue}), 255);
        EXPECT_EQ(std::min({colour.red, colour.green, colour.blue}), 0);
    }
    EXPECT_EQ(colourTable(ColourTable::rainbow).front(), (Rgb{0, 0, 255}));
    EXPECT_EQ(colourTable(ColourTable::rainbow).back(), (Rgb{255, 0, 0}));
}

TEST(ColourTable, IsFoundByItsName) {
    for (const ColourTable table : colourTables())
        EXPECT_EQ(colourTableFromString(toString(table)), table);
    EXPECT_THROW(colourTableFromString("Grey"), Error);
    for (const Interpolation each : {Interpolation::linear, Interpolation::nearest})
        EXPECT_EQ(interpolationFromString(toString(each)), each);
    EXPECT_THROW(interpolationFromString(""), Error);
}

}  // namespace
}  // namespace fleming::viewer
