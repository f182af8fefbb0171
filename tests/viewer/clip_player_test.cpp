// Tests of the state of a clip that is played, with a clock of the test.
#include "viewer/views/clip_player.h"

#include <gtest/gtest.h>
#include <random>

namespace fleming::viewer {
namespace {

/// Frames at given times.
class TimedClip : public Clip {
public:
    TimedClip(std::vector<double> times, double duration) : times_(std::move(times)), duration_(duration) {}
    int frameCount() const override { return static_cast<int>(times_.size()); }
    int width() const override { return 2; }
    int height() const override { return 2; }
    double framesPerSecond() const override { return frameCount() / duration_; }
    double duration() const override { return duration_; }
    double timeOf(int index) const override { return times_.at(static_cast<std::size_t>(index)); }
    RgbImage frame(int) const override { return {2, 2, std::vector<std::uint8_t>(12)}; }

private:
    std::vector<double> times_;
    double duration_;
};

ClipPlayer evenPlayer(int frames, double rate) {
    std::vector<double> times;
    for (int f = 0; f < frames; ++f)
        times.push_back(f / rate);
    return ClipPlayer(TimedClip(std::move(times), frames / rate));
}

/// Plays for `seconds` from 100 s on, in small steps. Returns the frames that became due.
std::vector<int> played(ClipPlayer& player, double seconds, double step = 0.001) {
    std::vector<int> frames;
    player.start(100);
    for (int i = 1; i * step <= seconds; ++i) {
        for (const int frame : player.advance(100 + i * step))
            frames.push_back(frame);
    }
    return frames;
}

TEST(ClipPlayer, LoopsPlaysOnceAndGoesBackAndForthInItsRange) {
    ClipPlayer player = evenPlayer(10, 10);
    player.seek(2, 0);
    player.setInPoint(0.25);
    player.setOutPoint(0.55);
    ASSERT_EQ(player.firstFrame(), 2);
    ASSERT_EQ(player.lastFrame(), 5);
    EXPECT_EQ(played(player, 0.95), (std::vector<int>{3, 4, 5, 2, 3, 4, 5, 2, 3}));
    EXPECT_TRUE(player.isPlaying());

    player.setMode(PlayMode::once);
    player.seek(2, 0);
    EXPECT_EQ(played(player, 0.95), (std::vector<int>{3, 4, 5}));
    EXPECT_FALSE(player.isPlaying());
    EXPECT_EQ(player.frame(), 5);
    EXPECT_EQ(played(player, 0.15), std::vector<int>{3}) << "it begins again from the end";

    player.setMode(PlayMode::backAndForth);
    player.seek(2, 0);
    EXPECT_EQ(played(player, 0.95), (std::vector<int>{3, 4, 5, 4, 3, 2, 3, 4, 5}));
}

TEST(ClipPlayer, ReturnsToItsRange) {
    for (const PlayMode mode : {PlayMode::loop, PlayMode::backAndForth}) {
        ClipPlayer player = evenPlayer(10, 10);
        player.setMode(mode);
        player.setInPoint(0.4);
        player.setOutPoint(0.6);
        for (const int outside : {0, 9}) {
            player.start(100);
            player.seek(outside, 100);
            for (int i = 0; i < 20; ++i) {
                for (const int frame : player.advance(100 + 0.1 * i + 0.01))
                    EXPECT_TRUE(frame >= 4 && frame <= 6) << frame;
            }
        }
    }
}

TEST(ClipPlayer, ShowsEachFrameForItsOwnTime) {
    // Frame Time Vector: 40, 200 and 20 ms.
    ClipPlayer player(TimedClip({0, 0.04, 0.24, 0.26}, 0.3));
    player.seek(0, 0);
    player.start(0);
    EXPECT_TRUE(player.advance(0.039).empty());
    EXPECT_EQ(player.advance(0.041), std::vector<int>{1});
    EXPECT_TRUE(player.advance(0.239).empty());
    EXPECT_EQ(player.advance(0.261), (std::vector<int>{2, 3}));
    EXPECT_EQ(player.advance(0.301), std::vector<int>{0});
}

TEST(ClipPlayer, PlaysAtItsSpeed) {
    for (const double speed : {0.1, 0.5, 1.0, 2.0, 4.0}) {
        ClipPlayer player = evenPlayer(1000, 50);
        player.setSpeed(speed, 0);
        player.seek(0, 0);
        EXPECT_NEAR(static_cast<double>(played(player, 4).size()), 4 * 50 * speed, 1.0) << speed;
    }
    ClipPlayer player = evenPlayer(10, 10);
    player.setSpeed(99, 0);
    EXPECT_EQ(player.playback().speed, kFastestPlay);
    player.setSpeed(0, 0);
    EXPECT_EQ(player.playback().speed, kSlowestPlay);
    // A change counts at once, also for the frame on the screen.
    player.seek(0, 0);
    player.start(0);
    player.setSpeed(1, 0);
    EXPECT_EQ(player.advance(0.11), std::vector<int>{1});
}

TEST(ClipPlayer, NeverSkipsAfterAPauseOfTheProgram) {
    ClipPlayer player = evenPlayer(1000, 25);
    player.seek(0, 0);
    player.start(0);
    EXPECT_EQ(player.advance(60), std::vector<int>{1});
    player.hold(60);
    EXPECT_TRUE(player.advance(60.039).empty());
    EXPECT_EQ(player.advance(60.041), std::vector<int>{2});
}

TEST(ClipPlayer, EndsWithStrangeClips) {
    ClipPlayer none;
    none.start(0);
    EXPECT_FALSE(none.isPlaying());
    EXPECT_TRUE(none.advance(9).empty());
    for (const PlayMode mode : {PlayMode::loop, PlayMode::once, PlayMode::backAndForth}) {
        ClipPlayer one = evenPlayer(1, 10);
        one.setMode(mode);
        one.seek(0, 0);
        one.start(0);
        for (const int frame : one.advance(0.2))
            EXPECT_EQ(frame, 0);
        EXPECT_EQ(one.isPlaying(), mode != PlayMode::once);
        // All frames have one time.
        ClipPlayer same(TimedClip(std::vector<double>(50, 0.0), 0.0));
        same.setMode(mode);
        same.seek(0, 0);
        same.start(0);
        EXPECT_LT(same.advance(0.2).size(), 500U);
    }
}

TEST(ClipPlayer, KnowsWhatComesNext) {
    std::mt19937 random(std::random_device{}());
    for (int round = 0; round < 200; ++round) {
        const int frames = 1 + static_cast<int>(random() % 30);
        ClipPlayer player = evenPlayer(frames, 10);
        player.setMode(static_cast<PlayMode>(random() % 3));
        if (random() % 2) player.setInPoint(static_cast<double>(random() % 30) / 10);
        if (random() % 2) player.setOutPoint(static_cast<double>(random() % 30) / 10);
        player.seek(static_cast<int>(random() % 30), 100);
        player.start(100);
        const int first = player.frame();
        const std::vector<int> upcoming = player.upcoming(12);
        std::vector<int> seen;
        for (int i = 1; i <= 500 && seen.size() < upcoming.size(); ++i) {
            for (const int frame : player.advance(100 + 0.01 * i))
                seen.push_back(frame);
        }
        EXPECT_EQ(seen, upcoming) << frames << " frames from " << first;
    }
}

}  // namespace
}  // namespace fleming::viewer
