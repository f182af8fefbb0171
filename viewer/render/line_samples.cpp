#include "viewer/render/line_samples.h"

#include "base/target_clones.h"
#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <tuple>
#include <type_traits>

namespace fleming::viewer {

namespace {

constexpr int kMost = LineSampler::kMost;
constexpr int kLanes = 16;  // Loops run over whole vectors; positions after the last one are inside the box too.

/// Where samples lie: in a cell of eight voxels, and where in it.
struct Positions {
    alignas(64) double voxel[kMost];   ///< the lowest voxel of the cell, as the number of values from the first voxel
    alignas(64) float part[3][kMost];  ///< of the way from the lower voxel to the upper, along each axis
};

/// The voxels of the cells, in pairs along i: of both rows of the lower slice, then of the upper one.
struct alignas(64) Cells {
    std::byte bytes[4][2 * kMost * sizeof(double)];

    template <typename T>
    T* pairs(int row) {
        return reinterpret_cast<T*>(bytes[row]);
    }
    template <typename T>
    const T* pairs(int row) const {
        return reinterpret_cast<const T*>(bytes[row]);
    }
};

/// The type in which stored values of type T are interpolated: it has all of them exactly.
template <typename T>
using Real = std::conditional_t<sizeof(T) <= 2 || std::is_same_v<T, float>, float, double>;

FLEMING_TARGET_CLONES
void findPositions(const std::array<LineSampler::Axis, 3>& axes, const Vector3& start, const Vector3& step, int first,
                   int count, Positions& positions) {
    for (int n = 0; n < count; ++n)
        positions.voxel[n] = 0.0;
    for (std::size_t a = 0; a < 3; ++a) {
        const LineSampler::Axis axis = axes[a];
        const double from = start[a] - axis.first, by = step[a];
        float* part = positions.part[a];
        for (int n = 0; n < count; ++n) {
            const double x = std::min(std::max(from + by * (first + n), 0.0), axis.last);
            const double lower = std::min(static_cast<double>(static_cast<int>(x)), axis.lastCell);
            positions.voxel[n] += lower * axis.stride;
            part[n] = static_cast<float>(x - lower);
        }
    }
}

/// Moves positions to the nearest voxels; of two equally near ones, to the first.
FLEMING_TARGET_CLONES
void moveToVoxels(int count, Positions& positions) {
    for (auto& part : positions.part) {
        for (int n = 0; n < count; ++n)
            part[n] = part[n] <= 0.5F ? 0.0F : 1.0F;
    }
}

/// Copies the voxels of the cells; two neighbours in memory at once.
template <typename T>
void copyCells(const T* corner, const std::array<LineSampler::Axis, 3>& axes, const Positions& positions, int count,
               Cells& cells) {
    const std::ptrdiff_t toColumn = axes[0].toNext, toRow = axes[1].toNext, toSlice = axes[2].toNext;
    const std::ptrdiff_t rows[4] = {0, toRow, toSlice, toSlice + toRow};
    if (toColumn == 1) {
        for (int n = 0; n < count; ++n) {
            const T* voxel = corner + static_cast<std::ptrdiff_t>(positions.voxel[n]);
            for (int row = 0; row < 4; ++row)
                std::memcpy(cells.pairs<T>(row) + 2 * n, voxel + rows[row], 2 * sizeof(T));
        }
        return;
    }
    for (int n = 0; n < count; ++n) {
        const T* voxel = corner + static_cast<std::ptrdiff_t>(positions.voxel[n]);
        for (int row = 0; row < 4; ++row) {
            cells.pairs<T>(row)[2 * n] = voxel[rows[row]];
            cells.pairs<T>(row)[2 * n + 1] = voxel[rows[row] + toColumn];
        }
    }
}

/// Eight values, or their weights, at the corners of a cell: lower and upper along i, then j, then k.
template <typename R>
struct Corners {
    R at[8];

    /// Interpolates; exact at the corners.
    [[gnu::always_inline]] R mix(R x, R y, R z) const {
        const R x0 = 1 - x, y0 = 1 - y, z0 = 1 - z;
        return ((at[0] * x0 + at[1] * x) * y0 + (at[2] * x0 + at[3] * x) * y) * z0 +
               ((at[4] * x0 + at[5] * x) * y0 + (at[6] * x0 + at[7] * x) * y) * z;
    }

    /// Returns the nearest one; of equally near ones, the first.
    [[gnu::always_inline]] R nearest(R x, R y, R z) const {
        constexpr R kHalf = static_cast<R>(0.5);
        const R low = y <= kHalf ? (x <= kHalf ? at[0] : at[1]) : (x <= kHalf ? at[2] : at[3]);
        const R high = y <= kHalf ? (x <= kHalf ? at[4] : at[5]) : (x <= kHalf ? at[6] : at[7]);
        return z <= kHalf ? low : high;
    }
};

/// Returns the values of type R that lie in low..high as a range of R.
template <typename R>
std::pair<R, R> rangeIn(double low, double high) {
    R first = static_cast<R>(low), last = static_cast<R>(high);
    if (static_cast<double>(first) < low) first = std::nextafter(first, std::numeric_limits<R>::infinity());
    if (static_cast<double>(last) > high) last = std::nextafter(last, -std::numeric_limits<R>::infinity());
    return {first, last};
}

template <typename T, bool kMayBePadding>
[[gnu::always_inline]] inline void interpolateAs(const LineSampler::Rule& rule, const Positions& positions,
                                                 const Cells& cells, int count, float* out) {
    using R = Real<T>;
    const auto slope = static_cast<R>(rule.rescale.slope), intercept = static_cast<R>(rule.rescale.intercept);
    const auto [lowest, highest] = rangeIn<R>(rule.lowestPadding, rule.highestPadding);
    const T* pairs[4] = {cells.pairs<T>(0), cells.pairs<T>(1), cells.pairs<T>(2), cells.pairs<T>(3)};
    for (int n = 0; n < count; ++n) {
        const R x = positions.part[0][n], y = positions.part[1][n], z = positions.part[2][n];
        Corners<R> values, weights;
        for (int c = 0; c < 8; ++c) {
            const R value = static_cast<R>(pairs[c / 2][2 * n + c % 2]);
            // The comparison is false for NaN.
            const bool isValid = !kMayBePadding || value < lowest || value > highest;
            values.at[c] = isValid ? value : R{0};
            weights.at[c] = isValid ? R{1} : R{0};
        }
        R value = values.mix(x, y, z);
        if constexpr (kMayBePadding) {
            value =
                weights.nearest(x, y, z) > R{0} ? value / weights.mix(x, y, z) : std::numeric_limits<R>::quiet_NaN();
        }
        out[n] = static_cast<float>(value * slope + intercept);
    }
}

FLEMING_TARGET_CLONES
void interpolate(ScalarType type, const LineSampler::Rule& rule, const Positions& positions, const Cells& cells,
                 int count, float* out) {
    withScalarType(
        type, [&](auto number) __attribute__((always_inline)) {
            using T = decltype(number);
            if (std::is_floating_point_v<T> || rule.mayBePadding) {
                interpolateAs<T, true>(rule, positions, cells, count, out);
            } else {
                interpolateAs<T, false>(rule, positions, cells, count, out);
            }
        });
}

}  // namespace

LineSampler::LineSampler(const Volume& volume, const std::array<IndexRange, 3>& box, Interpolation interpolation)
    : type_(volume.type()), isNearest_(interpolation == Interpolation::nearest) {
    const Index3& size = volume.geometry().size;
    const std::ptrdiff_t column = volume.components(), row = column * size[0], slice = row * size[1];
    const std::array<std::ptrdiff_t, 3> strides{column, row, slice};
    std::ptrdiff_t first = 0;
    for (std::size_t a = 0; a < 3; ++a) {
        const int steps = box[a].last - box[a].first;
        axes_[a] = {static_cast<double>(box[a].first), static_cast<double>(steps),
                    static_cast<double>(std::max(steps - 1, 0)), static_cast<double>(strides[a]),
                    steps > 0 ? strides[a] : 0};
        first += box[a].first * strides[a];
    }
    corner_ = volume.data().data() + first * static_cast<std::ptrdiff_t>(bytesOf(type_));
    rule_.rescale = volume.rescale();
    if (volume.padding) {
        rule_.mayBePadding = true;
        std::tie(rule_.lowestPadding, rule_.highestPadding) =
            std::minmax(volume.padding->first, volume.padding->second);
    }
}

void LineSampler::sample(const Vector3& start, const Vector3& step, int first, int count, int component,
                         float* out) const {
    const int whole = (count + kLanes - 1) / kLanes * kLanes;
    Positions positions;
    Cells cells;
    findPositions(axes_, start, step, first, whole, positions);
    if (isNearest_) moveToVoxels(whole, positions);
    withScalarType(type_, [&](auto number) {
        using T = decltype(number);
        copyCells(reinterpret_cast<const T*>(corner_) + component, axes_, positions, whole, cells);
    });
    interpolate(type_, rule_, positions, cells, whole, out);
}

}  // namespace fleming::viewer
