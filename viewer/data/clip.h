#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/window.h"

#include <memory>
#include <optional>
#include <vector>

namespace fleming::viewer {

/// Frames over time, decoded on demand. Frame-exact: frame(i) is the i-th frame in presentation order, regardless of
/// earlier requests. Thread-safe; calls wait for each other.
class Clip {
public:
    virtual ~Clip() = default;

    virtual int frameCount() const = 0;
    virtual int width() const = 0;  ///< pixels as displayed: after the rotation in the metadata
    virtual int height() const = 0;
    virtual double framesPerSecond() const = 0;  ///< average: avg_frame_rate of the stream; > 0
    virtual double duration() const = 0;         ///< s
    virtual double timeOf(int index) const = 0;  ///< presentation time, s from the first frame

    /// Returns the LINEAR window with which grey frames become 8 bits; nothing if the frames have colours.
    virtual std::optional<Window> window() const { return {}; }

    /// Returns the frame at `index`, 0 <= index < frameCount(), as 8-bit RGB. Throws Error if it cannot be decoded.
    virtual RgbImage frame(int index) const = 0;

    /// Returns the last frame whose time is not after `seconds`, clamped to the clip.
    int indexAt(double seconds) const;
};

}  // namespace fleming::viewer
