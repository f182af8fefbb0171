#include "viewer/render/straight_grid.h"

#include "base/error.h"
#include "base/target_clones.h"
#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>

namespace fleming::viewer {

namespace {

constexpr double kRounding = 1e-4;   // of a voxel: positions in files are not more accurate
constexpr double kMostVoxels = 1e6;  // along an axis; larger grids come from damaged positions

double snapped(double voxel) {
    const double whole = std::round(voxel);
    return std::abs(voxel - whole) < kRounding ? whole : voxel;
}

/// The voxels of a row of the grid while they are made.
struct Row {
    explicit Row(std::size_t width) : sums(width), weights(width), valid(width) {}
    std::vector<double> sums, weights;
    std::vector<char> valid;  ///< the nearest pixel has a value
};

/// The stored values that are padding: none if lowest > highest.
struct Padding {
    double lowest = 1.0, highest = 0.0;  ///< both ends included
};

/// Adds pixels to as many voxels. The first call for a row has the nearest pixels.
template <typename T>
FLEMING_TARGET_CLONES void add(const T* pixels, int step, int count, double weight, const Padding& padding,
                               bool isNearest, double* sums, double* weights, char* valid) {
    for (int n = 0; n < count; ++n) {
        const auto value = static_cast<double>(pixels[static_cast<std::ptrdiff_t>(n) * step]);
        // Both comparisons are false for NaN.
        const bool counts = value < padding.lowest || value > padding.highest || padding.lowest > padding.highest;
        const bool isValue = counts && value == value;
        sums[n] += isValue ? weight * value : 0.0;
        weights[n] += isValue ? weight : 0.0;
        if (isNearest) valid[n] = static_cast<char>(isValue);
    }
}

}  // namespace

StraightGrid::StraightGrid(const Geometry& stored, const std::vector<Vector3>& positions) : geometry_(stored) {
    Vector3 low{}, high{};
    for (const Vector3& position : positions) {
        const Vector3 voxel = stored.patientToVoxel(position);
        places_.push_back({snapped(voxel[0]), snapped(voxel[1]), snapped(voxel[2])});
        for (std::size_t a = 0; a < 3; ++a) {
            low[a] = std::min(low[a], std::floor(snapped(voxel[a])));
            high[a] = std::max(high[a], std::ceil(snapped(voxel[a])));
        }
    }
    const Vector3 size{high[0] - low[0] + stored.size[0], high[1] - low[1] + stored.size[1],
                       std::floor(places_.back().k + 0.5) + 1};
    if (!(std::max({size[0], size[1], size[2]}) < kMostVoxels)) {
        const auto text = [](double value) { return std::to_string(std::llround(std::min(value, 1e15))); };
        throw Error("volume.too_large", {}, {text(size[0]) + " x " + text(size[1]) + " x " + text(size[2])});
    }
    firstColumn_ = static_cast<int>(low[0]);
    firstRow_ = static_cast<int>(low[1]);
    geometry_.origin = stored.voxelToPatient({low[0], low[1], 0});
    for (std::size_t a = 0; a < 3; ++a)
        geometry_.size[a] = static_cast<int>(size[a]);
}

/// Returns the share that the slice above `lower` has in slice k of the grid.
double StraightGrid::shareOfUpper(int lower, int k) const {
    const auto slice = static_cast<std::size_t>(lower);
    if (slice + 1 == places_.size()) return 0.0;
    const double gap = places_[slice + 1].k - places_[slice].k;
    return gap > 0.0 ? std::clamp((k - places_[slice].k) / gap, 0.0, 1.0) : 0.0;
}

IndexRange StraightGrid::slicesFor(int k) const {
    const auto above = std::ranges::upper_bound(places_, static_cast<double>(k), {}, &Place::k);
    const int lower = std::max(0, static_cast<int>(above - places_.begin()) - 1);
    return {lower, shareOfUpper(lower, k) > 0.0 ? lower + 1 : lower};
}

void StraightGrid::addCorners(int slice, double weight, std::vector<Corner>& corners) const {
    const Place& place = places_[static_cast<std::size_t>(slice)];
    const double left = firstColumn_ - place.i, top = firstRow_ - place.j;
    const double column = std::floor(left), row = std::floor(top);
    for (const int down : {0, 1}) {
        for (const int right : {0, 1}) {
            const double x = right == 1 ? left - column : 1.0 - (left - column);
            const double y = down == 1 ? top - row : 1.0 - (top - row);
            if (x * y == 0.0) continue;
            corners.push_back({slice, static_cast<int>(column) + right, static_cast<int>(row) + down, weight * x * y});
        }
    }
}

/// Returns the pixels for a slice of the grid, the nearest first.
std::vector<StraightGrid::Corner> StraightGrid::cornersFor(int k) const {
    const IndexRange slices = slicesFor(k);
    const double upper = shareOfUpper(slices.first, k);
    std::vector<Corner> corners;
    addCorners(slices.first, 1.0 - upper, corners);
    if (slices.last > slices.first) addCorners(slices.last, upper, corners);
    // The weights are products, so the nearest along each axis has the largest.
    std::ranges::stable_sort(corners, std::greater{}, &Corner::weight);
    return corners;
}

template <typename T>
void StraightGrid::resampleRow(const Volume& stored, const std::vector<Corner>& corners, int k, int row,
                               Volume& into) const {
    const int columns = stored.geometry().size[0], rows = stored.geometry().size[1], width = geometry_.size[0];
    const int components = stored.components();
    Padding padding;
    if (stored.padding) padding = {stored.padding->first, stored.padding->second};
    const Rescale rescale = stored.rescale();
    std::byte* const out = into.writableSlice(k).data();
    const auto rowStart = static_cast<std::size_t>(row) * static_cast<std::size_t>(width * components);
    for (int component = 0; component < components; ++component) {
        Row made(static_cast<std::size_t>(width));
        for (std::size_t n = 0; n < corners.size(); ++n) {
            const Corner& corner = corners[n];
            const int from = std::max(0, -corner.column), end = std::min(width, columns - corner.column);
            if (row + corner.row < 0 || row + corner.row >= rows || from >= end) continue;
            const auto* pixels = reinterpret_cast<const T*>(stored.slice(corner.slice).data());
            const std::ptrdiff_t first = std::ptrdiff_t{row + corner.row} * columns + from + corner.column;
            const auto at = static_cast<std::size_t>(from);
            add(pixels + first * components + component, components, end - from, corner.weight, padding, n == 0,
                &made.sums[at], &made.weights[at], &made.valid[at]);
        }
        for (std::size_t i = 0; i < made.sums.size(); ++i) {
            const double value =
                made.valid[i] != 0 ? made.sums[i] / made.weights[i] : std::numeric_limits<double>::quiet_NaN();
            const std::size_t place =
                rowStart + i * static_cast<std::size_t>(components) + static_cast<std::size_t>(component);
            if (components == 1) {
                reinterpret_cast<float*>(out)[place] = static_cast<float>(value * rescale.slope + rescale.intercept);
            } else {
                out[place] = static_cast<std::byte>(made.valid[i] != 0 ? std::lround(value) : 0);
            }
        }
    }
}

void StraightGrid::resample(const Volume& stored, int k, Volume& into) const {
    const std::vector<Corner> corners = cornersFor(k);
    withScalarType(stored.type(), [&](auto zero) {
        for (int row = 0; row < geometry_.size[1]; ++row)
            resampleRow<decltype(zero)>(stored, corners, k, row, into);
    });
}

}  // namespace fleming::viewer
