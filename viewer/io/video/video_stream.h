#pragma once

#include "viewer/io/bytes/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

struct AVFrame;

namespace fleming::viewer {

/// The time of a packet or picture that has none.
constexpr std::int64_t kNoTime = INT64_MIN;

/// A compressed picture. Times are in units of VideoStream::timeBase().
struct VideoPacket {
    std::int64_t time = kNoTime;   ///< presentation time
    std::int64_t order = kNoTime;  ///< decoding time
    bool key = false;              ///< decoding can start here
    bool shown = true;             ///< false if an edit list or the codec hides the picture
    bool damaged = false;
};

/// The rotation and reflection of pictures for display.
struct Turn {
    bool transposed = false;  ///< rows become columns
    bool flipX = false, flipY = false;
};

/// The first video stream of a source, without cover pictures, decoded by FFmpeg. Packets and pictures come in the
/// order of the file. For one thread at a time.
class VideoStream {
public:
    /// Opens the container. Throws Error (video.unknown_format, video.damaged, video.no_video).
    explicit VideoStream(const ByteSourcePtr& source);
    ~VideoStream();
    VideoStream(const VideoStream&) = delete;
    VideoStream& operator=(const VideoStream&) = delete;

    /// Returns the name of the container: "MP4", "MOV", "MKV", "WebM", "AVI", "GIF", ...
    std::string container() const;
    /// Returns FFmpeg's name of the codec: "h264", ...
    std::string codec() const;
    /// Returns true if the codec shows exactly one picture for each packet with VideoPacket::shown.
    bool onePacketAPicture() const;
    /// Returns the unit of time in seconds.
    double timeBase() const;
    /// Returns the frames per second that the file declares, or 0.
    double averageRate() const;
    /// Returns the duration that the file declares, in seconds, or 0.
    double declaredDuration() const;
    /// Returns the width of a pixel in units of its height, before the turn; 1 if the file says nothing usable.
    double pixelAspect() const;
    /// Returns the turn in the metadata of the stream; multiples of 90 degrees only.
    Turn turn() const;

    /// Reads the next packet without decoding it. Returns nothing at the end. Does not throw: damage ends the stream.
    std::optional<VideoPacket> nextPacket();

    /// Decodes the next picture in presentation order. Returns null at the end. The picture belongs to this object and
    /// is valid until the next call. Throws Error if the codec cannot be opened.
    const AVFrame* nextPicture();

    /// Returns to the start of the file.
    void rewind();

    /// Seeks to the packet with the decoding time of `key`, or its presentation time if it has no decoding time. The
    /// next packet is then that key packet or an earlier one. Returns false if the file cannot be sought; rewind() is
    /// then needed.
    bool seek(const VideoPacket& key);

    /// Returns true if the stream ended before its declared end.
    bool damaged() const;

private:
    struct Ffmpeg;
    std::unique_ptr<Ffmpeg> ffmpeg_;
};

/// Returns the presentation time of a picture, or kNoTime.
std::int64_t timeOf(const AVFrame& picture);

}  // namespace fleming::viewer
