#pragma once

#include "viewer/io/dicom/dicom_file.h"
#include "viewer/io/dicom/dicom_image.h"

namespace fleming::viewer {

/// Lists the fragments of encapsulated pixel data (PS3.5 A.4) in `place` and finds the first fragment of each frame: by
/// one fragment per frame, by the Extended or Basic Offset Table, or by the start codes of JPEG streams. Returns the
/// number of complete frames, at most `count`. All fragments are inside the source. Throws Error
/// (dicom.frame_starts_unknown).
int readFragments(const ByteSource& source, const DicomHeader& header, bool bigEndian, int count, PixelPlace& place);

}  // namespace fleming::viewer
