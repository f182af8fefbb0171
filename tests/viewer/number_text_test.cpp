// Tests of the formats of numbers in the window.
#include "viewer/text/number_text.h"

#include <QLocale>

#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

class NumberText : public ::testing::Test {
protected:
    NumberText() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    ~NumberText() override { QLocale::setDefault(QLocale::c()); }
};

std::string window(double center, double width) {
    const WindowText text = windowText({center, width});
    return (text.center + "/" + text.width).toStdString();
}

TEST_F(NumberText, FormatsWindowsWithTheDecimalsThatTheWidthNeeds) {
    EXPECT_EQ(window(-75.71, 350.4), "-76/350");
    EXPECT_EQ(window(1024, 4096), "1024/4096");
    EXPECT_EQ(window(127.5, 20), "128/20");
    EXPECT_EQ(window(40.24, 8), "40.2/8.0");
    EXPECT_EQ(window(0.52, 0.85), "0.52/0.85");
    EXPECT_EQ(window(-0.2, 400), "0/400");
    EXPECT_EQ(window(0, 0), "0/0");
}

TEST_F(NumberText, FormatsPixelValuesAsIntegersOrWithFourDigits) {
    EXPECT_EQ(pixelValueText(-1024), "-1024");
    EXPECT_EQ(pixelValueText(30000), "30000");
    EXPECT_EQ(pixelValueText(0.123456), "0.1235");
}

TEST_F(NumberText, FormatsLengthsInMillimetres) {
    EXPECT_EQ(positionText(1134.56), "1134.6");
    EXPECT_EQ(spacingText(0.703125), "0.70");
    EXPECT_EQ(spacingText(5), "5.00");
    EXPECT_EQ(spacingText(0.00025), "0.000250");
}

TEST_F(NumberText, FormatsTimesAsClocks) {
    EXPECT_EQ(clipTimeText(0), "0:00.00");
    EXPECT_EQ(clipTimeText(5.254), "0:05.25");
    EXPECT_EQ(clipTimeText(59.999), "1:00.00");
    EXPECT_EQ(clipTimeText(3600), "1:00:00.00");
}

TEST_F(NumberText, FormatsDurationsAsSecondsThenClocks) {
    EXPECT_EQ(durationText(2.84), "2.8 s");
    EXPECT_EQ(durationText(59.9), "59.9 s");
    EXPECT_EQ(durationText(59.97), "1:00");
    EXPECT_EQ(durationText(65), "1:05");
    EXPECT_EQ(durationText(3600), "1:00:00");
}

TEST_F(NumberText, GroupsCountsAndBytes) {
    EXPECT_EQ(countText(180000), "180,000");
    EXPECT_EQ(rateText(2.5), "2.5");
    EXPECT_EQ(bytesText(640'000), "640 kB");
    EXPECT_EQ(bytesText(15'900'000'000), "15.9 GB");
    EXPECT_EQ(percentText(0.994, 1), "99.4 %");
    EXPECT_EQ(percentText(0.75, 0), "75 %");
}

TEST_F(NumberText, FollowsTheLocale) {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(durationText(2.84), "2,8 s");
    EXPECT_EQ(clipTimeText(5.25), "0:05,25");
    EXPECT_EQ(countText(180000), "180.000");
    EXPECT_EQ(window(0.52, 0.85), "0,52/0,85");
}

}  // namespace
}  // namespace fleming::viewer
