#include "viewer/io/pictures/picture_bmp.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include "base/error.h"

#include <climits>
#include <cstring>
#include <memory>

namespace fleming::viewer {

namespace {

bool recognizes(FileStart start) {
    const auto byteAt = [&](std::size_t n) { return std::to_integer<unsigned>(start[n]); };
    return hasAt(start, 0, "BM") && start.size() >= 26 && byteAt(15) == 0 && byteAt(16) == 0 && byteAt(17) == 0 &&
           byteAt(14) >= 12;  // the size of the second header
}

/// Returns the little-endian number of `count` bytes at `at`.
std::int64_t number(FileBytes bytes, std::size_t at, std::size_t count) {
    std::int64_t value = 0;
    for (std::size_t n = 0; n < count; ++n)
        value |= std::to_integer<std::int64_t>(bytes[at + n]) << (8 * n);
    return value;
}

struct FrameCloser {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};

/// Decodes the file with FFmpeg. Returns null if it is damaged.
std::unique_ptr<AVFrame, FrameCloser> decodeWhole(FileBytes bytes) {
    av_log_set_level(AV_LOG_QUIET);
    const AVCodec* codec = avcodec_find_decoder(AV_CODEC_ID_BMP);
    std::unique_ptr<AVCodecContext, FrameCloser> context(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    std::unique_ptr<AVPacket, FrameCloser> packet(av_packet_alloc());
    std::unique_ptr<AVFrame, FrameCloser> frame(av_frame_alloc());
    if (!context || !packet || !frame || bytes.size() > std::size_t{INT_MAX} - AV_INPUT_BUFFER_PADDING_SIZE)
        return nullptr;
    context->thread_count = 1;
    if (avcodec_open2(context.get(), codec, nullptr) < 0) return nullptr;
    if (av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0) return nullptr;
    std::memcpy(packet->data, bytes.data(), bytes.size());
    if (avcodec_send_packet(context.get(), packet.get()) < 0) return nullptr;
    return avcodec_receive_frame(context.get(), frame.get()) < 0 ? nullptr : std::move(frame);
}

std::uint8_t widened(unsigned value, unsigned largest) {
    return static_cast<std::uint8_t>(value * 255 / largest);
}

/// Converts row `y` of a decoded picture to RGB. Returns false if the pixel format is unknown.
bool rowToRgb(const AVFrame& frame, int y, std::uint8_t* to) {
    const std::uint8_t* row = frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0];
    for (int x = 0; x < frame.width; ++x, to += 3) {
        std::uint32_t value = 0;
        switch (frame.format) {
            case AV_PIX_FMT_PAL8:
                std::memcpy(&value, frame.data[1] + 4 * row[x], 4);
                to[0] = static_cast<std::uint8_t>(value >> 16);
                to[1] = static_cast<std::uint8_t>(value >> 8);
                to[2] = static_cast<std::uint8_t>(value);
                break;
            case AV_PIX_FMT_GRAY8:
                to[0] = to[1] = to[2] = row[x];
                break;
            case AV_PIX_FMT_BGR24:
                to[0] = row[3 * x + 2], to[1] = row[3 * x + 1], to[2] = row[3 * x];
                break;
            case AV_PIX_FMT_BGRA:
            case AV_PIX_FMT_BGR0:
                to[0] = row[4 * x + 2], to[1] = row[4 * x + 1], to[2] = row[4 * x];
                break;
            case AV_PIX_FMT_RGBA:
            case AV_PIX_FMT_RGB0:
                to[0] = row[4 * x], to[1] = row[4 * x + 1], to[2] = row[4 * x + 2];
                break;
            case AV_PIX_FMT_ARGB:
            case AV_PIX_FMT_0RGB:
                to[0] = row[4 * x + 1], to[1] = row[4 * x + 2], to[2] = row[4 * x + 3];
                break;
            case AV_PIX_FMT_ABGR:
            case AV_PIX_FMT_0BGR:
                to[0] = row[4 * x + 3], to[1] = row[4 * x + 2], to[2] = row[4 * x + 1];
                break;
            case AV_PIX_FMT_RGB555LE:
            case AV_PIX_FMT_RGB565LE: {
                value = row[2 * x] | static_cast<unsigned>(row[2 * x + 1]) << 8;
                const bool six = frame.format == AV_PIX_FMT_RGB565LE;
                to[0] = widened((value >> (six ? 11 : 10)) & 31, 31);
                to[1] = six ? widened((value >> 5) & 63, 63) : widened((value >> 5) & 31, 31);
                to[2] = widened(value & 31, 31);
                break;
            }
            default:
                return false;
        }
    }
    return true;
}

PictureHeader readHeader(const std::string& source, FileBytes bytes) {
    if (bytes.size() < 30) throw Error("file.cut_short", source);
    const bool old = number(bytes, 14, 4) == 12;
    std::int64_t width = old ? number(bytes, 18, 2) : static_cast<std::int32_t>(number(bytes, 18, 4));
    std::int64_t height = old ? number(bytes, 20, 2) : static_cast<std::int32_t>(number(bytes, 22, 4));
    if (height < 0) height = -height;  // the rows are stored from the top
    checkPictureSize(source, width, height);
    const std::int64_t bits = number(bytes, old ? 24 : 28, 2);
    if (!old && bytes.size() < 54) throw Error("file.cut_short", source);
    const std::int64_t compression = old ? 0 : number(bytes, 30, 4);
    const bool runs = compression == 1 || compression == 2;
    // A run of up to 255 pixels has two bytes, and a file may omit black pixels at its end.
    const std::int64_t least = runs ? width * height / 1024 : (width * bits + 31) / 32 * 4 * height;
    if (static_cast<std::int64_t>(bytes.size()) < least) throw Error("picture.too_few_bytes", source);
    PictureHeader header;
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
    header.components = 3;
    return header;
}

void decodeBmp(const std::string& source, FileBytes bytes, const PictureHeader& header, std::span<std::byte> pixels) {
    const std::unique_ptr<AVFrame, FrameCloser> frame = decodeWhole(bytes);
    if (!frame || frame->width != header.width || frame->height != header.height)
        throw Error("picture.damaged", source);
    const std::size_t rowBytes = static_cast<std::size_t>(header.width) * 3;
    for (int y = 0; y < header.height; ++y) {
        auto* to = reinterpret_cast<std::uint8_t*>(pixels.data() + static_cast<std::size_t>(y) * rowBytes);
        if (!rowToRgb(*frame, y, to)) throw Error("picture.unsupported_colours", source);
    }
}

}  // namespace

const PictureCodec kBmpCodec{
    "BMP", recognizes,
    [](const std::string& source, FileBytes bytes) { return std::vector{readHeader(source, bytes)}; }, decodeBmp};

}  // namespace fleming::viewer
