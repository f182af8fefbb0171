#include "viewer/io/video/video_input.h"

#include "base/error.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <utility>

namespace fleming::viewer {

namespace {

/// The containers that may be opened: none of them refers to other files.
constexpr const char* kContainers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,mpeg,mpegts,mpegvideo,ogg,flv,asf";

int refuseToOpen(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EACCES);
}

}  // namespace

VideoInput::VideoInput(ByteSourcePtr source) : source_(std::move(source)), held_(source_->hold()) {
    static const bool silenced = (av_log_set_level(AV_LOG_QUIET), true);
    static_cast<void>(silenced);
    constexpr int kBuffer = 32 << 10;  // bytes; as of FFmpeg's own file protocol
    auto* buffer = static_cast<unsigned char*>(av_malloc(kBuffer));
    io_ = buffer != nullptr ? avio_alloc_context(buffer, kBuffer, 0, this, readPacket, nullptr, seek) : nullptr;
    AVFormatContext* context = io_ != nullptr ? avformat_alloc_context() : nullptr;
    if (context == nullptr) throw std::bad_alloc();
    context->pb = io_;
    context->io_open = refuseToOpen;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", kContainers, 0);
    const int status = avformat_open_input(&context, source_->name().c_str(), nullptr, &options);
    av_dict_free(&options);
    // avformat_open_input() frees the context if it fails.
    if (status >= 0) container_.reset(context);
    if (status < 0 || avformat_find_stream_info(context, nullptr) < 0) {
        const char* fault = status < 0 ? "video.unknown_format" : "video.damaged";
        container_.reset();
        av_freep(&io_->buffer);
        avio_context_free(&io_);
        throw Error(fault, source_->name());
    }
}

VideoInput::~VideoInput() {
    container_.reset();
    av_freep(&io_->buffer);
    avio_context_free(&io_);
}

int VideoInput::readPacket(void* input, std::uint8_t* to, int count) {
    auto& self = *static_cast<VideoInput*>(input);
    try {
        const std::size_t done =
            self.source_->readSome(static_cast<std::uint64_t>(self.position_),
                                   {reinterpret_cast<std::byte*>(to), static_cast<std::size_t>(count)});
        self.position_ += static_cast<std::int64_t>(done);
        return done > 0 ? static_cast<int>(done) : AVERROR_EOF;
    } catch (...) {  // an exception must not pass through FFmpeg
        return AVERROR(EIO);
    }
}

std::int64_t VideoInput::seek(void* input, std::int64_t offset, int whence) {
    auto& self = *static_cast<VideoInput*>(input);
    const auto size = static_cast<std::int64_t>(self.source_->size());
    if ((whence & AVSEEK_SIZE) != 0) return size;
    const int origin = whence & ~AVSEEK_FORCE;
    std::int64_t to = 0;
    const std::int64_t base = origin == SEEK_CUR ? self.position_ : origin == SEEK_END ? size : 0;
    if (__builtin_add_overflow(base, offset, &to) || to < 0) return AVERROR(EINVAL);
    self.position_ = to;
    return to;
}

}  // namespace fleming::viewer
