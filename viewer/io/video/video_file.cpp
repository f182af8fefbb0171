#include "viewer/io/video/video_file.h"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include "base/error.h"
#include "viewer/io/video/video_index.h"
#include "viewer/io/video/video_stream.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <utility>

namespace fleming::viewer {

namespace {

/// Converts decoded pictures to 8-bit RGB as the scale filter of FFmpeg does, and turns them.
class RgbConverter {
public:
    RgbConverter(const std::string& source, int width, int height, Turn turn)
        : source_(source), width_(width), height_(height), turn_(turn), rgb_(av_frame_alloc()) {
        rgb_->format = AV_PIX_FMT_RGB24;
        rgb_->width = width;
        rgb_->height = height;
        if (av_frame_get_buffer(rgb_, 0) < 0) throw Error("file.out_of_memory", source);
    }
    ~RgbConverter() {
        av_frame_free(&rgb_);
        sws_freeContext(context_);
    }
    RgbConverter(const RgbConverter&) = delete;
    RgbConverter& operator=(const RgbConverter&) = delete;

    RgbImage convert(const AVFrame& picture) {
        prepare(picture);
        if (sws_scale(context_, picture.data, picture.linesize, 0, picture.height, rgb_->data, rgb_->linesize) < 0) {
            throw Error("video.unsupported_pixels", source_);
        }
        return turned();
    }

private:
    void prepare(const AVFrame& picture) {
        const auto format = static_cast<AVPixelFormat>(picture.format);
        context_ = sws_getCachedContext(context_, picture.width, picture.height, format, width_, height_,
                                        AV_PIX_FMT_RGB24, SWS_BICUBIC, nullptr, nullptr, nullptr);
        if (context_ == nullptr) throw Error("video.unsupported_pixels", source_);
        int* inverse = nullptr;
        int* table = nullptr;
        int fromFull = 0, toFull = 0, brightness = 0, contrast = 0, saturation = 0;
        if (sws_getColorspaceDetails(context_, &inverse, &fromFull, &table, &toFull, &brightness, &contrast,
                                     &saturation) < 0) {
            return;  // not YUV
        }
        const int* coefficients = sws_getCoefficients(
            picture.colorspace == AVCOL_SPC_UNSPECIFIED ? SWS_CS_DEFAULT : static_cast<int>(picture.colorspace));
        if (picture.color_range != AVCOL_RANGE_UNSPECIFIED) fromFull = picture.color_range == AVCOL_RANGE_JPEG ? 1 : 0;
        sws_setColorspaceDetails(context_, coefficients, fromFull, table, toFull, brightness, contrast, saturation);
    }

    RgbImage turned() const {
        RgbImage image;
        image.width = turn_.transposed ? height_ : width_;
        image.height = turn_.transposed ? width_ : height_;
        const auto width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
        image.rgb.resize(width * height * 3);
        const std::uint8_t* from = rgb_->data[0];
        const auto line = static_cast<std::size_t>(rgb_->linesize[0]);
        if (!turn_.transposed && !turn_.flipX && !turn_.flipY) {
            for (std::size_t y = 0; y < height; ++y)
                std::memcpy(&image.rgb[y * width * 3], from + y * line, width * 3);
            return image;
        }
        for (std::size_t y = 0; y < height; ++y) {
            for (std::size_t x = 0; x < width; ++x) {
                const std::size_t u = turn_.flipX ? width - 1 - x : x, v = turn_.flipY ? height - 1 - y : y;
                const std::uint8_t* pixel = turn_.transposed ? from + u * line + v * 3 : from + v * line + u * 3;
                std::memcpy(&image.rgb[(y * width + x) * 3], pixel, 3);
            }
        }
        return image;
    }

    std::string source_;
    int width_, height_;
    Turn turn_;
    AVFrame* rgb_ = nullptr;
    SwsContext* context_ = nullptr;
};

/// The facts about a video. The source of the series shares them with all clips that it opens.
struct VideoFacts {
    ByteSourcePtr source;
    VideoIndex index;
    Turn turn;
    double timeBase = 0.0;
    double rate = 0.0;
    double duration = 0.0;
    PixelSize pixel;

    double timeOf(int n) const {
        const std::vector<VideoIndex::Entry>& pictures = index.pictures;
        const auto at = static_cast<std::size_t>(std::clamp(n, 0, static_cast<int>(pictures.size()) - 1));
        if (!index.seekable) return static_cast<double>(at) / rate;
        return static_cast<double>(pictures[at].time - pictures[0].time) * timeBase;
    }
};

/// Decodes from the last frame on, or from the key frame before the wanted frame, whichever is nearer.
class VideoClip final : public Clip {
public:
    explicit VideoClip(std::shared_ptr<const VideoFacts> facts)
        : facts_(std::move(facts)),
          stream_(facts_->source),
          converter_(facts_->source->name(), facts_->index.width, facts_->index.height, facts_->turn) {}

    int frameCount() const override { return static_cast<int>(facts_->index.pictures.size()); }
    int width() const override { return facts_->turn.transposed ? facts_->index.height : facts_->index.width; }
    int height() const override { return facts_->turn.transposed ? facts_->index.width : facts_->index.height; }
    double framesPerSecond() const override { return facts_->rate; }
    double duration() const override { return facts_->duration; }
    double timeOf(int index) const override { return facts_->timeOf(index); }
    PixelSize pixelSize() const override { return facts_->pixel; }

    RgbImage frame(int index) const override {
        if (index < 0 || index >= frameCount()) {
            throw Error("clip.no_frame", facts_->source->name(), {std::to_string(index), std::to_string(frameCount())});
        }
        const std::lock_guard lock(mutex_);
        const auto wanted = static_cast<std::size_t>(index);
        const AVFrame* picture = facts_->index.seekable ? byTime(wanted) : byCount(wanted);
        if (picture == nullptr) {
            next_ = kLost;
            throw Error("video.damaged_frame", facts_->source->name(), {std::to_string(index)});
        }
        next_ = wanted + 1;
        return converter_.convert(*picture);
    }

private:
    static constexpr std::size_t kLost = std::numeric_limits<std::size_t>::max();

    const AVFrame* byTime(std::size_t wanted) const {
        const std::vector<VideoIndex::Entry>& pictures = facts_->index.pictures;
        const std::size_t key = pictures[wanted].key;
        // Without a key picture in between, continuing to decode is as fast as seeking.
        const bool ahead = next_ != kLost && next_ <= wanted && (next_ == wanted || key <= pictures[next_].key);
        if (ahead) {
            if (const AVFrame* picture = decodeUntil(pictures[wanted].time)) return picture;
        }
        if (stream_.seek(facts_->index.keys[key])) {
            if (const AVFrame* picture = decodeUntil(pictures[wanted].time)) return picture;
        }
        stream_.rewind();
        return decodeUntil(pictures[wanted].time);
    }

    /// Decodes up to the picture with this time. Returns null if a later picture comes first.
    const AVFrame* decodeUntil(std::int64_t time) const {
        for (const AVFrame* picture = stream_.nextPicture(); picture != nullptr; picture = stream_.nextPicture()) {
            const std::int64_t at = viewer::timeOf(*picture);
            if (at == time) return picture;
            if (at != kNoTime && at > time) return nullptr;
        }
        return nullptr;
    }

    const AVFrame* byCount(std::size_t wanted) const {
        if (next_ > wanted) {
            stream_.rewind();
            next_ = 0;
        }
        const AVFrame* picture = nullptr;
        for (std::size_t n = next_; n <= wanted; ++n) {
            picture = stream_.nextPicture();
            if (picture == nullptr) return nullptr;
        }
        return picture;
    }

    std::shared_ptr<const VideoFacts> facts_;
    mutable std::mutex mutex_;
    mutable VideoStream stream_;
    mutable RgbConverter converter_;
    mutable std::size_t next_ = 0;  ///< the index of the next picture of the stream
};

class VideoSource final : public PixelSource {
public:
    explicit VideoSource(std::shared_ptr<const VideoFacts> facts) : facts_(std::move(facts)) {}

    std::shared_ptr<const Clip> openClip(std::stop_token stop) const override {
        if (stop.stop_requested()) throw Cancelled();
        return std::make_shared<VideoClip>(facts_);
    }

    /// Reads the picture of a GIF that has only one.
    void read(Volume& into, std::span<const int>, const SliceCallback& onSlice, std::stop_token stop) const override {
        const RgbImage image = openClip(stop)->frame(0);
        std::memcpy(into.writableSlice(0).data(), image.rgb.data(), std::min(image.rgb.size(), into.sliceBytes()));
        into.markReady(0);
        if (onSlice) onSlice(1, 1);
    }

private:
    std::shared_ptr<const VideoFacts> facts_;
};

/// Sets frame rate and duration. The duration is frames / rate, unless the times of the frames clearly differ.
void setTimes(const VideoStream& stream, VideoFacts& facts) {
    const auto count = static_cast<double>(facts.index.pictures.size());
    facts.timeBase = stream.timeBase();
    facts.rate = stream.averageRate();
    double span = 0.0;
    if (facts.index.seekable) {
        span =
            static_cast<double>(facts.index.pictures.back().time - facts.index.pictures.front().time) * facts.timeBase;
    }
    if (!(facts.rate > 0.0) || !std::isfinite(facts.rate) || facts.rate > 100'000.0) {
        facts.rate = span > 0.0 ? (count - 1.0) / span : 25.0;
    }
    const double declared = stream.declaredDuration();
    if (!facts.index.seekable && declared > 0.0 &&
        std::abs(count / facts.rate - declared) > 0.1 * declared + 1.0 / facts.rate) {
        facts.rate = count / declared;  // e.g. H.264 in AVI, where the file counts fields
    }
    facts.duration = count / facts.rate;
    const double byTimes = span + 1.0 / facts.rate;
    const double tolerance = std::max(1.5 / facts.rate, 0.01 * facts.duration);
    if (span > 0.0 && std::abs(byTimes - facts.duration) > tolerance) facts.duration = byTimes;
}

}  // namespace

bool isVideo(const ByteSourcePtr&, FileStart start) {
    using namespace std::string_view_literals;
    constexpr std::array kAtoms = {"ftyp"sv, "moov"sv, "mdat"sv, "wide"sv, "free"sv, "skip"sv, "pnot"sv};
    if (std::any_of(kAtoms.begin(), kAtoms.end(), [&](std::string_view atom) { return hasAt(start, 4, atom); })) {
        return !hasAt(start, 4, "ftypavif"sv) && !hasAt(start, 4, "ftyphei"sv) && !hasAt(start, 4, "ftypmif1"sv);
    }
    const bool transport = hasAt(start, 0, "G"sv) && hasAt(start, 188, "G"sv) && hasAt(start, 376, "G"sv);
    return hasAt(start, 0, "\x1a\x45\xdf\xa3"sv) ||  // Matroska, WebM
           (hasAt(start, 0, "RIFF"sv) && hasAt(start, 8, "AVI "sv)) || hasAt(start, 0, "GIF8"sv) || transport ||
           hasAt(start, 0, "\0\0\1\xba"sv) || hasAt(start, 0, "\0\0\1\xb3"sv) ||  // MPEG program stream, video
           hasAt(start, 0, "OggS"sv) || hasAt(start, 0, "FLV\1"sv) ||
           hasAt(start, 0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv);  // ASF (WMV)
}

std::vector<Series> readVideo(const ByteSourcePtr& source) {
    auto facts = std::make_shared<VideoFacts>();
    facts->source = source;
    facts->index = indexVideo(source);
    const VideoStream stream(source);
    facts->turn = stream.turn();
    facts->pixel.width = stream.pixelAspect();
    if (facts->turn.transposed) std::swap(facts->pixel.width, facts->pixel.height);
    setTimes(stream, *facts);

    Series series;
    series.description.words = source->fileName();
    series.files = {source->name()};
    series.source = std::make_shared<VideoSource>(facts);
    const int width = facts->turn.transposed ? facts->index.height : facts->index.width;
    const int height = facts->turn.transposed ? facts->index.width : facts->index.height;
    const int frames = static_cast<int>(facts->index.pictures.size());
    if (stream.container() == "GIF" && frames == 1) {
        PictureInfo picture;
        picture.geometry.size = {width, height, 1};
        picture.components = 3;
        series.info = picture;
        series.format = "GIF";
    } else {
        series.info = ClipInfo{frames, facts->rate, facts->duration, width, height};
        series.format = stream.container() + " (" + stream.codec() + ")";
    }
    return {std::move(series)};
}

}  // namespace fleming::viewer
