#pragma once

#include "tests/viewer/made_volume.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

// A patient of ellipsoids, defined in LPS mm and not in voxels: scanned in any direction it is the same patient.
namespace fleming::viewer::test {

struct Organ {
    Vector3 centre, radii;  ///< mm
    double hounsfield;
};

/// Later ones lie in earlier ones. The heart and the stomach's air are on the patient's left, the liver on the right,
/// the spine at the back, the neck above; a dense ball marks the left shoulder.
inline const std::vector<Organ>& organs() {
    static const std::vector<Organ> all{
        {{0, 0, 0}, {160, 105, 190}, 30},      {{0, 10, 170}, {60, 60, 80}, 40},  {{-75, -5, 45}, {55, 70, 105}, -820},
        {{75, -5, 45}, {52, 70, 105}, -820},   {{30, -25, 15}, {55, 45, 55}, 55}, {{-55, -10, -85}, {85, 75, 60}, 110},
        {{70, -20, -75}, {40, 35, 30}, -950},  {{0, 70, 0}, {20, 22, 240}, 650},  {{0, 60, 0}, {8, 8, 240}, 20},
        {{110, -10, 120}, {18, 18, 18}, 1200},
    };
    return all;
}

/// Edges are some 6 mm soft, as a scanner makes them.
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

/// A CT of the phantom: `directions` are those of i, j and k; the scan is centred on the patient.
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
    series.description = "Phantom";
    series.rescale = {1.0, -1024.0};
    return series;
}

/// One slice's stored values.
inline void scanSlice(const Series& series, int k, std::int16_t* out) {
    const Geometry& geometry = series.geometry;
    for (int j = 0; j < geometry.size[1]; ++j) {
        for (int i = 0; i < geometry.size[0]; ++i) {
            const double value = hounsfieldAt(geometry.voxelToPatient({double(i), double(j), double(k)}));
            *out++ = static_cast<std::int16_t>(value - series.rescale.intercept);
        }
    }
}

inline std::shared_ptr<Volume> scan(const Series& series) {
    const auto volume = allocate(series);
    for (int k = 0; k < series.geometry.size[2]; ++k) {
        scanSlice(series, k, reinterpret_cast<std::int16_t*>(volume->writableSlice(k).data()));
        volume->markReady(k);
    }
    return volume;
}

/// The usual axial scan: rows to the left, columns to the back, slices to the head.
inline const std::array<Vector3, 3> kAxial{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

}  // namespace fleming::viewer::test
