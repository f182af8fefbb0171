#pragma once

#include "viewer/data/series.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fleming::app {

/// A clip whose pixels all have the number of their frame: grey values, or colours.
class FakeClip : public viewer::Clip {
public:
    FakeClip(int frames, double framesPerSecond, bool isGrey)
        : frames_(frames), fps_(framesPerSecond), isGrey_(isGrey) {}
    std::optional<viewer::Windowing> windowing() const override {
        return isGrey_ ? std::optional<viewer::Windowing>(viewer::Window{128.0, 256.0}) : std::nullopt;
    }
    std::vector<viewer::NamedWindow> windows() const override { return {{"Vessel", {7.0, 9.0}}}; }
    int frameCount() const override { return frames_; }
    int width() const override { return 4; }
    int height() const override { return 2; }
    double framesPerSecond() const override { return fps_; }
    double duration() const override { return frames_ / fps_; }
    double timeOf(int index) const override { return index / fps_; }
    viewer::RgbImage frame(int index) const override {
        return {4, 2, std::vector<std::uint8_t>(24, static_cast<std::uint8_t>(index))};
    }
    std::shared_ptr<const viewer::Volume> values(int index) const override {
        if (!isGrey_) return {};
        viewer::Geometry geometry;
        geometry.size = {4, 2, 1};
        const auto volume = std::make_shared<viewer::Volume>(geometry, viewer::ScalarType::uint8, 1, viewer::Rescale{});
        for (std::byte& value : volume->writableSlice(0))
            value = static_cast<std::byte>(index);
        volume->markReady(0);
        return volume;
    }

private:
    int frames_;
    double fps_;
    bool isGrey_;
};

class ClipSource : public viewer::PixelSource {
public:
    explicit ClipSource(std::shared_ptr<const viewer::Clip> clip) : clip_(std::move(clip)) {}
    std::shared_ptr<const viewer::Clip> openClip(std::stop_token) const override { return clip_; }

private:
    std::shared_ptr<const viewer::Clip> clip_;
};

inline viewer::Series clipSeries(int frames, double framesPerSecond, bool isGrey = true) {
    viewer::Series series;
    series.info = viewer::ClipInfo{frames, framesPerSecond, frames / framesPerSecond, 4, 2};
    series.source = std::make_shared<ClipSource>(std::make_shared<FakeClip>(frames, framesPerSecond, isGrey));
    return series;
}

}  // namespace fleming::app
