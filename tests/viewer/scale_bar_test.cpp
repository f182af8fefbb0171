// The length of the scale bar.
#include "viewer/layers/scale_bar.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace fleming::viewer {
namespace {

TEST(ScaleBar, HasARoundLengthThatFits) {
    EXPECT_DOUBLE_EQ(scaleBarLength(100), 100);
    EXPECT_DOUBLE_EQ(scaleBarLength(99), 50);
    EXPECT_DOUBLE_EQ(scaleBarLength(49), 20);
    EXPECT_DOUBLE_EQ(scaleBarLength(19), 10);
    EXPECT_DOUBLE_EQ(scaleBarLength(0.7), 0.5);
    std::mt19937 random(std::random_device{}());
    std::uniform_real_distribution<double> exponent(-4, 4);
    for (int i = 0; i < 1000; ++i) {
        const double limit = std::pow(10, exponent(random));
        const double length = scaleBarLength(limit);
        EXPECT_LE(length, limit);
        EXPECT_GT(length, limit / 2.5000001);
    }
}

}  // namespace
}  // namespace fleming::viewer
