#pragma once

#include "base/error.h"
#include "viewer/views/clip_view.h"

#include <QImage>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <semaphore>
#include <vector>

namespace fleming::viewer::test {

/// A clip of 48 frames at 24 frames per second. All pixels of frame i have the grey level 4 * i.
class DrawnClip : public Clip {
public:
    int frameCount() const override { return 48; }
    int width() const override { return 64; }
    int height() const override { return 32; }
    double framesPerSecond() const override { return 24; }
    double duration() const override { return 2; }
    double timeOf(int index) const override { return index / 24.0; }
    RgbImage frame(int index) const override {
        ++asked;
        if (held) gate.acquire();
        if (index == damaged) throw Error("/clip.mp4: frame 7 is damaged.");
        return {64, 32, std::vector<std::uint8_t>(64 * 32 * 3, static_cast<std::uint8_t>(4 * index))};
    }

    bool held = false;
    int damaged = -1;
    mutable std::atomic<int> asked{0};
    mutable std::counting_semaphore<> gate{0};
};

/// A grey clip of 12 bits, 64 x 48: frame f has the value 100 * f + 10 * x + y at (x, y).
class DeepClip : public Clip {
public:
    int frameCount() const override { return 20; }
    int width() const override { return 64; }
    int height() const override { return 48; }
    double framesPerSecond() const override { return 10; }
    double duration() const override { return 2; }
    double timeOf(int index) const override { return index / 10.0; }
    static constexpr Window kWindow{2048, 4096};
    std::optional<Windowing> windowing() const override { return kWindow; }
    std::vector<NamedWindow> windows() const override { return {{"Vessels", {500, 300}}}; }
    static int valueAt(int frame, int x, int y) { return 100 * frame + 10 * x + y; }
    RgbImage frame(int index) const override {
        RgbImage image{64, 48, {}};
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 64; ++x)
                image.rgb.insert(image.rgb.end(), 3, windowed(valueAt(index, x, y), kWindow));
        }
        return image;
    }
    std::shared_ptr<const Volume> values(int index) const override {
        ++decoded;
        Geometry geometry;
        geometry.size = {64, 48, 1};
        const auto volume = std::make_shared<Volume>(geometry, ScalarType::uint16, 1, Rescale{});
        auto* to = reinterpret_cast<std::uint16_t*>(volume->writableSlice(0).data());
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 64; ++x)
                *to++ = static_cast<std::uint16_t>(valueAt(index, x, y));
        }
        volume->markReady(0);
        return volume;
    }
    mutable std::atomic<int> decoded{0};
};

inline int greyInTheMiddle(ClipView& view) {
    const QImage shown = view.grabImage();
    return qGray(shown.pixel(shown.width() / 2, shown.height() / 2 - 12));
}

}  // namespace fleming::viewer::test
