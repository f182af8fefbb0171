#include "viewer/views/clip_player.h"

#include <algorithm>

namespace fleming::viewer {

namespace {

constexpr double kShortestFrame = 1e-3;  // s; files can give several frames one time

}  // namespace

ClipPlayer::ClipPlayer(const Clip& clip) {
    times_.reserve(static_cast<std::size_t>(clip.frameCount()));
    for (int frame = 0; frame < clip.frameCount(); ++frame)
        times_.push_back(clip.timeOf(frame));
    framesPerSecond_ = clip.framesPerSecond() > 0 ? clip.framesPerSecond() : 1.0;
    duration_ = clip.duration();
    playback_.mode = clip.preferredMode();
}

int ClipPlayer::indexAt(double seconds) const {
    const auto after = std::upper_bound(times_.begin(), times_.end(), seconds);
    return std::max(0, static_cast<int>(after - times_.begin()) - 1);
}

void ClipPlayer::setInPoint(double seconds) {
    if (count() == 0) return;
    in_ = std::clamp(seconds, 0.0, duration_);
    if (out_ && *out_ < *in_) out_.reset();
}

void ClipPlayer::setOutPoint(double seconds) {
    if (count() == 0) return;
    out_ = std::clamp(seconds, 0.0, duration_);
    if (in_ && *in_ > *out_) in_.reset();
}

void ClipPlayer::clearRange() {
    in_.reset();
    out_.reset();
}

std::optional<std::pair<double, double>> ClipPlayer::range() const {
    if (count() == 0 || (!in_ && !out_)) return {};
    return std::pair(in_.value_or(0.0), out_.value_or(duration_));
}

void ClipPlayer::setSpeed(double speed, double now) {
    const double before = playback_.speed;
    playback_.speed = std::clamp(speed, kSlowestPlay, kFastestPlay);
    nextAt_ = now + std::max(0.0, nextAt_ - now) * before / playback_.speed;
}

void ClipPlayer::setMode(PlayMode mode) {
    playback_.mode = mode;
    direction_ = 1;
}

void ClipPlayer::seek(int frame, double now) {
    frame_ = std::clamp(frame, 0, count() - 1);
    hold(now);
}

void ClipPlayer::start(double now) {
    if (count() == 0) return;
    const bool isOutside = frame_ < firstFrame() || frame_ > lastFrame();
    const bool isAtEnd = frame_ == lastFrame() && playback_.mode != PlayMode::backAndForth;
    if (isOutside || isAtEnd) {
        frame_ = firstFrame();
        direction_ = 1;
    }
    isPlaying_ = true;
    hold(now);
}

void ClipPlayer::hold(double now) {
    nextAt_ = now + shownFor(frame_);
}

double ClipPlayer::shownFor(int frame) const {
    if (frame < 0) return 0.0;
    const double end = frame + 1 < count() ? timeOf(frame + 1) : std::max(duration_, timeOf(frame));
    const double seconds = end - timeOf(frame);
    return std::max(kShortestFrame, seconds > 0 ? seconds : 1.0 / framesPerSecond_) / playback_.speed;
}

std::optional<ClipPlayer::Step> ClipPlayer::next(Step from) const {
    const int first = firstFrame(), last = lastFrame();
    if (from.frame < first) return Step{first, 1};
    if (from.direction > 0 && from.frame < last) return Step{from.frame + 1, 1};
    switch (playback_.mode) {
        case PlayMode::loop:
            return Step{first, 1};
        case PlayMode::once:
            return {};
        case PlayMode::backAndForth:
            break;
    }
    if (first == last) return Step{first, 1};
    if (from.frame > last) return Step{last, -1};
    return from.frame > first ? Step{from.frame - 1, -1} : Step{first + 1, 1};
}

std::vector<int> ClipPlayer::advance(double now) {
    std::vector<int> due;
    if (now - nextAt_ > kLate) nextAt_ = now;
    while (isPlaying_ && now >= nextAt_) {
        const auto step = next({frame_, direction_});
        if (!step) {
            isPlaying_ = false;
            break;
        }
        frame_ = step->frame;
        direction_ = step->direction;
        nextAt_ += shownFor(frame_);
        due.push_back(frame_);
    }
    return due;
}

std::vector<int> ClipPlayer::upcoming(int count) const {
    std::vector<int> frames;
    std::optional<Step> step = Step{frame_, direction_};
    while (static_cast<int>(frames.size()) < count && (step = next(*step)))
        frames.push_back(step->frame);
    return frames;
}

}  // namespace fleming::viewer
