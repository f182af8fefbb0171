#pragma once

#include "viewer/data/clip.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fleming::viewer {

/// A clip of 10 frames of 4 x 2 pixels at 5 frames per second; all values of frame i are 20 * i.
class MadeClip : public Clip {
public:
    /// With a window, the values are grey.
    explicit MadeClip(std::optional<Window> window = {}) : window_(window) {}

    int frameCount() const override { return 10; }
    int width() const override { return 4; }
    int height() const override { return 2; }
    double framesPerSecond() const override { return 5; }
    double duration() const override { return 2; }
    double timeOf(int index) const override { return index / 5.0; }
    std::optional<Windowing> windowing() const override {
        return window_ ? std::optional<Windowing>(*window_) : std::nullopt;
    }
    RgbImage frame(int index) const override {
        const double value = index * 20;
        return {4, 2,
                std::vector<std::uint8_t>(24, window_ ? windowed(value, *window_) : static_cast<std::uint8_t>(value))};
    }
    std::shared_ptr<const Volume> values(int index) const override {
        if (!window_) return {};
        Geometry geometry;
        geometry.size = {4, 2, 1};
        const auto volume = std::make_shared<Volume>(geometry, ScalarType::uint8, 1, Rescale{});
        for (std::byte& value : volume->writableSlice(0))
            value = static_cast<std::byte>(index * 20);
        volume->markReady(0);
        return volume;
    }

private:
    std::optional<Window> window_;
};

}  // namespace fleming::viewer
