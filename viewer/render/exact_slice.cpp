#include "viewer/render/exact_slice.h"

#include "viewer/data/with_scalar_type.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace fleming::viewer {

namespace {

std::size_t at(int axis) {
    return static_cast<std::size_t>(axis);
}

/// The source of a pixel along one voxel axis: between voxels `low` and `high`, `weight` of the way.
struct Tap {
    int low, high;
    double weight;
};

/// One of the two axes of an image: its voxel axis, and how that is sampled.
struct SampledAxis {
    int voxels;      ///< along the voxel axis
    double spacing;  ///< mm from voxel to voxel
    double pixelMm;  ///< mm from pixel to pixel; the spacing if the axis is not resampled
    int pixels;
    bool flipped;
    Interpolation interpolation;

    bool resampled() const { return pixelMm != spacing; }

    std::vector<Tap> taps() const {
        std::vector<Tap> all(at(pixels));
        for (int p = 0; p < pixels; ++p) {
            const double x = resampled() ? std::clamp((p + 0.5) * pixelMm / spacing - 0.5, 0.0, voxels - 1.0) : p;
            const int low = static_cast<int>(x);
            const double weight = x - low;
            if (interpolation == Interpolation::nearest) {
                const int nearer = weight <= 0.5 ? low : low + 1;
                all[at(p)] = {nearer, nearer, 0.0};
            } else {
                all[at(p)] = {low, weight > 0 ? low + 1 : low, weight};
            }
        }
        if (flipped) std::reverse(all.begin(), all.end());
        return all;
    }
};

/// How a slice is cut out of the voxel array.
struct SliceGrid {
    SliceGrid(const Geometry& geometry, const SlicePlane& plane, const SliceNumber& slice, Interpolation interpolation)
        : axes(planeAxes(geometry, slice.plane)),
          columns{geometry.size[at(axes.columnAxis)],
                  geometry.spacing[at(axes.columnAxis)],
                  plane.pixelWidth,
                  plane.width,
                  axes.flipColumns,
                  interpolation},
          rows{geometry.size[at(axes.rowAxis)],
               geometry.spacing[at(axes.rowAxis)],
               plane.pixelHeight,
               plane.height,
               axes.flipRows,
               interpolation} {}

    bool resampled() const { return columns.resampled() || rows.resampled(); }

    PlaneAxes axes;
    SampledAxis columns, rows;
};

/// The voxels of one slice, by row and column of the image.
template <typename T>
class SliceVoxels {
public:
    SliceVoxels(const Volume& volume, const PlaneAxes& axes, int index) {
        const Index3& size = volume.geometry().size;
        const std::array<std::ptrdiff_t, 3> strides{1, size[0], std::ptrdiff_t{size[0]} * size[1]};
        columnStride_ = strides[at(axes.columnAxis)];
        rowStride_ = strides[at(axes.rowAxis)];
        first_ = reinterpret_cast<const T*>(volume.data().data()) + index * strides[at(axes.sliceAxis)];
    }

    T operator()(int column, int row) const { return first_[column * columnStride_ + row * rowStride_]; }

private:
    const T* first_;
    std::ptrdiff_t columnStride_, rowStride_;
};

/// Returns the voxels of the slice in the order of the pixels, one for one.
template <typename T>
std::vector<T> gather(const SliceVoxels<T>& voxels, const SliceGrid& grid) {
    std::vector<T> values(at(grid.columns.pixels) * at(grid.rows.pixels));
    T* out = values.data();
    const int first = grid.columns.flipped ? grid.columns.voxels - 1 : 0, step = grid.columns.flipped ? -1 : 1;
    for (int y = 0; y < grid.rows.pixels; ++y) {
        const int row = grid.rows.flipped ? grid.rows.voxels - 1 - y : y;
        for (int x = 0; x < grid.columns.pixels; ++x)
            *out++ = voxels(first + step * x, row);
    }
    return values;
}

/// Interpolates between two values; NaN is padding.
double interpolate(double low, double high, double weight) {
    if (weight == 0.0) return low;
    const double nearer = weight <= 0.5 ? low : high, other = weight <= 0.5 ? high : low;
    if (std::isnan(nearer) || std::isnan(other)) return nearer;
    return low * (1.0 - weight) + high * weight;
}

/// Calls put(low voxel, high voxel, weight) for each pixel, row by row. One of the two axes is not resampled.
template <typename T, typename Put>
void forEachTap(const SliceVoxels<T>& voxels, const SliceGrid& grid, const Put& put) {
    const std::vector<Tap> columns = grid.columns.taps();
    for (const Tap& row : grid.rows.taps()) {
        for (const Tap& column : columns) {
            put(voxels(column.low, row.low), voxels(column.high, row.high), column.weight + row.weight);
        }
    }
}

}  // namespace

std::vector<GreyLevel> exactGreyLevels(const Volume& volume, const SlicePlane& plane, const SliceNumber& slice,
                                       const GreyRule& rule, Interpolation interpolation) {
    const SliceGrid grid(volume.geometry(), plane, slice, interpolation);
    std::vector<GreyLevel> levels(at(plane.width) * at(plane.height));
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        const SliceVoxels<T> voxels(volume, grid.axes, slice.index);
        if (!grid.resampled()) {
            const std::vector<T> stored = gather(voxels, grid);
            greyLevels(volume.type(), std::as_bytes(std::span(stored)), rule, levels);
            return;
        }
        const Rescaled<T> rescaled(rule);
        std::vector<double> values;
        values.reserve(levels.size());
        forEachTap(voxels, grid, [&](T low, T high, double weight) {
            values.push_back(interpolate(rescaled(low), rescaled(high), weight));
        });
        const GreyRule rescaledRule{{}, {}, rule.windowing, rule.lowestIsWhite};
        greyLevels(ScalarType::float64, std::as_bytes(std::span(values)), rescaledRule, levels);
    });
    return levels;
}

RgbImage exactColours(const Volume& volume, const SlicePlane& plane, const SliceNumber& slice,
                      Interpolation interpolation) {
    const SliceGrid grid(volume.geometry(), plane, slice, interpolation);
    RgbImage image{plane.width, plane.height, std::vector<std::uint8_t>(at(plane.width) * at(plane.height) * 3)};
    std::uint8_t* out = image.rgb.data();
    const auto between = [](std::uint8_t low, std::uint8_t high, double weight) {
        return static_cast<std::uint8_t>(interpolate(low, high, weight) + 0.5);
    };
    forEachTap(SliceVoxels<Rgb>(volume, grid.axes, slice.index), grid, [&](Rgb low, Rgb high, double weight) {
        *out++ = between(low.red, high.red, weight);
        *out++ = between(low.green, high.green, weight);
        *out++ = between(low.blue, high.blue, weight);
    });
    return image;
}

}  // namespace fleming::viewer
