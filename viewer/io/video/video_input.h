#pragma once

#include "viewer/io/bytes/byte_source.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <memory>

namespace fleming::viewer {

struct ContainerCloser {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};

/// A video container that FFmpeg reads from a ByteSource. Nothing but the source is read: containers that refer to
/// other files or to the network get an error.
class VideoInput {
public:
    /// Opens the container and finds its streams. Throws Error (video.unknown_format, video.damaged).
    explicit VideoInput(ByteSourcePtr source);
    ~VideoInput();
    VideoInput(const VideoInput&) = delete;
    VideoInput& operator=(const VideoInput&) = delete;

    AVFormatContext& container() const { return *container_; }

private:
    static int readPacket(void* input, std::uint8_t* to, int count);
    static std::int64_t seek(void* input, std::int64_t offset, int whence);

    ByteSourcePtr source_;
    std::shared_ptr<const void> held_;
    std::int64_t position_ = 0;
    AVIOContext* io_ = nullptr;
    std::unique_ptr<AVFormatContext, ContainerCloser> container_;
};

}  // namespace fleming::viewer
