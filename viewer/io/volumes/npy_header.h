#pragma once

#include "viewer/io/volumes/raw_voxels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fleming::viewer {

/// What the header of a NumPy array file says (format: numpy.lib.format, versions 1 to 3).
struct NpyHeader {
    VoxelType type = VoxelType::uint8;
    std::string descr;          ///< NumPy's name of the type: "<f4", "|u1", ...
    bool swapped = false;       ///< byte order is not this machine's
    bool fortranOrder = false;  ///< the first axis is the fastest
    std::vector<std::uint64_t> shape;
    std::uint64_t dataOffset = 0;  ///< bytes of the file before the values
};

/// Reads the header out of the file's first bytes (all of the header must be among them; kNpyHeaderLimit is enough).
/// The text is a Python literal: it is read by a parser of our own that knows nothing but that dictionary.
/// Throws Error with the reason alone, without a file name.
NpyHeader parseNpyHeader(std::span<const std::byte> bytes);

constexpr std::size_t kNpyHeaderLimit = std::size_t{64} << 10;

}  // namespace fleming::viewer
