#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <vector>

namespace fleming::viewer {

/// Returns true if `start` has the signature of a NumPy array file.
bool isNpy(const ByteSourcePtr& source, FileStart start);

/// Reads the header of a NumPy array file (numpy.lib.format, versions 1 to 3). Returns one series: (H, W) a picture,
/// (H, W, 3) a colour picture, (D, H, W) and (1, D, H, W) a volume, in C or Fortran order. Throws Error, naming the
/// source.
std::vector<Series> readNpy(const ByteSourcePtr& source);

}  // namespace fleming::viewer
