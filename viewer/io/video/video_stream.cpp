#include "viewer/io/video/video_stream.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/display.h>
}

#include "base/cpu_count.h"
#include "base/error.h"
#include "viewer/io/video/video_input.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

namespace fleming::viewer {

static_assert(kNoTime == AV_NOPTS_VALUE);

namespace {

constexpr std::int64_t kLargestPicture = std::int64_t{1} << 27;  // pixels; 8K video has 2^25

struct Closer {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
template <typename T>
using Owned = std::unique_ptr<T, Closer>;

/// Returns the display matrix of the stream (nine numbers), or null.
const std::int32_t* displayMatrix(const AVStream& stream) {
#if LIBAVCODEC_VERSION_MAJOR >= 61
    const AVPacketSideData* data = av_packet_side_data_get(
        stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data != nullptr && data->size >= 36 ? reinterpret_cast<const std::int32_t*>(data->data) : nullptr;
#else
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return data != nullptr && size >= 36 ? reinterpret_cast<const std::int32_t*>(data) : nullptr;
#endif
}

}  // namespace

struct VideoStream::Ffmpeg {
    ByteSourcePtr source;
    VideoInput input;
    Owned<AVCodecContext> decoder;
    Owned<AVPacket> packet{av_packet_alloc()};
    Owned<AVFrame> picture{av_frame_alloc()};
    AVStream* stream = nullptr;
    bool pending = false;   // seek() has read `packet` in advance
    bool atEnd = false;     // the container has no more packets
    bool draining = false;  // the decoder gets no more packets
    bool damaged = false;

    explicit Ffmpeg(const ByteSourcePtr& from) : source(from), input(from) {}

    /// Reads the next packet of the stream into `packet`. Returns false at the end.
    bool readPacket() {
        if (std::exchange(pending, false)) return true;
        while (!atEnd) {
            av_packet_unref(packet.get());
            const int status = av_read_frame(&input.container(), packet.get());
            if (status < 0) {
                atEnd = true;
                damaged = damaged || status != AVERROR_EOF || input.container().pb->error < 0;
            } else if (packet->stream_index == stream->index) {
                return true;
            }
        }
        return false;
    }

    void openDecoder() {
        const AVCodec* codec = avcodec_find_decoder(stream->codecpar->codec_id);
        const char* name = avcodec_get_name(stream->codecpar->codec_id);
        if (codec == nullptr) throw Error("video.unsupported_codec", source->name(), {name});
        decoder.reset(avcodec_alloc_context3(codec));
        if (!decoder || avcodec_parameters_to_context(decoder.get(), stream->codecpar) < 0)
            throw Error("video.damaged", source->name());
        decoder->pkt_timebase = stream->time_base;
        decoder->max_pixels = kLargestPicture;
        decoder->thread_count = std::min(availableProcessors(), 4);
        if (avcodec_open2(decoder.get(), codec, nullptr) < 0) throw Error("video.undecodable", source->name(), {name});
    }

    void restart() {
        if (decoder) avcodec_flush_buffers(decoder.get());
        pending = atEnd = draining = false;
    }
};

VideoStream::VideoStream(const ByteSourcePtr& source) : ffmpeg_(std::make_unique<Ffmpeg>(source)) {
    AVFormatContext& container = ffmpeg_->input.container();
    const int best = av_find_best_stream(&container, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (best < 0 || (container.streams[best]->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0) {
        throw Error("video.no_video", source->name());
    }
    ffmpeg_->stream = container.streams[best];
    for (unsigned n = 0; n < container.nb_streams; ++n) {
        if (static_cast<int>(n) != best) container.streams[n]->discard = AVDISCARD_ALL;
    }
}

VideoStream::~VideoStream() = default;

std::string VideoStream::container() const {
    const AVFormatContext& container = ffmpeg_->input.container();
    const std::string_view name = container.iformat->name;
    if (name.starts_with("mov")) {
        const AVDictionaryEntry* brand = av_dict_get(container.metadata, "major_brand", nullptr, 0);
        return brand != nullptr && std::strncmp(brand->value, "qt", 2) != 0 ? "MP4" : "MOV";
    }
    if (name.starts_with("matroska")) {
        const std::vector<std::byte> start = ffmpeg_->source->start(64);
        const std::string_view text(reinterpret_cast<const char*>(start.data()), start.size());
        return text.find("webm") != std::string_view::npos ? "WebM" : "MKV";
    }
    std::string upper(name.substr(0, name.find(',')));
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper;
}

std::string VideoStream::codec() const {
    return avcodec_get_name(ffmpeg_->stream->codecpar->codec_id);
}

bool VideoStream::onePacketAPicture() const {
    constexpr std::array kCodecs = {AV_CODEC_ID_H264,  AV_CODEC_ID_HEVC,      AV_CODEC_ID_MJPEG, AV_CODEC_ID_VP9,
                                    AV_CODEC_ID_AV1,   AV_CODEC_ID_MPEG4,     AV_CODEC_ID_VP8,   AV_CODEC_ID_PNG,
                                    AV_CODEC_ID_FFV1,  AV_CODEC_ID_PRORES,    AV_CODEC_ID_GIF,   AV_CODEC_ID_RAWVIDEO,
                                    AV_CODEC_ID_DNXHD, AV_CODEC_ID_MPEG2VIDEO};
    return std::find(kCodecs.begin(), kCodecs.end(), ffmpeg_->stream->codecpar->codec_id) != kCodecs.end();
}

double VideoStream::timeBase() const {
    return av_q2d(ffmpeg_->stream->time_base);
}

double VideoStream::averageRate() const {
    for (const AVRational rate : {ffmpeg_->stream->avg_frame_rate, ffmpeg_->stream->r_frame_rate}) {
        if (rate.num > 0 && rate.den > 0) return av_q2d(rate);
    }
    return 0.0;
}

double VideoStream::pixelAspect() const {
    constexpr double kMostUnequal = 100;
    // The container goes before the codec.
    for (const AVRational ratio :
         {ffmpeg_->stream->sample_aspect_ratio, ffmpeg_->stream->codecpar->sample_aspect_ratio}) {
        if (ratio.num <= 0 || ratio.den <= 0) continue;
        const double aspect = av_q2d(ratio);
        if (aspect <= kMostUnequal && aspect >= 1 / kMostUnequal) return aspect;
    }
    return 1.0;
}

double VideoStream::declaredDuration() const {
    if (ffmpeg_->stream->duration > 0) return static_cast<double>(ffmpeg_->stream->duration) * timeBase();
    const std::int64_t whole = ffmpeg_->input.container().duration;
    return whole > 0 ? static_cast<double>(whole) / AV_TIME_BASE : 0.0;
}

Turn VideoStream::turn() const {
    const std::int32_t* m = displayMatrix(*ffmpeg_->stream);
    if (m == nullptr) return {};
    // The matrix maps (x, y) to (m0 x + m3 y, m1 x + m4 y) (libavutil/display.h). Other angles are ignored.
    const auto over = [&](int a, int b) {
        return std::abs(static_cast<double>(m[a])) > std::abs(static_cast<double>(m[b]));
    };
    if (over(0, 1) && over(4, 3)) return {false, m[0] < 0, m[4] < 0};
    if (over(1, 0) && over(3, 4)) return {true, m[3] < 0, m[1] < 0};
    return {};
}

std::optional<VideoPacket> VideoStream::nextPacket() {
    if (!ffmpeg_->readPacket()) return std::nullopt;
    const AVPacket& packet = *ffmpeg_->packet;
    VideoPacket result;
    result.time = packet.pts;
    result.order = packet.dts;
    result.key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    result.damaged = (packet.flags & AV_PKT_FLAG_CORRUPT) != 0 || packet.size <= 0;
    result.shown = (packet.flags & AV_PKT_FLAG_DISCARD) == 0;
    // The alternate reference frames of VP8 have packets of their own and are not shown (RFC 6386, 9.1: show_frame).
    if (ffmpeg_->stream->codecpar->codec_id == AV_CODEC_ID_VP8 && packet.size > 0 && (packet.data[0] & 0x10) == 0) {
        result.shown = false;
    }
    return result;
}

const AVFrame* VideoStream::nextPicture() {
    Ffmpeg& f = *ffmpeg_;
    if (!f.decoder) f.openDecoder();
    for (int faults = 0;;) {
        av_frame_unref(f.picture.get());
        const int status = avcodec_receive_frame(f.decoder.get(), f.picture.get());
        if (status == 0 && f.picture->width > 0 && f.picture->height > 0) return f.picture.get();
        if (status == AVERROR_EOF || (status < 0 && f.draining)) return nullptr;
        if (status != AVERROR(EAGAIN) && ++faults < 16) continue;  // a damaged picture: tries the next one
        if (f.readPacket()) {
            avcodec_send_packet(f.decoder.get(), f.packet.get());
        } else {
            f.draining = true;
            avcodec_send_packet(f.decoder.get(), nullptr);
        }
    }
}

void VideoStream::rewind() {
    // Seeking does not reliably find the start (edit lists, negative times); reopening does.
    VideoStream fresh(ffmpeg_->source);
    std::swap(ffmpeg_, fresh.ffmpeg_);
}

bool VideoStream::seek(const VideoPacket& key) {
    Ffmpeg& f = *ffmpeg_;
    f.restart();
    // The index of Matroska contains presentation times, that of the others decoding times.
    const bool byTime =
        key.order == kNoTime || std::string_view(f.input.container().iformat->name).starts_with("matroska");
    const std::int64_t to = byTime ? key.time : key.order;
    if (av_seek_frame(&f.input.container(), f.stream->index, to, AVSEEK_FLAG_BACKWARD) < 0 || !f.readPacket())
        return false;
    f.pending = true;
    return (f.packet->flags & AV_PKT_FLAG_KEY) != 0 && f.packet->pts != AV_NOPTS_VALUE && f.packet->pts <= key.time;
}

bool VideoStream::damaged() const {
    return ffmpeg_->damaged;
}

std::int64_t timeOf(const AVFrame& picture) {
    return picture.pts != AV_NOPTS_VALUE ? picture.pts : picture.best_effort_timestamp;
}

}  // namespace fleming::viewer
