#pragma once

#include "viewer/data/geometry.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fleming::viewer {

enum class ScalarType { uint8, int8, uint16, int16, uint32, int32, float32, float64 };

/// Returns the size of a value in bytes.
std::size_t bytesOf(ScalarType type);

/// Returns "uint8", "int16", ...
const char* toString(ScalarType type);

/// value = stored value * slope + intercept, in the unit of the modality (HU for CT).
struct Rescale {
    double slope = 1.0;
    double intercept = 0.0;
    friend bool operator==(const Rescale&, const Rescale&) = default;
};

/// 3-D scalars with geometry, in their stored type, with one rescale for the whole volume.
/// Layout: k slowest, then j, then i, then component. 1 component (scalars) or 3 (RGB, uint8).
/// Slices become ready one by one, from one or several threads; a slice is never written again once it is ready.
class Volume {
public:
    /// Allocates size[0] * size[1] * size[2] * components values, which are zero. Throws Error with the size if it is
    /// empty, overflows, or exceeds the available memory.
    Volume(const Geometry& geometry, ScalarType type, int components, Rescale rescale);
    ~Volume();
    Volume(const Volume&) = delete;
    Volume& operator=(const Volume&) = delete;

    const Geometry& geometry() const { return geometry_; }
    ScalarType type() const { return type_; }
    int components() const { return components_; }
    const Rescale& rescale() const { return rescale_; }
    std::size_t sliceBytes() const;

    /// Returns the stored values of the volume, or of slice k. Slices that are not ready must not be read.
    std::span<const std::byte> data() const;
    std::span<const std::byte> slice(int k) const;

    /// Returns slice k for its only writer, before markReady(k).
    std::span<std::byte> writableSlice(int k);

    /// Makes slice k visible to readers.
    void markReady(int k);

    /// Makes slice k visible as damaged: its pixels could not be read, and it holds filler that is displayed but never
    /// used as evidence. Replaces markReady(k).
    void markDamaged(int k);

    bool isReady(int k) const;
    bool isDamaged(int k) const;
    bool anyDamaged() const { return damagedCount_.load(std::memory_order_acquire) > 0; }
    int readyCount() const { return readyCount_.load(std::memory_order_acquire); }
    bool complete() const { return readyCount() == geometry_.size[2]; }

    /// Returns the rescaled value of a voxel inside the volume; component 0 of RGB.
    double value(int i, int j, int k) const;

    /// Range of stored values that mean "no data" (DICOM Pixel Padding Value), both ends included. Such values are
    /// displayed black and ignored in ranges.
    std::optional<std::pair<double, double>> padding;

private:
    Geometry geometry_;
    ScalarType type_;
    int components_;
    Rescale rescale_;
    std::byte* data_ = nullptr;
    std::size_t bytes_ = 0;
    std::unique_ptr<std::atomic<bool>[]> ready_, damaged_;
    std::atomic<int> readyCount_{0}, damagedCount_{0};
};

}  // namespace fleming::viewer
