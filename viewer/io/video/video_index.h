#pragma once

#include "viewer/io/video/video_stream.h"

#include <cstddef>
#include <vector>

namespace fleming::viewer {

/// The pictures of a video that can be decoded, in presentation order.
struct VideoIndex {
    struct Entry {
        std::int64_t time = kNoTime;
        std::size_t key = 0;  ///< the index in `keys` of the packet to start decoding with
    };
    std::vector<Entry> pictures;
    std::vector<VideoPacket> keys;
    /// True if pictures are identified by their times and the key packets can be sought. Else picture n is the n-th
    /// from the start of the file.
    bool seekable = false;
    int width = 0, height = 0;  ///< of the first picture, before it is turned
};

/// Lists the pictures of a video. Reads only the packets if they identify the pictures reliably (undamaged, each with a
/// time of its own, one picture per packet) and the video is long; else decodes all pictures. Throws Error
/// (video.no_frames, and as VideoStream()).
VideoIndex indexVideo(const ByteSourcePtr& source);

}  // namespace fleming::viewer
