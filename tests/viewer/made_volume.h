#pragma once

#include "viewer/data/series.h"

#include <array>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

/// Helpers for tests that generate volumes in memory.
namespace fleming::viewer::test {

/// Returns a complete volume of `series` with these stored values, one per element, k slowest.
template <typename T>
std::shared_ptr<Volume> filledVolume(const Series& series, const std::vector<T>& values) {
    const auto volume = allocate(series);
    const std::size_t perSlice = volume->sliceBytes() / sizeof(T);
    for (int k = 0; k < series.geometry().size[2]; ++k) {
        std::memcpy(volume->writableSlice(k).data(), values.data() + static_cast<std::size_t>(k) * perSlice,
                    volume->sliceBytes());
        volume->markReady(k);
    }
    return volume;
}

/// Returns a series of one volume with this geometry and type.
inline Series volumeSeries(const Geometry& geometry, ScalarType type) {
    Series series;
    series.info = VolumeInfo{};
    series.image().geometry = geometry;
    series.image().type = type;
    return series;
}

inline std::size_t voxelCount(const Geometry& geometry) {
    return static_cast<std::size_t>(geometry.size[0]) * static_cast<std::size_t>(geometry.size[1]) *
           static_cast<std::size_t>(geometry.size[2]);
}

/// Returns pseudo-random integers in low..high that depend on `seed` only.
template <typename T>
std::vector<T> randomValues(std::size_t count, int low, int high, unsigned seed = 1) {
    std::mt19937 random(seed);
    std::vector<T> values(count);
    for (T& value : values) {
        value = static_cast<T>(low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)));
    }
    return values;
}

/// Returns the 24 right-handed orientations {i, j, k} with axes parallel to the patient's.
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
