#pragma once

#include "viewer/data/series.h"

#include <array>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

// Volumes that tests make in memory.
namespace fleming::viewer::test {

/// A complete volume of `series` with these stored values (as many as it has, k slowest).
template <typename T>
std::shared_ptr<Volume> filledVolume(const Series& series, const std::vector<T>& values) {
    const auto volume = allocate(series);
    const std::size_t perSlice = volume->sliceBytes() / sizeof(T);
    for (int k = 0; k < series.geometry.size[2]; ++k) {
        std::memcpy(volume->writableSlice(k).data(), values.data() + static_cast<std::size_t>(k) * perSlice,
                    volume->sliceBytes());
        volume->markReady(k);
    }
    return volume;
}

inline Series volumeSeries(const Geometry& geometry, ScalarType type) {
    Series series;
    series.kind = SeriesKind::volume;
    series.geometry = geometry;
    series.type = type;
    return series;
}

inline std::size_t voxelCount(const Geometry& geometry) {
    return static_cast<std::size_t>(geometry.size[0]) * static_cast<std::size_t>(geometry.size[1]) *
           static_cast<std::size_t>(geometry.size[2]);
}

/// Whole numbers low..high, the same for the same seed.
template <typename T>
std::vector<T> randomValues(std::size_t count, int low, int high, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::vector<T> values(count);
    for (T& value : values) {
        value = static_cast<T>(low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
    }
    return values;
}

/// The 24 right-handed ways in which i, j, k can lie along the patient's axes.
inline std::vector<std::array<Vector3, 3>> uprightOrientations() {
    std::vector<std::array<Vector3, 3>> all;
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t b = 0; b < 3; ++b) {
            if (a == b) continue;
            for (const double signA : {1.0, -1.0}) {
                for (const double signB : {1.0, -1.0}) {
                    Vector3 i{}, j{};
                    i[a] = signA;
                    j[b] = signB;
                    all.push_back({i, j, cross(i, j)});
                }
            }
        }
    }
    return all;
}

}  // namespace fleming::viewer::test
