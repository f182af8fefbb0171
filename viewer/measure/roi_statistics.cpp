#include "viewer/measure/roi_statistics.h"

#include "base/error.h"
#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace fleming::viewer {

namespace {

/// Neumaier's sum.
class Sum {
public:
    void add(long double value) {
        const long double next = sum_ + value;
        lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - next) + value : (value - next) + sum_;
        sum_ = next;
    }
    long double total() const { return sum_ + lost_; }

private:
    long double sum_ = 0, lost_ = 0;
};

/// Reads the values of a volume of type T.
template <typename T>
class Reader {
public:
    explicit Reader(const Volume& volume)
        : volume_(volume), size_(volume.geometry().size), checked_(static_cast<std::size_t>(size_[2]), false) {}

    void readSlice(const RoiGrid& grid, const PixelSpan& span) {
        const T* const row = rowOf(span.row, *grid.slice);
        for (int i = span.first; i <= span.last; ++i)
            add(row[i]);
    }

    void readPlane(const RoiGrid& grid, const PixelSpan& span) {
        Vector3 voxel{};
        for (int column = span.first; column <= span.last; ++column) {
            for (std::size_t c = 0; c < 3; ++c) {
                voxel[c] = grid.voxel[c] + span.row * grid.voxelsPerRow[c] + column * grid.voxelsPerColumn[c];
            }
            Index3 nearest{};
            if (findVoxel(voxel, nearest)) add(rowOf(nearest[1], nearest[2])[nearest[0]]);
        }
    }

    std::vector<double> values;

private:
    /// Finds the nearest voxel, a half upwards; false outside of the volume. The tolerance keeps rounding from deciding
    /// about points half way between voxels.
    bool findVoxel(const Vector3& voxel, Index3& nearest) const {
        constexpr double kTolerance = 1e-9;
        for (std::size_t c = 0; c < 3; ++c) {
            if (!(voxel[c] >= -0.5 - kTolerance && voxel[c] <= size_[c] - 0.5 + kTolerance)) return false;
            nearest[c] = std::clamp(static_cast<int>(std::floor(voxel[c] + 0.5 + kTolerance)), 0, size_[c] - 1);
        }
        return true;
    }

    const T* rowOf(int j, int k) {
        if (!checked_[static_cast<std::size_t>(k)]) check(k);
        return reinterpret_cast<const T*>(volume_.slice(k).data()) +
               static_cast<std::size_t>(j) * static_cast<std::size_t>(size_[0]);
    }

    void check(int k) {
        if (!volume_.isReady(k)) throw Error("render.slice_not_loaded");
        if (volume_.isDamaged(k)) throw Error("roi.damaged_slice", {}, {std::to_string(k)});
        checked_[static_cast<std::size_t>(k)] = true;
    }

    void add(T value) {
        const auto stored = static_cast<double>(value);
        if (std::isnan(stored)) return;
        if (volume_.padding && stored >= volume_.padding->first && stored <= volume_.padding->second) return;
        values.push_back(stored * volume_.rescale().slope + volume_.rescale().intercept);
    }

    const Volume& volume_;
    Index3 size_;
    std::vector<bool> checked_;
};

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return *std::max_element(values.begin(), middle) / 2.0 + *middle / 2.0;
}

}  // namespace

std::vector<double> valuesOf(const Volume& volume, const RoiGrid& grid, const std::vector<PixelSpan>& pixels) {
    return withScalarType(volume.type(), [&](auto zero) {
        Reader<decltype(zero)> reader(volume);
        std::size_t count = 0;
        for (const PixelSpan& span : pixels)
            count += static_cast<std::size_t>(span.last - span.first + 1);
        reader.values.reserve(count);
        for (const PixelSpan& span : pixels)
            grid.slice ? reader.readSlice(grid, span) : reader.readPlane(grid, span);
        return std::move(reader.values);
    });
}

std::optional<RoiStatistics> statisticsOf(std::vector<double>& values) {
    if (values.empty()) return {};
    RoiStatistics statistics;
    const auto count = static_cast<long double>(values.size());
    Sum sum, squares;
    for (const double value : values)
        sum.add(value);
    const long double mean = sum.total() / count;
    for (const double value : values)
        squares.add((value - mean) * (value - mean));
    const auto [min, max] = std::ranges::minmax_element(values);
    statistics.count = static_cast<std::int64_t>(values.size());
    statistics.min = *min;
    statistics.max = *max;
    statistics.sum = static_cast<double>(sum.total());
    statistics.mean = static_cast<double>(mean);
    if (values.size() > 1) statistics.sd = static_cast<double>(std::sqrt(squares.total() / (count - 1)));
    statistics.median = medianOf(values);
    return statistics;
}

}  // namespace fleming::viewer
