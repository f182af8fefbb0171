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
std::size_t bytesOf(ScalarType type);
const char* toString(ScalarType type);

/// stored value * slope + intercept = the value with its meaning (HU in CT).
struct Rescale {
    double slope = 1.0;
    double intercept = 0.0;
    friend bool operator==(const Rescale&, const Rescale&) = default;
};

/// 3-D scalars with geometry, in their stored type; one rescale for the whole volume.
/// Layout: k slowest, then j, then i, then component. Components: 1 (scalars) or 3 (RGB, uint8).
/// Slices arrive one by one, from one or several threads; a slice is never written again once it is marked ready.
class Volume {
public:
    /// Allocates size[0] * size[1] * size[2] * components values, zeroed by the system. Throws Error, saying the size,
    /// where that overflows or is more than the machine's memory allows.
    Volume(const Geometry& geometry, ScalarType type, int components, Rescale rescale);
    ~Volume();
    Volume(const Volume&) = delete;
    Volume& operator=(const Volume&) = delete;

    const Geometry& geometry() const { return geometry_; }
    ScalarType type() const { return type_; }
    int components() const { return components_; }
    const Rescale& rescale() const { return rescale_; }
    std::size_t sliceBytes() const;

    std::span<const std::byte> data() const;
    std::span<const std::byte> slice(int k) const;
    /// For the one loader of slice k, before markReady(k).
    std::span<std::byte> writableSlice(int k);

    void markReady(int k);
    /// Instead of markReady(k), where the slice's pixels could not be read: it holds filler, to be seen but not used.
    void markDamaged(int k);
    bool isDamaged(int k) const;
    bool anyDamaged() const { return damagedCount_.load(std::memory_order_acquire) > 0; }
    bool isReady(int k) const;
    int readyCount() const { return readyCount_.load(std::memory_order_acquire); }
    bool complete() const { return readyCount() == geometry_.size[2]; }

    /// The rescaled value at a voxel inside the volume. Component 0 of RGB.
    double value(int i, int j, int k) const;

    /// Stored value that means "no data" (DICOM Pixel Padding Value), not shown and left out of ranges; lower and upper
    /// bound, both included.
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
