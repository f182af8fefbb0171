#include "viewer/data/volume.h"

#include "base/error.h"
#include "base/memory.h"

#include <cstring>
#include <limits>
#include <new>
#include <string>
#include <sys/mman.h>
#include <vector>

namespace fleming::viewer {

namespace {

/// Returns the memory that the process can still have, in bytes: what is available, and free swap. The largest number
/// if the system does not tell.
std::size_t memoryLeft() {
    const std::int64_t available = availableMemory(), most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::size_t>(available == most ? most : available + freeSwap());
}

/// Returns the extents of an array: "512 x 512 x 40", or "512 x 512 x 40 x 3" for three components.
std::string sizeText(const Geometry& geometry, int components) {
    return std::to_string(geometry.size[0]) + " x " + std::to_string(geometry.size[1]) + " x " +
           std::to_string(geometry.size[2]) + (components > 1 ? " x " + std::to_string(components) : "");
}

std::size_t checkedBytes(const Geometry& geometry, ScalarType type, int components) {
    std::size_t bytes = bytesOf(type);
    for (const int factor : {geometry.size[0], geometry.size[1], geometry.size[2], components}) {
        if (factor <= 0) throw Error("volume.empty", {}, {sizeText(geometry, components)});
        if (__builtin_mul_overflow(bytes, static_cast<std::size_t>(factor), &bytes)) {
            throw Error("volume.too_large", {}, {sizeText(geometry, components)});
        }
    }
    const std::size_t left = memoryLeft();
    if (bytes > left) {
        throw Error("volume.needs_memory", {},
                    {sizeText(geometry, components), toString(type), std::to_string(bytes / 1'000'000),
                     std::to_string(left / 1'000'000)});
    }
    return bytes;
}

template <typename T>
double valueAt(const std::byte* data, std::size_t index) {
    T stored;
    std::memcpy(&stored, data + index * sizeof(T), sizeof(T));
    return static_cast<double>(stored);
}

}  // namespace

std::size_t bytesOf(ScalarType type) {
    switch (type) {
        case ScalarType::uint8:
        case ScalarType::int8:
            return 1;
        case ScalarType::uint16:
        case ScalarType::int16:
            return 2;
        case ScalarType::uint32:
        case ScalarType::int32:
        case ScalarType::float32:
            return 4;
        case ScalarType::float64:
            return 8;
    }
    throw Error("volume.unknown_type", {}, {std::to_string(static_cast<int>(type))});
}

const char* toString(ScalarType type) {
    switch (type) {
        case ScalarType::uint8:
            return "uint8";
        case ScalarType::int8:
            return "int8";
        case ScalarType::uint16:
            return "uint16";
        case ScalarType::int16:
            return "int16";
        case ScalarType::uint32:
            return "uint32";
        case ScalarType::int32:
            return "int32";
        case ScalarType::float32:
            return "float32";
        case ScalarType::float64:
            return "float64";
    }
    return "unknown";
}

Volume::Volume(const Geometry& geometry, ScalarType type, int components, Rescale rescale)
    : geometry_(geometry),
      type_(type),
      components_(components),
      rescale_(rescale),
      bytes_(checkedBytes(geometry, type, components)),
      ready_(std::make_unique<std::atomic<bool>[]>(static_cast<std::size_t>(geometry.size[2]))),
      damaged_(std::make_unique<std::atomic<bool>[]>(static_cast<std::size_t>(geometry.size[2]))) {
    void* pages = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) {
        throw Error("volume.out_of_memory", {}, {sizeText(geometry, components), toString(type)});
    }
    // With huge pages, the first write to a volume takes a tenth of the time.
    ::madvise(pages, bytes_, MADV_HUGEPAGE);
    data_ = static_cast<std::byte*>(pages);
}

Volume::~Volume() {
    if (data_ != nullptr) ::munmap(data_, bytes_);
}

std::size_t Volume::sliceBytes() const {
    return bytes_ / static_cast<std::size_t>(geometry_.size[2]);
}

std::span<const std::byte> Volume::data() const {
    return {data_, bytes_};
}

std::span<const std::byte> Volume::slice(int k) const {
    return {data_ + static_cast<std::size_t>(k) * sliceBytes(), sliceBytes()};
}

std::span<std::byte> Volume::writableSlice(int k) {
    return {data_ + static_cast<std::size_t>(k) * sliceBytes(), sliceBytes()};
}

void Volume::markReady(int k) {
    if (!ready_[static_cast<std::size_t>(k)].exchange(true, std::memory_order_acq_rel)) {
        readyCount_.fetch_add(1, std::memory_order_acq_rel);
    }
}

void Volume::markDamaged(int k) {
    if (!damaged_[static_cast<std::size_t>(k)].exchange(true, std::memory_order_acq_rel)) {
        damagedCount_.fetch_add(1, std::memory_order_acq_rel);
    }
    markReady(k);
}

bool Volume::isDamaged(int k) const {
    return damaged_[static_cast<std::size_t>(k)].load(std::memory_order_acquire);
}

bool Volume::isReady(int k) const {
    return ready_[static_cast<std::size_t>(k)].load(std::memory_order_acquire);
}

double Volume::value(int i, int j, int k) const {
    const auto width = static_cast<std::size_t>(geometry_.size[0]);
    const auto height = static_cast<std::size_t>(geometry_.size[1]);
    const std::size_t voxel =
        (static_cast<std::size_t>(k) * height + static_cast<std::size_t>(j)) * width + static_cast<std::size_t>(i);
    const std::size_t index = voxel * static_cast<std::size_t>(components_);
    double stored = 0.0;
    switch (type_) {
        case ScalarType::uint8:
            stored = valueAt<std::uint8_t>(data_, index);
            break;
        case ScalarType::int8:
            stored = valueAt<std::int8_t>(data_, index);
            break;
        case ScalarType::uint16:
            stored = valueAt<std::uint16_t>(data_, index);
            break;
        case ScalarType::int16:
            stored = valueAt<std::int16_t>(data_, index);
            break;
        case ScalarType::uint32:
            stored = valueAt<std::uint32_t>(data_, index);
            break;
        case ScalarType::int32:
            stored = valueAt<std::int32_t>(data_, index);
            break;
        case ScalarType::float32:
            stored = valueAt<float>(data_, index);
            break;
        case ScalarType::float64:
            stored = valueAt<double>(data_, index);
            break;
    }
    return stored * rescale_.slope + rescale_.intercept;
}

}  // namespace fleming::viewer
