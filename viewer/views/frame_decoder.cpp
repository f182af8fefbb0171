#include "viewer/views/frame_decoder.h"

#include "viewer/views/to_qimage.h"

#include <algorithm>

namespace fleming::viewer {

namespace {

constexpr int kLookAhead = 6;
constexpr int kKeptBehind = 2;
constexpr double kLookAheadBytes = 64e6;  // fewer of large frames

}  // namespace

FrameDecoder::FrameDecoder(QObject* parent)
    : QObject(parent), thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

FrameDecoder::~FrameDecoder() {
    thread_.request_stop();
    thread_.join();
}

void FrameDecoder::setClip(std::shared_ptr<const Clip> clip) {
    const double frameBytes = clip ? std::max(1.0, 4.0 * clip->width() * clip->height()) : 1.0;
    const std::lock_guard lock(mutex_);
    mostAhead_ = std::max(1, static_cast<int>(std::min<double>(kLookAhead, kLookAheadBytes / frameBytes)));
    clip_ = std::move(clip);
    ++generation_;
    wanted_ = -1;
    frames_.clear();
}

void FrameDecoder::want(int frame, bool lookAhead, int last) {
    {
        const std::lock_guard lock(mutex_);
        wanted_ = frame;
        ahead_ = lookAhead ? std::clamp(last - frame, 0, mostAhead_) : 0;
        std::erase_if(frames_, [&](const auto& kept) {
            return kept.first < frame - kKeptBehind || kept.first > frame + mostAhead_;
        });
    }
    wake_.notify_one();
}

std::pair<int, QImage> FrameDecoder::newest(int first, int last) const {
    const std::lock_guard lock(mutex_);
    for (auto kept = frames_.upper_bound(last); kept != frames_.begin();) {
        --kept;
        if (kept->first < first) break;
        if (!kept->second.isNull()) return *kept;
    }
    return {-1, {}};
}

bool FrameDecoder::isUndecodable(int frame) const {
    const std::lock_guard lock(mutex_);
    const auto kept = frames_.find(frame);
    return kept != frames_.end() && kept->second.isNull();
}

int FrameDecoder::nextWanted() const {
    if (!clip_ || wanted_ < 0) return -1;
    for (int frame = wanted_; frame <= wanted_ + ahead_; ++frame) {
        if (!frames_.contains(frame)) return frame;
    }
    return -1;
}

void FrameDecoder::run(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return nextWanted() >= 0; })) {
        if (stop.stop_requested()) return;
        const int frame = nextWanted();
        const int generation = generation_;
        const std::shared_ptr<const Clip> clip = clip_;
        lock.unlock();
        QImage image;
        std::exception_ptr exception;
        try {
            image = toQImage(clip->frame(frame));
        } catch (...) {
            exception = std::current_exception();
        }
        lock.lock();
        if (generation != generation_) continue;
        frames_[frame] = image;
        lock.unlock();
        if (!exception) {
            Q_EMIT decoded(frame);
        } else {
            Q_EMIT failed(frame, exception);
        }
        lock.lock();
    }
}

}  // namespace fleming::viewer
