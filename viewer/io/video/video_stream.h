#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct AVFrame;

namespace fleming::viewer {

/// A time that the file does not give.
constexpr std::int64_t kNoTime = INT64_MIN;

/// A picture in its coded form. Times are in the stream's time base.
struct VideoPacket {
    std::int64_t time = kNoTime;   ///< presentation time
    std::int64_t order = kNoTime;  ///< decoding time
    bool key = false;              ///< decoding can begin here
    bool shown = true;             ///< false: hidden by an edit list, or never shown by its codec
    bool damaged = false;
};

/// How pictures are turned for the screen.
struct Turn {
    bool transposed = false;  ///< rows become columns
    bool flipX = false, flipY = false;
};

/// One video file with FFmpeg: its first real video stream (no cover picture), packet by packet and picture by picture,
/// in the order of the file. Not for several threads at once.
class VideoStream {
public:
    /// Throws Error, naming the file, where there is no video that we can decode.
    explicit VideoStream(const std::filesystem::path& file);
    ~VideoStream();
    VideoStream(const VideoStream&) = delete;
    VideoStream& operator=(const VideoStream&) = delete;

    std::string container() const;    ///< "MP4", "MOV", "MKV", "WebM", "AVI", "GIF", ...
    std::string codec() const;        ///< "h264", ...
    bool onePacketAPicture() const;   ///< whether the codec shows one picture for each packet that is shown
    double timeBase() const;          ///< seconds a unit of time
    double averageRate() const;       ///< frames a second by the file; 0 where it does not say
    double declaredDuration() const;  ///< s, by the file; 0 where it does not say
    Turn turn() const;

    /// The next packet, without decoding. Nothing at the end. Throws nothing: damage ends the file (see damaged()).
    std::optional<VideoPacket> nextPacket();

    /// The next picture in presentation order; it belongs to this object and is good until the next call. Null at the
    /// end.
    const AVFrame* nextPicture();

    /// Back to the file's beginning.
    void rewind();

    /// To the key packet of this decoding time (or, where it has none, presentation time): the next packet is that one
    /// or an earlier one. False where the file cannot do that; then rewind().
    bool seek(const VideoPacket& key);

    /// Whether reading has ended before the file said it would.
    bool damaged() const;

private:
    struct Ffmpeg;
    std::unique_ptr<Ffmpeg> ffmpeg_;
};

/// The presentation time of a picture, or kNoTime.
std::int64_t timeOf(const AVFrame& picture);

}  // namespace fleming::viewer
