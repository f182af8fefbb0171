// Tests the names of planes, windows and kinds of series, untranslated.
#include "viewer/text/name_text.h"

#include "viewer/render/window_presets.h"

#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

TEST(NameText, NamesPlanes) {
    EXPECT_EQ(planeName(Plane::sagittal), "Sagittal");
    EXPECT_EQ(planeWord(Plane::sagittal), "sagittal");
}

TEST(NameText, NamesKindsOfSeries) {
    for (const SeriesKind kind : {SeriesKind::volume, SeriesKind::picture, SeriesKind::clip})
        EXPECT_EQ(seriesKindWord(kind), toString(kind));
}

TEST(NameText, NamesEveryPreset) {
    for (const WindowPreset& preset : windowPresets("CT"))
        EXPECT_NE(windowName(preset.name).toStdString(), preset.name);
}

TEST(NameText, KeepsTheNamesOfFiles) {
    EXPECT_EQ(windowName("Whole range"), "Whole range");
    EXPECT_EQ(windowName("Lunge ü"), QString::fromUtf8("Lunge ü"));
    EXPECT_EQ(windowName(""), "");
}

}  // namespace
}  // namespace fleming::viewer
