#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/window.h"

#include <memory>
#include <optional>
#include <vector>

namespace fleming::viewer {

/// Frames over time, decoded on demand. Frame-exact: frame(i) is the i-th picture in presentation order, whatever was
/// asked before. Safe to call from several threads (calls wait for each other).
class Clip {
public:
    virtual ~Clip() = default;

    virtual int frameCount() const = 0;
    virtual int width() const = 0;  ///< as shown: after rotation and pixel aspect of rotation metadata
    virtual int height() const = 0;
    virtual double framesPerSecond() const = 0;  ///< average: the stream's avg_frame_rate; > 0
    virtual double duration() const = 0;         ///< s
    virtual double timeOf(int index) const = 0;  ///< presentation time, s from the first frame

    /// The LINEAR window that makes 8 bits of grey frames; absent where the frames have colours.
    virtual std::optional<Window> window() const { return {}; }

    /// The frame at `index` in 0..frameCount()-1, 8-bit RGB. Throws Error where it cannot be decoded.
    virtual RgbImage frame(int index) const = 0;

    /// The last frame whose time is not after `seconds`, clamped to the clip.
    int indexAt(double seconds) const;
};

}  // namespace fleming::viewer
