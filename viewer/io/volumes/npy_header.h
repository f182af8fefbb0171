#pragma once

#include "viewer/io/volumes/raw_voxels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fleming::viewer {

/// The header of a NumPy array file (numpy.lib.format, versions 1 to 3).
struct NpyHeader {
    VoxelType type = VoxelType::uint8;
    std::string descr;          ///< the type in NumPy's notation: "<f4", "|u1", ...
    bool swapped = false;       ///< the byte order is the opposite of this machine's
    bool fortranOrder = false;  ///< the first axis varies fastest
    std::vector<std::uint64_t> shape;
    std::uint64_t dataOffset = 0;  ///< bytes before the values
};

/// Parses the header in the first kNpyHeaderLimit bytes of a file. The header is a Python literal; only the dictionary
/// that the format prescribes is accepted, and nothing is evaluated. Throws Error (npy.…), naming `source`.
NpyHeader parseNpyHeader(std::span<const std::byte> bytes, const std::string& source);

/// The largest header that is read, in bytes.
constexpr std::size_t kNpyHeaderLimit = std::size_t{64} << 10;

}  // namespace fleming::viewer
