#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <vector>

namespace fleming::viewer {

/// Returns true if `source`, which begins with `start`, has a NIfTI-1, NIfTI-2 or Analyze 7.5 header, plain or in a
/// gzip stream.
bool isNifti(const ByteSourcePtr& source, FileStart start);

/// Reads the header of a NIfTI-1, NIfTI-2 or Analyze 7.5 file: "n+1" or the .hdr file of a pair. Returns one series for
/// each volume of a file with more than three dimensions. The voxels stay in their stored type; slope and intercept
/// become the series' rescale. Throws Error, naming the source.
std::vector<Series> readNifti(const ByteSourcePtr& source);

/// Returns the header of the pair that `image` belongs to: the source with the same name and the extension .hdr. Null
/// if there is none.
ByteSourcePtr niftiHeaderOf(const ByteSource& image);

}  // namespace fleming::viewer
