#include "viewer/data/label_map.h"

#include "base/error.h"
#include "tests/viewer/made_volume.h"
#include "viewer/render/label_colours.h"

#include <gtest/gtest.h>
#include <set>

namespace fleming::viewer {
namespace {

using namespace test;

Geometry gridOf(const Index3& size) {
    Geometry geometry;
    geometry.size = size;
    geometry.spacing = {1, 1.5, 2};
    geometry.origin = {-10, 20, 30};
    geometry.oriented = geometry.spacingKnown = true;
    return geometry;
}

/// Returns a volume with valueOf(i, j, k) at (i, j, k).
template <typename Value>
std::shared_ptr<const Volume> volumeOf(const Geometry& geometry, const Value& valueOf) {
    std::vector<std::int16_t> values;
    for (int k = 0; k < geometry.size[2]; ++k) {
        for (int j = 0; j < geometry.size[1]; ++j) {
            for (int i = 0; i < geometry.size[0]; ++i)
                values.push_back(static_cast<std::int16_t>(valueOf(i, j, k)));
        }
    }
    return filledVolume(volumeSeries(geometry, ScalarType::int16), values);
}

/// Returns a layer with the label valueOf(i, j, k) at (i, j, k). The colour of a label is {value, 0, 0}.
template <typename Value>
LabelLayer layerOf(const Geometry& geometry, const Value& valueOf) {
    LabelLayer layer;
    layer.volume = volumeOf(geometry, valueOf);
    for (const int value : labelValues(*layer.volume))
        layer.labels.push_back({value, std::to_string(value), {static_cast<std::uint8_t>(value), 0, 0}});
    return layer;
}

TEST(LabelMap, TakesTheNonzeroValuesAsLabels) {
    const LabelLayer layer = layerOf(gridOf({4, 3, 2}), [](int i, int, int k) { return i == 0 ? 0 : 10 * k + i - 2; });
    ASSERT_EQ(layer.labels.size(), 5U);  // -1, 1, 9, 10, 11
    EXPECT_EQ(layer.labels.front().value, -1);
    ASSERT_NE(layer.find(10), nullptr);
    EXPECT_EQ(layer.find(10)->name, "10");
    EXPECT_EQ(layer.find(0), nullptr);
    EXPECT_EQ(layer.find(12), nullptr);
}

TEST(LabelMap, RefusesVolumesOfManyValues) {
    const auto manyValues = [](int count) {
        layerOf(gridOf({16, 16, 2}), [count](int i, int j, int k) { return (i + 16 * j + 256 * k) % (count + 1); });
    };
    EXPECT_NO_THROW(manyValues(255));
    try {
        manyValues(256);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "labels.too_many");
        EXPECT_EQ(error.arguments(), std::vector<std::string>{"255"});
    }
}

TEST(LabelMap, AcceptsOnlyPlainIntegers) {
    Series series = volumeSeries(gridOf({4, 3, 2}), ScalarType::uint8);
    EXPECT_TRUE(canBeLabels(series));
    series.image().rescale = {2.0, 0.0};
    EXPECT_FALSE(canBeLabels(series));
    series.image() = {};
    series.image().components = 3;
    EXPECT_FALSE(canBeLabels(series));
    series.image() = {};
    series.image().type = ScalarType::float32;
    EXPECT_FALSE(canBeLabels(series));
    series.image() = {};
    EXPECT_TRUE(canBeLabels(series));
    series.modality = "MR";
    EXPECT_FALSE(canBeLabels(series));
    series.modality = "SEG";
    EXPECT_TRUE(canBeLabels(series));
    series.info = ClipInfo{};
    EXPECT_FALSE(canBeLabels(series));
}

TEST(LabelMap, TellsLabelsFromImages) {
    const auto looks = [](const auto& valueOf) { return looksLikeLabels(*volumeOf(gridOf({40, 30, 3}), valueOf), 1); };
    EXPECT_TRUE(looks([](int, int, int) { return 0; }));
    EXPECT_TRUE(looks([](int i, int j, int) { return i > 10 && j > 10 ? 1 : 0; }));
    EXPECT_TRUE(looks([](int i, int j, int) { return 1 + i / 4 + 10 * (j / 3); })) << "100 regions of 4 x 3 voxels";
    EXPECT_TRUE(looks([](int i, int j, int) { return i % 7 == 0 ? 5 : j % 9 == 0 ? 5 : 0; })) << "thin vessels";
    // A head of shaded tissue with noise in a background of 0, in few grey levels as in many.
    const auto head = [](int levels) {
        return [levels](int i, int j, int k) {
            if ((i - 20) * (i - 20) + (j - 15) * (j - 15) > 160) return 0;
            const int noise = (i * 7919 + j * 104729 + k * 1299709) % 31;
            return 1 + (i * 3 + noise) * levels / 151;
        };
    };
    EXPECT_FALSE(looks(head(150)));
    EXPECT_FALSE(looks(head(20)));
    EXPECT_FALSE(looks([](int i, int j, int) { return 1 + (i / 4) * 30 + j; })) << "300 values";
}

TEST(LabelMap, KnowsDeclaredLabels) {
    Series series = volumeSeries(gridOf({4, 3, 2}), ScalarType::int16);
    EXPECT_FALSE(areDeclaredLabels(series));
    series.image().labels = true;
    EXPECT_TRUE(areDeclaredLabels(series));
    series.image().type = ScalarType::float32;
    EXPECT_FALSE(areDeclaredLabels(series));
    series = volumeSeries(gridOf({4, 3, 2}), ScalarType::uint8);
    series.modality = "SEG";
    EXPECT_TRUE(areDeclaredLabels(series));
}

TEST(LabelMap, ComparesGridsByTheirVoxels) {
    const Geometry grid = gridOf({40, 30, 20});
    EXPECT_TRUE(isSameGrid(grid, grid));
    Geometry other = grid;
    other.origin[0] += 0.005;
    EXPECT_TRUE(isSameGrid(grid, other));
    other.origin[0] += 0.5;
    EXPECT_FALSE(isSameGrid(grid, other));
    other = grid;
    other.spacing[2] = 2.01;  // 0.2 mm at the last slice
    EXPECT_FALSE(isSameGrid(grid, other));
    other = grid;
    other.size[1] = 31;
    EXPECT_FALSE(isSameGrid(grid, other));
    // The same voxels, with columns from right to left, and rows and slices exchanged.
    other = grid;
    other.size = {40, 20, 30};
    other.spacing = {1, 2, 1.5};
    other.origin[0] += 39;
    other.iDirection = {-1, 0, 0};
    other.jDirection = {0, 0, 1};
    other.kDirection = {0, 1, 0};
    EXPECT_TRUE(isSameGrid(grid, other));
    EXPECT_TRUE(isSameGrid(other, grid));
    other.origin[0] += 1;
    EXPECT_FALSE(isSameGrid(grid, other));
    other = grid;
    other.oriented = false;
    EXPECT_FALSE(isSameGrid(grid, other));
}

TEST(LabelMap, GivesManyLabelsDifferentColours) {
    std::set<std::array<std::uint8_t, 3>> colours;
    for (int n = 0; n < 64; ++n)
        colours.insert(labelColour(n));
    EXPECT_EQ(colours.size(), 64U);
}

TEST(LabelColours, HaveTheLabelOfEachVoxelInAllPlanes) {
    for (const auto& directions : uprightOrientations()) {
        Geometry geometry = gridOf({5, 4, 3});
        geometry.spacing = {1, 1, 1};
        std::tie(geometry.iDirection, geometry.jDirection, geometry.kDirection) =
            std::tie(directions[0], directions[1], directions[2]);
        const auto valueOf = [](int i, int j, int k) { return (i + 5 * j + 20 * k) % 7; };
        const LabelMap map{{layerOf(geometry, valueOf)}};
        for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
            for (int index = 0; index < sliceCount(geometry, plane); ++index) {
                const SlicePlane slice = slicePlane(geometry, plane, index);
                const std::vector<std::uint8_t> rgba = labelColours(map, slice, 99);
                for (int row = 0; row < slice.height; ++row) {
                    for (int column = 0; column < slice.width; ++column) {
                        const Vector3 voxel = geometry.patientToVoxel(slice.toPatient(column, row));
                        const int value =
                            valueOf(static_cast<int>(std::lround(voxel[0])), static_cast<int>(std::lround(voxel[1])),
                                    static_cast<int>(std::lround(voxel[2])));
                        const std::uint8_t* pixel = &rgba[static_cast<std::size_t>(4 * (row * slice.width + column))];
                        ASSERT_EQ(pixel[0], value);
                        ASSERT_EQ(pixel[3], value == 0 ? 0 : 99);
                    }
                }
            }
        }
    }
}

TEST(LabelColours, DrawLaterLayersOverEarlierOnes) {
    const Geometry geometry = gridOf({4, 1, 1});
    const LabelMap map{{layerOf(geometry, [](int i, int, int) { return i < 2 ? 1 : 0; }),
                        layerOf(geometry, [](int i, int, int) { return i > 0 && i < 3 ? 2 : 0; })}};
    const std::vector<std::uint8_t> rgba = labelColours(map, slicePlane(geometry, Plane::axial, 0), 255);
    const std::vector<int> expected{1, 2, 2, 0};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(rgba[4 * i], expected[i]);
        const Label* label = labelAt(map, geometry.voxelToPatient({static_cast<double>(i), 0, 0}));
        EXPECT_EQ(label == nullptr ? 0 : label->value, expected[i]);
    }
    EXPECT_EQ(labelAt(map, {1000, 0, 0}), nullptr);
}

}  // namespace
}  // namespace fleming::viewer
