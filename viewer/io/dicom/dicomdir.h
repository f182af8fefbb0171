#pragma once

#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <filesystem>
#include <vector>

namespace fleming::viewer {

/// Returns true if a DICOM file that begins with `start` is a DICOMDIR: if its Media Storage SOP Class UID (0002,0002)
/// is Media Storage Directory Storage (PS3.4 B.5).
bool isDicomdir(FileStart start);

/// Returns the paths of the files that a DICOMDIR lists, also of files that are missing. Paths that lead out of the
/// folder of the DICOMDIR are left out. Throws Error (dicom.empty_dicomdir, dicom.dicomdir_without_files).
std::vector<std::filesystem::path> dicomdirFiles(const ByteSource& dicomdir);

}  // namespace fleming::viewer
