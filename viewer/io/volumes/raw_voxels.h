#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_source.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace fleming::viewer {

/// The types of voxels in files.
enum class VoxelType { boolean, uint8, int8, uint16, int16, uint32, int32, uint64, int64, float16, float32, float64 };

/// Returns the size of a value in bytes.
std::size_t bytesOf(VoxelType type);

/// Returns the type that a volume stores such values in: the same type, or for boolean uint8 (0 or 1), for float16
/// float32, for uint64 and int64 float64 (exact up to 2^53).
ScalarType scalarTypeOf(VoxelType type);

/// Converts `count` values to scalarTypeOf(type) in the byte order of this machine. Value n is read at `from` + n *
/// `stride` values and written at `to` + n values. `swapped`: the source has the opposite byte order.
void convertVoxels(const std::byte* from, std::size_t stride, std::size_t count, VoxelType type, bool swapped,
                   std::byte* to);

/// Converts an IEEE 754 half-precision number to single precision, exactly.
float halfToFloat(std::uint16_t half);

/// The place and the layout of a volume's voxels in a source: component fastest, then i, j, k, without gaps.
struct RawLayout {
    ByteSourcePtr source;
    std::uint64_t offset = 0;  ///< bytes of the source before the data
    bool compressed = false;   ///< the data is a gzip or zlib stream
    std::uint64_t skip = 0;    ///< bytes of the (inflated) data before the first voxel
    VoxelType type = VoxelType::uint8;
    bool swapped = false;         ///< the byte order is the opposite of this machine's
    int fileComponents = 1;       ///< values per voxel in the file
    int firstComponent = 0;       ///< the first one to read; the series' components say how many
    bool slicesReversed = false;  ///< the last slice of the file is the first of the volume
};

/// Returns the number of (inflated) bytes of a volume of `size` voxels. Throws Error (volume.impossible_size) if a size
/// is not positive or the number overflows.
std::uint64_t layoutBytes(const RawLayout& layout, const Index3& size);

/// Throws Error if the source is too short for the volume, or, for compressed data, if no stream of its length can
/// inflate to the volume. To be called before memory is allocated.
void checkLength(const RawLayout& layout, const Index3& size);

/// Throws Error (file.cut_short, file.damaged_compression) if `source`, a single gzip stream of `total` inflated bytes,
/// is cut short. Compares the length at the end of the stream (RFC 1952, ISIZE), and inflates the stream if it differs.
void checkGzipEnd(const ByteSourcePtr& source, std::uint64_t total);

/// Returns a source that reads such voxels slice by slice. It buffers one slice at most. Plain data is read in the
/// order requested, compressed data in the order of the file.
std::shared_ptr<const PixelSource> rawVoxelSource(RawLayout layout);

}  // namespace fleming::viewer
