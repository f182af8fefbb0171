#pragma once

#include "viewer/io/dicom/dicom_image.h"

namespace fleming::viewer {

/// Lists the fragments of encapsulated pixel data (PS3.5 A.4) in `place` and finds where each frame begins: one
/// fragment a frame, the Extended or Basic Offset Table, or the start codes of JPEG streams. Returns the number of
/// frames that are whole, at most `count`. No length is trusted: each is held against the file's size. Throws Error,
/// naming the file.
int readFragments(const RandomAccessFile& file, const std::filesystem::path& path, const DicomHeader& header,
                  bool bigEndian, int count, PixelPlace& place);

}  // namespace fleming::viewer
