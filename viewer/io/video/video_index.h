#pragma once

#include "viewer/io/video/video_stream.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace fleming::viewer {

/// The pictures of a video that really decode, in presentation order, and from where each is reached.
struct VideoIndex {
    struct Entry {
        std::int64_t time = kNoTime;
        std::size_t key = 0;  ///< the place in `keys` of the packet that decoding has to begin with
    };
    std::vector<Entry> pictures;
    std::vector<VideoPacket> keys;
    /// Whether pictures are known by their times and keys can be sought. Else picture n is the n-th from the beginning.
    bool seekable = false;
    int width = 0, height = 0;  ///< of the first picture, before it is turned
};

/// Goes through the file once: its packets alone where those tell the pictures for sure (intact, each with a time of
/// its own, a codec that shows one picture a packet, and too long to decode at once); else all pictures are decoded.
/// Throws Error, naming the file, where no picture decodes.
VideoIndex indexVideo(const std::filesystem::path& file);

}  // namespace fleming::viewer
