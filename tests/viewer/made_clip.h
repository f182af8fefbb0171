#pragma once

#include "viewer/data/clip.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fleming::viewer {

/// A clip of 10 frames of 4 x 2 pixels at 5 frames per second; all values of frame i are 20 * i.
class MadeClip : public Clip {
public:
    explicit MadeClip(std::optional<Window> window = {}) : window_(window) {}

    int frameCount() const override { return 10; }
    int width() const override { return 4; }
    int height() const override { return 2; }
    double framesPerSecond() const override { return 5; }
    double duration() const override { return 2; }
    double timeOf(int index) const override { return index / 5.0; }
    std::optional<Window> window() const override { return window_; }
    RgbImage frame(int index) const override {
        return {4, 2, std::vector<std::uint8_t>(24, static_cast<std::uint8_t>(index * 20))};
    }

private:
    std::optional<Window> window_;
};

}  // namespace fleming::viewer
