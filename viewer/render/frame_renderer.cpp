#include "viewer/render/frame_renderer.h"

#include "base/error.h"
#include "base/sha256.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/window_presets.h"
#include "viewer/render/with_scalar_type.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr double kLargestResampledSide = 16384;

/// Where one pixel's value comes from along one voxel axis: between voxels `low` and `high`, `weight` of the way.
struct Tap {
    int low, high;
    double weight;
};

/// One of a picture's two axes: the voxel axis it runs along, and how it is sampled.
struct PictureAxis {
    int voxels;        ///< along the voxel axis
    double spacing;    ///< mm from voxel to voxel
    double pixelSize;  ///< mm from pixel to pixel; the spacing: one for one
    int pixels;
    bool flipped;

    bool resampled() const { return pixelSize != spacing; }

    std::vector<Tap> taps() const {
        std::vector<Tap> all(static_cast<std::size_t>(pixels));
        for (int p = 0; p < pixels; ++p) {
            const double x = resampled() ? std::clamp((p + 0.5) * pixelSize / spacing - 0.5, 0.0, voxels - 1.0) : p;
            const int low = static_cast<int>(x);
            const double weight = x - low;
            all[static_cast<std::size_t>(p)] = {low, weight > 0 ? low + 1 : low, weight};
        }
        if (flipped) std::reverse(all.begin(), all.end());
        return all;
    }
};

/// A plane's slices: how they are cut out of the voxel array. Volumes without orientation have only the stored plane.
struct SliceGrid {
    PlaneAxes axes;
    PictureAxis columns, rows;
    int slices;
    bool acquired;

    bool resampled() const { return columns.resampled() || rows.resampled(); }
};

std::size_t at(int axis) {
    return static_cast<std::size_t>(axis);
}

PictureAxis pictureAxis(const Geometry& geometry, int axis, bool flipped, double pixelSize) {
    const int voxels = geometry.size[at(axis)];
    const double spacing = geometry.spacing[at(axis)];
    if (pixelSize == spacing) return {voxels, spacing, pixelSize, voxels, flipped};
    const double pixels = std::max(1.0, std::floor(voxels * spacing / pixelSize + 0.5));
    if (!(pixels <= kLargestResampledSide)) {
        throw Error(
            "This plane cannot be shown: the voxel spacings differ so much that square pixels would give an "
            "image of more than " +
            std::to_string(static_cast<int>(kLargestResampledSide)) + " pixels per side. Choose the acquired plane.");
    }
    return {voxels, spacing, pixelSize, static_cast<int>(pixels), flipped};
}

SliceGrid sliceGrid(const Geometry& geometry, Plane plane) {
    const bool acquired = !geometry.oriented || plane == acquiredPlane(geometry);
    const PlaneAxes axes = geometry.oriented ? planeAxes(geometry, plane) : PlaneAxes{};
    const double column = geometry.spacing[at(axes.columnAxis)], row = geometry.spacing[at(axes.rowAxis)];
    const double smaller = std::min(column, row);
    return {axes, pictureAxis(geometry, axes.columnAxis, axes.flipColumns, acquired ? column : smaller),
            pictureAxis(geometry, axes.rowAxis, axes.flipRows, acquired ? row : smaller),
            geometry.size[at(axes.sliceAxis)], acquired};
}

struct Rgb {
    std::uint8_t r, g, b;
};

/// The voxels of one slice, by picture row and column.
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

/// The slice's voxels as the picture has them, one for one.
template <typename T>
std::vector<T> gather(const SliceVoxels<T>& voxels, const SliceGrid& grid) {
    std::vector<T> picture(at(grid.columns.pixels) * at(grid.rows.pixels));
    T* out = picture.data();
    const int first = grid.columns.flipped ? grid.columns.voxels - 1 : 0, step = grid.columns.flipped ? -1 : 1;
    for (int y = 0; y < grid.rows.pixels; ++y) {
        const int row = grid.rows.flipped ? grid.rows.voxels - 1 - y : y;
        for (int x = 0; x < grid.columns.pixels; ++x)
            *out++ = voxels(first + step * x, row);
    }
    return picture;
}

/// Between two values; NaN is padding.
double interpolate(double low, double high, double weight) {
    if (weight == 0.0) return low;
    const double nearer = weight <= 0.5 ? low : high, other = weight <= 0.5 ? high : low;
    if (std::isnan(nearer) || std::isnan(other)) return nearer;
    return low * (1.0 - weight) + high * weight;
}

/// Calls put(low voxel, high voxel, weight) for each pixel, row by row. One of the two axes is one for one.
template <typename T, typename Put>
void forEachTap(const SliceVoxels<T>& voxels, const SliceGrid& grid, const Put& put) {
    const std::vector<Tap> columns = grid.columns.taps();
    for (const Tap& row : grid.rows.taps()) {
        for (const Tap& column : columns) {
            put(voxels(column.low, row.low), voxels(column.high, row.high), column.weight + row.weight);
        }
    }
}

RgbImage blank(const SliceGrid& grid) {
    return {grid.columns.pixels, grid.rows.pixels,
            std::vector<std::uint8_t>(at(grid.columns.pixels) * at(grid.rows.pixels) * 3)};
}

RgbImage colourPixels(const Volume& volume, const SliceGrid& grid, int index) {
    RgbImage image = blank(grid);
    std::uint8_t* out = image.rgb.data();
    const auto between = [](std::uint8_t low, std::uint8_t high, double weight) {
        return static_cast<std::uint8_t>(interpolate(low, high, weight) + 0.5);
    };
    forEachTap(SliceVoxels<Rgb>(volume, grid.axes, index), grid, [&](Rgb low, Rgb high, double weight) {
        *out++ = between(low.r, high.r, weight);
        *out++ = between(low.g, high.g, weight);
        *out++ = between(low.b, high.b, weight);
    });
    return image;
}

RgbImage greyPixels(const Volume& volume, const SliceGrid& grid, int index, GreyRule rule) {
    std::vector<std::uint8_t> grey(at(grid.columns.pixels) * at(grid.rows.pixels));
    withScalarType(volume.type(), [&](auto number) {
        using T = decltype(number);
        const SliceVoxels<T> voxels(volume, grid.axes, index);
        if (!grid.resampled()) {
            const std::vector<T> stored = gather(voxels, grid);
            greyLevels(volume.type(), std::as_bytes(std::span(stored)), rule, grey);
            return;
        }
        const Rescaled<T> rescaled(rule);
        std::vector<double> values;
        values.reserve(grey.size());
        forEachTap(voxels, grid, [&](T low, T high, double weight) {
            values.push_back(interpolate(rescaled(low), rescaled(high), weight));
        });
        rule.rescale = {};
        rule.padding.reset();
        greyLevels(ScalarType::float64, std::as_bytes(std::span(values)), rule, grey);
    });
    RgbImage image = blank(grid);
    std::uint8_t* out = image.rgb.data();
    for (const std::uint8_t level : grey) {
        out[0] = out[1] = out[2] = level;
        out += 3;
    }
    return image;
}

GreyRule greyRule(const Series& series, const Volume& volume, const Windowing& windowing) {
    return {volume.rescale(), volume.padding, windowing, series.inverted};
}

void refuseMissing(const Volume& volume, const SliceGrid& grid, int index) {
    if (index < 0 || index >= grid.slices) {
        throw Error("There is no slice " + std::to_string(index) + ": the slices are numbered from 0 to " +
                    std::to_string(grid.slices - 1) + ".");
    }
    if (!(grid.axes.sliceAxis == 2 ? volume.isReady(index) : volume.complete())) {
        throw Error("Slice " + std::to_string(index) + " has not been loaded yet.");
    }
}

RgbImage pixels(const Series& series, const Volume& volume, const SliceGrid& grid, int index,
                const Windowing& windowing, bool inverted) {
    refuseMissing(volume, grid, index);
    RgbImage image = volume.components() == 3 ? colourPixels(volume, grid, index)
                                              : greyPixels(volume, grid, index, greyRule(series, volume, windowing));
    if (inverted) {
        for (std::uint8_t& level : image.rgb)
            level = static_cast<std::uint8_t>(255 - level);
    }
    return image;
}

std::string checksum(const RgbImage& image) {
    return sha256(std::as_bytes(std::span(image.rgb)));
}

/// What every frame of `series` has in common.
Provenance provenanceOf(const Series& series, const RgbImage& image) {
    Provenance provenance;
    provenance.kind = series.kind;
    if (!series.files.empty()) provenance.file = series.files.front().string();
    provenance.seriesUid = series.uid;
    provenance.seriesDescription = series.description;
    provenance.seriesNumber = series.number;
    provenance.studyUid = series.studyUid;
    provenance.studyDate = series.studyDate;
    provenance.modality = series.modality;
    provenance.width = image.width;
    provenance.height = image.height;
    provenance.pixelsSha256 = checksum(image);
    return provenance;
}

Vector3 sliceCentre(const Geometry& geometry, const SliceGrid& grid, int index) {
    Vector3 voxel;
    for (std::size_t axis = 0; axis < 3; ++axis)
        voxel[axis] = (geometry.size[axis] - 1) / 2.0;
    voxel[at(grid.axes.sliceAxis)] = index;
    return geometry.voxelToPatient(voxel);
}

/// A frame is evidence: it must not show filler in the place of pixels that could not be read.
void refuseDamaged(const Series& series, const Volume& volume, const SliceGrid& grid, int index) {
    if (grid.axes.sliceAxis != 2) {
        if (!volume.anyDamaged()) return;
        throw Error(
            "Some slices of this series could not be read, so a plane across them has gaps. Use the acquired "
            "plane, without those slices.");
    }
    if (!volume.isDamaged(index)) return;
    const std::filesystem::path* file = series.fileOfSlice(index);
    throw Error((file != nullptr ? file->string() + ": " : std::string()) + "The pixels of slice " +
                std::to_string(index) + " could not be read. Choose other slices.");
}

}  // namespace

int sliceCount(const Geometry& geometry, Plane plane) {
    return geometry.oriented ? geometry.size[at(planeAxes(geometry, plane).sliceAxis)] : geometry.size[2];
}

std::pair<int, int> frameSize(const Geometry& geometry, Plane plane) {
    const SliceGrid grid = sliceGrid(geometry, plane);
    return {grid.columns.pixels, grid.rows.pixels};
}

std::pair<double, double> framePixelSize(const Geometry& geometry, Plane plane) {
    const SliceGrid grid = sliceGrid(geometry, plane);
    return {grid.columns.pixelSize, grid.rows.pixelSize};
}

bool isSliceReady(const Volume& volume, Plane plane, int index) {
    const Geometry& geometry = volume.geometry();
    if (index < 0 || index >= sliceCount(geometry, plane)) return false;
    const bool stored = !geometry.oriented || planeAxes(geometry, plane).sliceAxis == 2;
    return stored ? volume.isReady(index) : volume.complete();
}

RgbImage slicePixels(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing,
                     bool inverted) {
    return pixels(series, volume, sliceGrid(volume.geometry(), plane), index, windowing, inverted);
}

Frame renderSlice(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing,
                  bool inverted) {
    const Geometry& geometry = volume.geometry();
    const SliceGrid grid = sliceGrid(geometry, plane);
    Frame frame;
    refuseMissing(volume, grid, index);
    refuseDamaged(series, volume, grid, index);
    frame.image = pixels(series, volume, grid, index, windowing, inverted);
    Provenance& provenance = frame.provenance = provenanceOf(series, frame.image);
    provenance.index = index;
    provenance.count = grid.slices;
    provenance.inverted = inverted;
    if (const auto* file = grid.axes.sliceAxis == 2 ? series.fileOfSlice(index) : nullptr)
        provenance.file = file->string();
    if (geometry.oriented) {
        provenance.plane = plane;
        provenance.positionMm = sliceCentre(geometry, grid, index);
    }
    if (volume.components() == 1) {
        if (const auto* window = std::get_if<Window>(&windowing)) provenance.window = *window;
        provenance.minMax = std::holds_alternative<MinMax>(windowing);
        provenance.cover = provenance.minMax && series.flemingVolume;
    }
    return frame;
}

Frame renderPicture(const Series& series, const Volume& volume, const std::optional<Window>& window) {
    return renderSlice(series, volume, acquiredPlane(volume.geometry()), 0,
                       window ? *window : defaultWindow(series, volume));
}

Frame renderClipFrame(const Series& series, const Clip& clip, int index) {
    Frame frame;
    frame.image = clip.frame(index);
    frame.provenance = provenanceOf(series, frame.image);
    frame.provenance.index = index;
    frame.provenance.count = clip.frameCount();
    frame.provenance.timeSeconds = clip.timeOf(index);
    frame.provenance.window = clip.window();
    return frame;
}

}  // namespace fleming::viewer
