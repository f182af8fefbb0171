#pragma once

#include "viewer/data/geometry.h"
#include "viewer/data/note.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace fleming::viewer {

/// The fields of a NIfTI-1, NIfTI-2 or Analyze 7.5 header that the reader uses, in the byte order of this machine. The
/// names are those of nifti1.h. Only the fields that identify the format are checked.
struct NiftiHeader {
    enum class Format { analyze, nifti1, nifti2 };
    Format format = Format::nifti1;
    bool pair = false;     ///< the voxels are in a separate file (.img)
    bool swapped = false;  ///< the byte order is the opposite of this machine's
    std::array<std::int64_t, 8> dim{};
    std::array<double, 8> pixdim{};
    int datatype = 0;
    int intentCode = 0;  ///< 1002: NIFTI_INTENT_LABEL; 0 for Analyze
    double voxOffset = 0;
    double slope = 0, intercept = 0;
    double calMin = 0, calMax = 0;
    int spaceUnit = 0;  ///< the low three bits of xyzt_units: 1 m, 2 mm, 3 micrometre
    int qformCode = 0, sformCode = 0;
    std::array<double, 3> quaternion{};  ///< b, c, d
    std::array<double, 3> quaternionOffset{};
    std::array<std::array<double, 4>, 3> sform{};  ///< rows, RAS
};

/// The number of bytes that parseNiftiHeader() needs; a shorter file has fewer.
constexpr std::size_t kNiftiHeaderBytes = 540;

/// Parses the first bytes of a file. Returns nothing if they are not such a header.
std::optional<NiftiHeader> parseNiftiHeader(std::span<const std::byte> bytes);

/// Returns "NIfTI-1", "NIfTI-2" or "Analyze 7.5".
const char* toString(NiftiHeader::Format format);

/// The place of the voxels in the patient.
struct NiftiPlace {
    Geometry geometry;  ///< size, spacing, directions, LPS
    bool slicesReversed = false;
    std::optional<Note> note;
};

/// Returns the place of a volume of `size` voxels. Chooses between sform and qform as ITK's reader does: the sform if
/// there is no qform, or if its axes are at right angles and its code is 1 (scanner), else the qform. A skewed sform
/// without a qform, which ITK refuses, is replaced by the nearest axes at right angles.
NiftiPlace niftiPlace(const NiftiHeader& header, const Index3& size);

}  // namespace fleming::viewer
