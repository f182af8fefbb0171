#pragma once

#include "viewer/data/series.h"
#include "viewer/io/bytes/byte_match.h"
#include "viewer/io/bytes/byte_source.h"

#include <vector>

namespace fleming::viewer {

/// Returns true if `start` is the start of a video container that FFmpeg reads: MP4, MOV, MKV, WebM, AVI, GIF, MPEG,
/// Ogg, FLV or ASF.
bool isVideo(const ByteSourcePtr& source, FileStart start);

/// Finds the frames of a video. Returns one clip, or one picture for a GIF with a single image. Throws Error, naming
/// the source.
std::vector<Series> readVideo(const ByteSourcePtr& source);

}  // namespace fleming::viewer
