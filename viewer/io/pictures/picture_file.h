#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <vector>

namespace fleming::viewer {

/// Returns true if `start` is the start of a PNG, JPEG, TIFF or BMP file.
bool isPicture(const ByteSourcePtr& source, FileStart start);

/// Reads the headers of a picture file. Returns one volume if the file has several pages of the same size and type,
/// else one picture for each page. The EXIF orientation is applied to the pixels. Throws Error, naming the source.
std::vector<Series> readPicture(const ByteSourcePtr& source);

}  // namespace fleming::viewer
