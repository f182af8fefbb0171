#pragma once

#include "tests/viewer/made_volume.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

/// A phantom of ellipsoids in patient coordinates (LPS, mm), so that it can be scanned in any orientation.
namespace fleming::viewer::test {

struct Organ {
    Vector3 centre, radii;  ///< mm
    double hounsfield;
};

/// Returns the organs. Later organs replace earlier ones where they overlap. The heart and the air in the stomach are
/// on the patient's left, the liver is on the right, the spine posterior, the neck superior. A dense ball marks the
/// left shoulder.
inline const std::vector<Organ>& organs() {
    static const std::vector<Organ> all{
        {{0, 0, 0}, {160, 105, 190}, 30},      {{0, 10, 170}, {60, 60, 80}, 40},  {{-75, -5, 45}, {55, 70, 105}, -820},
        {{75, -5, 45}, {52, 70, 105}, -820},   {{30, -25, 15}, {55, 45, 55}, 55}, {{-55, -10, -85}, {85, 75, 60}, 110},
        {{70, -20, -75}, {40, 35, 30}, -950},  {{0, 70, 0}, {20, 22, 240}, 650},  {{0, 60, 0}, {8, 8, 240}, 20},
        {{110, -10, 120}, {18, 18, 18}, 1200},
    };
    return all;
}

/// Returns the value at an LPS position in HU. Edges are blurred over about 6 mm, as in a scan.
inline double hounsfieldAt(const Vector3& mm) {
    double value = -1000;
    for (const Organ& organ : organs()) {
        double square = 0;
        for (std::size_t c = 0; c < 3; ++c)
            square += std::pow((mm[c] - organ.centre[c]) / organ.radii[c], 2);
        const double depth = (1 - std::sqrt(square)) * *std::min_element(organ.radii.begin(), organ.radii.end());
        value += std::clamp(0.5 + depth / 6, 0.0, 1.0) * (organ.hounsfield - value);
    }
    return value;
}

/// Returns a CT series of the phantom, centred on it, with these directions of i, j and k and this spacing in mm.
inline Series phantomSeries(const std::array<Vector3, 3>& directions, const Index3& size, const Vector3& spacing) {
    Geometry geometry;
    geometry.size = size;
    geometry.spacing = spacing;
    geometry.iDirection = directions[0];
    geometry.jDirection = directions[1];
    geometry.kDirection = directions[2];
    geometry.oriented = geometry.spacingKnown = true;
    const Vector3 middle = geometry.voxelToPatient({(size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0});
    geometry.origin = {-middle[0], -middle[1], -middle[2]};
    Series series = volumeSeries(geometry, ScalarType::int16);
    series.modality = "CT";
    series.description.words = "Phantom";
    series.image().rescale = {1.0, -1024.0};
    return series;
}

/// Writes the stored values of slice k to `out`.
inline void scanSlice(const Series& series, int k, std::int16_t* out) {
    const Geometry& geometry = series.geometry();
    for (int j = 0; j < geometry.size[1]; ++j) {
        for (int i = 0; i < geometry.size[0]; ++i) {
            const double value = hounsfieldAt(geometry.voxelToPatient({double(i), double(j), double(k)}));
            *out++ = static_cast<std::int16_t>(value - series.image().rescale.intercept);
        }
    }
}

/// Returns the complete volume of a phantomSeries().
inline std::shared_ptr<Volume> scan(const Series& series) {
    const auto volume = allocate(series);
    for (int k = 0; k < series.geometry().size[2]; ++k) {
        scanSlice(series, k, reinterpret_cast<std::int16_t*>(volume->writableSlice(k).data()));
        volume->markReady(k);
    }
    return volume;
}

/// The directions of an axial scan: i to the left, j posterior, k superior.
inline const std::array<Vector3, 3> kAxial{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

/// A window in which the dense ball alone is bright.
inline constexpr Window kOnlyTheBall{1050, 100};

/// Returns a scan of 42 axial slices of 96 x 96 pixels.
inline Series smallScan() {
    return phantomSeries(kAxial, {96, 96, 42}, {4.2, 4.2, 10.0});
}

}  // namespace fleming::viewer::test
