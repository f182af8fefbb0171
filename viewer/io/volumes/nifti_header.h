#pragma once

#include "viewer/data/geometry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace fleming::viewer {

/// The fields of a NIfTI-1, NIfTI-2 or Analyze 7.5 header that we use, brought to this machine's byte order, as the
/// file has them: nothing is checked but what tells the format. Names are nifti1.h's.
struct NiftiHeader {
    enum class Format { analyze, nifti1, nifti2 };
    Format format = Format::nifti1;
    bool pair = false;     ///< voxels are in a file of their own (.img)
    bool swapped = false;  ///< byte order is not this machine's
    std::array<std::int64_t, 8> dim{};
    std::array<double, 8> pixdim{};
    int datatype = 0;
    double voxOffset = 0;
    double slope = 0, intercept = 0;
    double calMin = 0, calMax = 0;
    int spaceUnit = 0;  ///< the three low bits of xyzt_units: 1 m, 2 mm, 3 micrometre
    int qformCode = 0, sformCode = 0;
    std::array<double, 3> quaternion{};  ///< b, c, d
    std::array<double, 3> quaternionOffset{};
    std::array<std::array<double, 4>, 3> sform{};  ///< rows, RAS
};

/// Bytes that parseNiftiHeader() wants to see; fewer where the file has no more.
constexpr std::size_t kNiftiHeaderBytes = 540;

/// Nothing where the bytes are no such header.
std::optional<NiftiHeader> parseNiftiHeader(std::span<const std::byte> bytes);

/// "NIfTI-1", "NIfTI-2", "Analyze 7.5"
const char* toString(NiftiHeader::Format format);

/// Where the header says its voxels lie.
struct NiftiPlace {
    Geometry geometry;  ///< size, spacing, directions, LPS
    bool slicesReversed = false;
    std::string note;  ///< a sentence for the user, or nothing
};

/// The place of a volume of `size`. Of sform and qform the one that ITK's reader takes: the sform where its axes are at
/// right angles and it is the only one or the scanner's own (code 1), else the qform. A skewed sform without a qform is
/// straightened (ITK refuses it).
NiftiPlace niftiPlace(const NiftiHeader& header, const Index3& size);

}  // namespace fleming::viewer
