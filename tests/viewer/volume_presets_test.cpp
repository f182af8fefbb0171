#include "viewer/render/volume_presets.h"

#include "base/error.h"
#include "viewer/text/name_text.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace fleming::viewer {
namespace {

VolumeValues valuesOf(const std::string& modality) {
    return {modality, {100.0, 1100.0}, windowOfRange(50.0, 250.0)};
}

TEST(VolumePresets, AreWellFormed) {
    std::set<std::string> ids;
    for (const VolumePreset& preset : volumePresets()) {
        EXPECT_TRUE(ids.insert(preset.id).second) << preset.id;
        EXPECT_NE(volumePresetName(preset.id).toStdString(), preset.id) << "it has no name";
        const auto& points = preset.function.points;
        ASSERT_GE(points.size(), 2U) << preset.id;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (i > 0) {
                EXPECT_GT(points[i].value, points[i - 1].value) << preset.id;
            }
            for (const double part : {points[i].red, points[i].green, points[i].blue, points[i].opacity}) {
                EXPECT_GE(part, 0.0) << preset.id;
                EXPECT_LE(part, 1.0) << preset.id;
            }
        }
    }
}

TEST(VolumePresets, FitTheModality) {
    const auto idsFor = [](const std::string& modality) {
        std::set<std::string> ids;
        for (const VolumePreset* preset : volumePresets(modality))
            ids.insert(preset->id);
        return ids;
    };
    for (const char* modality : {"CT", "MR", "PT", "US", ""}) {
        EXPECT_TRUE(idsFor(modality).contains("mip")) << modality;
        EXPECT_EQ(idsFor(modality).contains("bone"), std::string(modality) == "CT");
        EXPECT_EQ(idsFor(modality).contains("surface"), std::string(modality) != "CT");
    }
    EXPECT_TRUE(idsFor("MR").contains("mr-vessels") && !idsFor("US").contains("mr-vessels"));
    EXPECT_EQ(volumePreset("", "CT").id, "bone");
    EXPECT_EQ(volumePreset("", "PT").id, "pet-mip");
    EXPECT_THROW(volumePreset("no-such-look", "CT"), Error);
}

TEST(VolumePresets, AreMovedAndStretchedByAWindow) {
    for (const char* modality : {"CT", "MR"}) {
        const VolumeValues values = valuesOf(modality);
        for (const VolumePreset* preset : volumePresets(modality)) {
            const TransferFunction own = transferFunction({preset->id}, values);
            const Window window = ownWindow(*preset, values);
            EXPECT_NEAR(rangeOf(window).first, own.points.front().value, 1e-9);
            EXPECT_NEAR(rangeOf(window).second, own.points.back().value, 1e-9);
            // Its own window changes nothing.
            const TransferFunction same = transferFunction({preset->id, window}, values);
            const TransferFunction other = transferFunction({preset->id, windowOfRange(-7.0, 93.0)}, values);
            EXPECT_NEAR(other.points.front().value, -7.0, 1e-9);
            EXPECT_NEAR(other.points.back().value, 93.0, 1e-9);
            for (std::size_t i = 0; i < own.points.size(); ++i) {
                EXPECT_NEAR(same.points[i].value, own.points[i].value, 1e-9);
                const double part = (own.points[i].value - own.points.front().value) /
                                    (own.points.back().value - own.points.front().value);
                EXPECT_NEAR(other.points[i].value, -7.0 + 100.0 * part, 1e-9);
                EXPECT_EQ(other.points[i].opacity, own.points[i].opacity);
            }
        }
    }
    // Values in HU are those of the function; others depend on the values of the volume.
    EXPECT_EQ(transferFunction({"bone"}, valuesOf("CT")).points.front().value, 120.0);
    EXPECT_NEAR(transferFunction({"surface"}, valuesOf("MR")).points.front().value, 100 + 0.143 * 1000, 1e-9);
    EXPECT_NEAR(transferFunction({"mip"}, valuesOf("MR")).points.front().value, 50.0, 1e-9);
}

TEST(VolumePresets, ScaleTheirOpacity) {
    const VolumeValues values = valuesOf("CT");
    const TransferFunction own = transferFunction({"bone"}, values);
    for (const double factor : {0.0, 0.5, 2.0}) {
        const TransferFunction scaled = transferFunction({"bone", {}, factor}, values);
        for (std::size_t i = 0; i < own.points.size(); ++i)
            EXPECT_NEAR(scaled.points[i].opacity, std::min(1.0, own.points[i].opacity * factor), 1e-12);
    }
    for (const TransferPoint& point : transferFunction({"mip", {}, 0.3}, values).points)
        EXPECT_EQ(point.opacity, 1.0);  // a projection has none
}

}  // namespace
}  // namespace fleming::viewer
