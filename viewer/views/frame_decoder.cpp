#include "viewer/views/frame_decoder.h"

#include "viewer/views/to_qimage.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr double kKeptBytes = 64e6;
constexpr double kMostKept = 1024;

/// Returns true if at most the window differs: such a frame may be shown until it is rendered anew.
bool isAlike(const FrameDisplay& one, const FrameDisplay& other) {
    return one.inverted == other.inverted && one.look == other.look;
}

/// Renders a frame. `kept` is the same frame under another display; of a frame that was not decoded yet, empty.
DecodedFrame decode(const Clip& clip, int frame, const FrameDisplay& display, const DecodedFrame& kept) {
    DecodedFrame decoded{frame, {}, kept.values, display};
    const std::optional<Windowing> own = clip.windowing();
    if (own && !decoded.values) decoded.values = clip.values(frame);
    if (decoded.values) {
        decoded.image = toQImage(renderValues(*decoded.values, display, *own, clip.lowestIsWhite()));
    } else if (kept.image.isNull()) {
        decoded.image = toQImage(renderFrame(clip, frame, display));
    } else {
        decoded.image = kept.image;  // of colours only the inversion can differ
        if (display.inverted != kept.display.inverted) decoded.image.invertPixels();
    }
    return decoded;
}

}  // namespace

FrameDecoder::FrameDecoder(QObject* parent)
    : QObject(parent), thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

FrameDecoder::~FrameDecoder() {
    thread_.request_stop();
    thread_.join();
}

void FrameDecoder::setClip(std::shared_ptr<const Clip> clip) {
    const double bytesPerPixel = clip && clip->windowing() ? 8.0 : 4.0;  // with the values
    const double frameBytes = clip ? std::max(1.0, bytesPerPixel * clip->width() * clip->height()) : 1.0;
    std::map<int, DecodedFrame> forgotten;  // freed without the lock
    const std::lock_guard lock(mutex_);
    mostKept_ = static_cast<std::size_t>(std::clamp(kKeptBytes / frameBytes, 4.0, kMostKept));
    mostAhead_ = std::min<std::size_t>(kLookAhead, mostKept_ / 2);
    clip_ = std::move(clip);
    ++generation_;
    display_ = {};
    wanted_ = -1;
    next_.clear();
    frames_.swap(forgotten);
}

void FrameDecoder::setDisplay(FrameDisplay display) {
    display.look.turn = {};
    display.look.interpolation = Interpolation::linear;  // pixels are one for one
    {
        const std::lock_guard lock(mutex_);
        display_ = std::move(display);
    }
    wake_.notify_one();
}

void FrameDecoder::want(int frame, std::vector<int> next) {
    {
        const std::lock_guard lock(mutex_);
        wanted_ = frame;
        next_ = std::move(next);
        if (next_.size() > mostAhead_) next_.resize(mostAhead_);
        dropFarthest();
    }
    wake_.notify_one();
}

/// Drops the frames that are farthest from the wanted one, and not requested, if there are too many.
void FrameDecoder::dropFarthest() {
    if (frames_.size() <= mostKept_) return;
    std::set<int> requested(next_.begin(), next_.end());
    requested.insert(wanted_);
    std::vector<int> others;
    for (const auto& [number, frame] : frames_) {
        if (!requested.contains(number)) others.push_back(number);
    }
    const auto distance = [this](int number) { return std::abs(number - wanted_); };
    std::ranges::sort(others, std::greater{}, distance);
    for (const int number : others) {
        if (frames_.size() <= mostKept_) return;
        frames_.erase(number);
    }
}

DecodedFrame FrameDecoder::latest(std::span<const int> due) const {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = due.size(); i-- > 0;) {
        const auto kept = frames_.find(due[i]);
        if (kept != frames_.end() && !kept->second.image.isNull() && isAlike(kept->second.display, display_))
            return kept->second;
    }
    return {};
}

bool FrameDecoder::isUndecodable(int frame) const {
    const std::lock_guard lock(mutex_);
    const auto kept = frames_.find(frame);
    return kept != frames_.end() && kept->second.image.isNull();
}

bool FrameDecoder::isDone(int frame) const {
    const auto kept = frames_.find(frame);
    return kept != frames_.end() && (kept->second.image.isNull() || kept->second.display == display_);
}

int FrameDecoder::nextWanted() const {
    if (!clip_ || wanted_ < 0) return -1;
    if (!isDone(wanted_)) return wanted_;
    const auto missing = std::ranges::find_if_not(next_, [this](int frame) { return isDone(frame); });
    if (missing == next_.end()) return -1;
    const int before = missing == next_.begin() ? wanted_ : *(missing - 1);
    if (*missing >= before) return *missing;
    // Videos decode forward only. Of frames that are shown backward, many are decoded at a time, from the lowest on.
    if (static_cast<std::size_t>(missing - next_.begin()) >= (next_.size() + 1) / 2) return -1;
    auto lowest = missing;
    while (lowest + 1 != next_.end() && *(lowest + 1) == *lowest - 1 && !isDone(*(lowest + 1)))
        ++lowest;
    return *lowest;
}

void FrameDecoder::run(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return nextWanted() >= 0; })) {
        if (stop.stop_requested()) return;
        const int frame = nextWanted();
        const int generation = generation_;
        const auto known = frames_.find(frame);
        const DecodedFrame kept = known != frames_.end() ? known->second : DecodedFrame();
        std::shared_ptr<const Clip> clip = clip_;
        const FrameDisplay display = display_;
        lock.unlock();
        DecodedFrame decodedFrame;
        std::exception_ptr exception;
        try {
            decodedFrame = decode(*clip, frame, display, kept);
        } catch (...) {
            exception = std::current_exception();
        }
        clip.reset();
        lock.lock();
        if (generation != generation_) continue;
        frames_[frame] = std::move(decodedFrame);
        dropFarthest();
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
