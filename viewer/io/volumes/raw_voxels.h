#pragma once

#include "viewer/data/series.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace fleming::viewer {

/// The types that voxels have in files. Those that ScalarType lacks are widened: to the nearest that holds them.
enum class VoxelType { boolean, uint8, int8, uint16, int16, uint32, int32, uint64, int64, float16, float32, float64 };
std::size_t bytesOf(VoxelType type);
/// boolean -> uint8 (0 or 1); float16 -> float32; uint64, int64 -> float64 (exact up to 2^53).
ScalarType scalarTypeOf(VoxelType type);

/// `count` values, taken every `stride` values from the first at `from` on, brought to scalarTypeOf(type) and this
/// machine's byte order. `swapped`: the file's byte order is the other one.
void convertVoxels(const std::byte* from, std::size_t stride, std::size_t count, VoxelType type, bool swapped,
                   std::byte* to);

/// IEEE 754 half precision to single, exact.
float halfToFloat(std::uint16_t half);

/// Where the voxels of a volume lie in a file: one after the other (component fastest, then i, j, k), plain or
/// deflated.
struct RawLayout {
    std::filesystem::path file;
    std::uint64_t offset = 0;  ///< bytes of the file before the data
    bool compressed = false;   ///< the data are a gzip or zlib stream
    std::uint64_t skip = 0;    ///< bytes of the (inflated) data before the volume's first voxel
    VoxelType type = VoxelType::uint8;
    bool swapped = false;         ///< byte order is not this machine's
    int fileComponents = 1;       ///< values a voxel has in the file
    int firstComponent = 0;       ///< the first that is wanted; as many as the series has components
    bool slicesReversed = false;  ///< the file's last slice is the volume's first
};

/// Bytes of a volume of this layout in the file (inflated). Throws Error, naming the file, where that overflows.
std::uint64_t layoutBytes(const RawLayout& layout, const Index3& size);

/// Throws Error where the file (or, where compressed, anything it could inflate to) is too short for the volume.
/// Nothing is allocated before this was asked.
void checkLength(const RawLayout& layout, const Index3& size);

/// For a file that is one gzip stream of `total` bytes: throws Error where it is cut short. The stream's own last word
/// on its length (RFC 1952, ISIZE) is asked first; only where that says otherwise is the file inflated to see.
void checkGzipEnd(const std::filesystem::path& file, std::uint64_t total);

/// A source that streams such voxels into the volume slice by slice, with nothing but a slice's buffer beside it.
/// Plain files start with the wanted slice; compressed ones go in the file's order.
std::shared_ptr<const PixelSource> rawVoxelSource(RawLayout layout);

}  // namespace fleming::viewer
