#include "viewer/render/resliced_plane.h"

#include "base/target_clones.h"
#include "base/thread_pool.h"
#include "viewer/render/line_samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace fleming::viewer {

namespace {

// A tile of the image is sampled through the whole slab before the next one, so that its voxels stay in the cache.
constexpr int kTileWidth = LineSampler::kMost, kTileHeight = 32;

constexpr double kRounding = 1e-9;  // of a voxel

/// Removes rounding, so that a pixel at the centre of a voxel has exactly its value.
Vector3 snapped(Vector3 voxel, double rounding) {
    for (double& x : voxel) {
        const double whole = std::round(x);
        if (std::abs(x - whole) < rounding) x = whole;
    }
    return voxel;
}

/// Pixels of a row, from `first` to before `end`.
struct Pixels {
    int first, end;
};

/// Returns those of `pixels` that lie in the volume.
Pixels inside(const Index3& size, const Vector3& start, const Vector3& step, Pixels pixels) {
    double first = pixels.first, last = pixels.end - 1;
    for (std::size_t a = 0; a < 3; ++a) {
        const double low = -0.5 - kRounding - start[a], high = size[a] - 0.5 + kRounding - start[a];
        if (step[a] == 0.0) {
            if (low > 0.0 || high < 0.0) return {0, 0};
            continue;
        }
        const double one = low / step[a], other = high / step[a];
        first = std::max(first, std::min(one, other));
        last = std::min(last, std::max(one, other));
    }
    if (!(first <= last)) return {0, 0};
    return {static_cast<int>(std::ceil(first)), static_cast<int>(std::floor(last)) + 1};
}

/// The samples of a slab, combined for each pixel of a row of a tile.
struct SlabRow {
    alignas(64) std::array<float, kTileWidth> values, counts;
};

void begin(SlabMode mode, SlabRow& row) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    row.values.fill(mode == SlabMode::maximum ? -kInfinity : mode == SlabMode::minimum ? kInfinity : 0.0F);
    row.counts.fill(0.0F);
}

/// Adds samples to the pixels from `first` on. NaN is left out.
FLEMING_TARGET_CLONES
void add(SlabMode mode, const float* samples, int count, float* values, float* counts) {
    if (mode == SlabMode::maximum) {
        for (int n = 0; n < count; ++n)
            values[n] = samples[n] > values[n] ? samples[n] : values[n];
    } else if (mode == SlabMode::minimum) {
        for (int n = 0; n < count; ++n)
            values[n] = samples[n] < values[n] ? samples[n] : values[n];
    } else {
        for (int n = 0; n < count; ++n)
            values[n] += samples[n] == samples[n] ? samples[n] : 0.0F;
    }
    for (int n = 0; n < count; ++n)
        counts[n] += samples[n] == samples[n] ? 1.0F : 0.0F;
}

float combined(SlabMode mode, float value, float count) {
    if (count == 0.0F) return std::numeric_limits<float>::quiet_NaN();
    return mode == SlabMode::mean ? value / count : value;
}

/// Samples a plane tile by tile.
class PlaneSampler {
public:
    PlaneSampler(const Volume& volume, const SlicePlane& plane, const std::array<IndexRange, 3>& box,
                 Interpolation interpolation)
        : lines_(volume, box, interpolation),
          size_(volume.geometry().size),
          components_(volume.components()),
          width_(plane.width),
          height_(plane.height),
          mode_(plane.slab ? plane.slab->mode : SlabMode::mean) {
        const Geometry& geometry = volume.geometry();
        const auto voxels = [&](const Vector3& direction, double mm) {
            return snapped(plus({}, voxelsPerMm(geometry, direction), mm), 1e-12);
        };
        right_ = voxels(plane.right, plane.pixelWidth);
        down_ = voxels(plane.down, plane.pixelHeight);
        const Vector3 origin = geometry.patientToVoxel(plane.origin), normal = voxelsPerMm(geometry, plane.normal());
        for (const double offset : slabOffsets(geometry, plane))
            origins_.push_back(snapped(plus(origin, normal, offset), kRounding));
    }

    int tiles() const { return columnsOfTiles() * ((height_ + kTileHeight - 1) / kTileHeight); }

    /// Writes the values of one tile into the whole image `out`.
    void sampleTile(int tile, std::vector<float>& out) const {
        const int left = tile % columnsOfTiles() * kTileWidth, top = tile / columnsOfTiles() * kTileHeight;
        const Pixels columns{left, std::min(left + kTileWidth, width_)};
        for (int row = top; row < std::min(top + kTileHeight, height_); ++row) {
            for (int component = 0; component < components_; ++component) {
                SlabRow slab;
                sampleRow(row, columns, component, slab);
                for (int column = columns.first; column < columns.end; ++column) {
                    const auto n = static_cast<std::size_t>(column - columns.first);
                    const std::ptrdiff_t pixel = std::ptrdiff_t{row} * width_ + column;
                    out[static_cast<std::size_t>(pixel * components_ + component)] =
                        combined(mode_, slab.values[n], slab.counts[n]);
                }
            }
        }
    }

private:
    int columnsOfTiles() const { return (width_ + kTileWidth - 1) / kTileWidth; }

    void sampleRow(int row, Pixels columns, int component, SlabRow& slab) const {
        begin(mode_, slab);
        alignas(64) std::array<float, kTileWidth> samples;
        for (const Vector3& origin : origins_) {
            const Vector3 start = plus(origin, down_, row);
            const Pixels pixels = inside(size_, start, right_, columns);
            const int count = pixels.end - pixels.first;
            if (count <= 0) continue;
            lines_.sample(start, right_, pixels.first, count, component, samples.data());
            const auto n = static_cast<std::size_t>(pixels.first - columns.first);
            add(mode_, samples.data(), count, &slab.values[n], &slab.counts[n]);
        }
    }

    LineSampler lines_;
    Index3 size_;
    int components_, width_, height_;
    SlabMode mode_;
    Vector3 right_, down_;          ///< voxels from pixel to pixel
    std::vector<Vector3> origins_;  ///< the voxel coordinates of the first pixel, at each offset of the slab
};

}  // namespace

std::vector<float> reslicedValues(const Volume& volume, const SlicePlane& plane, Interpolation interpolation) {
    const auto count = static_cast<std::size_t>(plane.width) * static_cast<std::size_t>(plane.height) *
                       static_cast<std::size_t>(volume.components());
    std::vector<float> values(count, std::numeric_limits<float>::quiet_NaN());
    const std::array<IndexRange, 3> box = voxelBox(volume.geometry(), plane);
    if (box[2].last < 0) return values;
    const PlaneSampler sampler(volume, plane, box, interpolation);
    parallelFor(static_cast<std::size_t>(sampler.tiles()), {},
                [&](std::size_t tile) { sampler.sampleTile(static_cast<int>(tile), values); });
    return values;
}

}  // namespace fleming::viewer
