#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <vector>

namespace fleming::viewer {

/// Returns true if `start` is the start of a NRRD file.
bool isNrrd(const ByteSourcePtr& source, FileStart start);

/// Returns true if `start` is the start of a MetaImage header.
bool isMetaImage(const ByteSourcePtr& source, FileStart start);

/// Reads the header of a NRRD or MetaImage file with ITK, after checking that its sizes fit the file. The voxels follow
/// the header or are in one other file in the same folder or below it. Returns one series for each volume of a file
/// with more than three dimensions, and for each component that is not a colour. Throws Error, naming the source.
std::vector<Series> readItkVolume(const ByteSourcePtr& source);

}  // namespace fleming::viewer
