#include "viewer/io/video/video_index.h"

extern "C" {
#include <libavutil/frame.h>
}

#include "base/error.h"

#include <algorithm>
#include <optional>

namespace fleming::viewer {

namespace {

/// Videos of at most this many pixels in all are decoded when they are opened. It takes a fraction of a second and
/// finds the pictures that really decode.
constexpr double kDecodedAtOnce = 1e8;

std::vector<VideoPacket> packetsOf(VideoStream& stream) {
    std::vector<VideoPacket> packets;
    while (const std::optional<VideoPacket> packet = stream.nextPacket())
        packets.push_back(*packet);
    return packets;
}

bool timesAreUnique(std::vector<std::int64_t> times) {
    std::sort(times.begin(), times.end());
    return !times.empty() && times.front() != kNoTime && std::adjacent_find(times.begin(), times.end()) == times.end();
}

std::vector<std::int64_t> shownTimes(const std::vector<VideoPacket>& packets) {
    std::vector<std::int64_t> times;
    for (const VideoPacket& packet : packets) {
        if (packet.shown) times.push_back(packet.time);
    }
    return times;
}

/// Returns true if the packets identify the pictures without decoding.
bool packetsAreTrustworthy(const VideoStream& stream, const std::vector<VideoPacket>& packets,
                           const std::vector<std::int64_t>& times) {
    if (stream.damaged() || !stream.onePacketAPicture() || packets.empty() || !packets.front().key) return false;
    const bool sound = std::none_of(packets.begin(), packets.end(),
                                    [](const VideoPacket& p) { return p.damaged || (p.shown && p.time == kNoTime); });
    // Pictures before the first key picture may refer to pictures that are not in the file.
    return sound && timesAreUnique(times) && *std::min_element(times.begin(), times.end()) >= packets.front().time;
}

/// Sets the key of each picture: the last key packet with a presentation time not after it. A picture that follows a
/// key packet in the file but precedes it in presentation order may refer to pictures before the key packet.
void linkKeys(VideoIndex& index, const std::vector<VideoPacket>& packets) {
    for (const VideoPacket& packet : packets) {
        const bool later = index.keys.empty() || packet.time > index.keys.back().time;
        if (packet.key && packet.time != kNoTime && later) index.keys.push_back(packet);
    }
    for (VideoIndex::Entry& entry : index.pictures) {
        const auto after = std::upper_bound(index.keys.begin(), index.keys.end(), entry.time,
                                            [](std::int64_t time, const VideoPacket& key) { return time < key.time; });
        if (after == index.keys.begin()) {
            index.seekable = false;
            return;
        }
        entry.key = static_cast<std::size_t>(after - index.keys.begin()) - 1;
    }
}

}  // namespace

VideoIndex indexVideo(const ByteSourcePtr& source) {
    VideoStream stream(source);
    const std::vector<VideoPacket> packets = packetsOf(stream);
    std::vector<std::int64_t> times = shownTimes(packets);
    const bool trustworthy = packetsAreTrustworthy(stream, packets, times);

    stream.rewind();
    const AVFrame* picture = stream.nextPicture();
    if (picture == nullptr) throw Error("video.no_frames", source->name());
    VideoIndex index;
    index.width = picture->width;
    index.height = picture->height;
    const double pixels = static_cast<double>(times.size()) * index.width * index.height;
    if (!trustworthy || pixels <= kDecodedAtOnce) {
        times.clear();
        for (; picture != nullptr; picture = stream.nextPicture())
            times.push_back(timeOf(*picture));
        index.seekable = timesAreUnique(times) && std::is_sorted(times.begin(), times.end());
    } else {
        std::sort(times.begin(), times.end());
        index.seekable = true;
    }
    for (const std::int64_t time : times)
        index.pictures.push_back({time, 0});
    if (index.seekable) linkKeys(index, packets);
    return index;
}

}  // namespace fleming::viewer
