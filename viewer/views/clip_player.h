#pragma once

#include "viewer/data/clip.h"

#include <optional>
#include <utility>
#include <vector>

namespace fleming::viewer {

inline constexpr double kSlowestPlay = 0.1, kFastestPlay = 4.0;  // times the speed of the clip

/// Which frame of a clip is due when: its range, its speed, what follows the last frame, and the frame that is due. A
/// plain value; it decodes nothing. `now` is in seconds of any steady clock.
class ClipPlayer {
public:
    ClipPlayer() = default;
    /// Reads all times once, because the calls of a clip may wait for each other while it decodes.
    explicit ClipPlayer(const Clip& clip);

    int count() const { return static_cast<int>(times_.size()); }
    double timeOf(int frame) const { return times_[static_cast<std::size_t>(frame)]; }
    double duration() const { return duration_; }
    double framesPerSecond() const { return framesPerSecond_; }
    int indexAt(double seconds) const;  ///< the last frame whose time is not after `seconds`, clamped to the clip

    // The in and the out point are in seconds, clamped to the clip.
    void setInPoint(double seconds);   ///< drops an out point before it
    void setOutPoint(double seconds);  ///< drops an in point after it
    void clearRange();
    std::optional<std::pair<double, double>> range() const;  ///< absent: the whole clip
    int firstFrame() const { return in_ ? indexAt(*in_) : 0; }
    int lastFrame() const { return out_ ? indexAt(*out_) : count() - 1; }

    const Playback& playback() const { return playback_; }
    void setSpeed(double speed, double now);  ///< limited to kSlowestPlay..kFastestPlay
    void setMode(PlayMode mode);

    int frame() const { return frame_; }  ///< -1: none
    bool isPlaying() const { return isPlaying_; }
    /// Goes to a frame of the clip, from which playing continues. Outside the range it returns to the range.
    void seek(int frame, double now);
    /// Plays from the current frame; from the start of the range if the frame is outside it or nothing would follow.
    void start(double now);
    void stop() { isPlaying_ = false; }

    /// Goes on to the frame that is due at `now`. Returns the frames that have become due, in order; the last one
    /// is frame(). After a pause of the program (over kLate) it goes on slowly instead of skipping. Stops at the end of
    /// PlayMode::once.
    std::vector<int> advance(double now);

    /// Shows the current frame for its full time from `now` on: it waits for the decoder.
    void hold(double now);

    /// Returns the next frames, at most `count`.
    std::vector<int> upcoming(int count) const;

    static constexpr double kLate = 0.25;  ///< s

private:
    struct Step {
        int frame;
        int direction;
    };
    /// Returns what follows a frame; absent at the end of PlayMode::once.
    std::optional<Step> next(Step from) const;
    double shownFor(int frame) const;  ///< s, at the current speed

    std::vector<double> times_;  ///< s, by frame
    double duration_ = 0.0, framesPerSecond_ = 1.0;
    std::optional<double> in_, out_;  ///< s
    Playback playback_;
    int frame_ = -1;
    int direction_ = 1;  ///< -1: back
    bool isPlaying_ = false;
    double nextAt_ = 0.0;  ///< when the next frame is due
};

}  // namespace fleming::viewer
