#pragma once

#include "viewer/data/clip.h"
#include "viewer/data/look.h"
#include "viewer/data/picture.h"
#include "viewer/render/display.h"

#include <optional>

namespace fleming::viewer {

/// How the frames of a clip are shown; the default is the plain frame.
struct FrameDisplay {
    std::optional<Windowing> windowing;  ///< of grey frames; absent: Clip::windowing()
    bool inverted = false;               ///< as Display::inverted
    Look look = {};                      ///< frames in colour ignore Look::colours
    friend bool operator==(const FrameDisplay&, const FrameDisplay&) = default;
};

/// Renders a frame of a clip: for the screen, the evidence and every export. A grey frame is rendered as render() does
/// a slice; MinMax is that of the frame. The pixels are the stored ones, turned: they are not made square (see
/// Clip::pixelSize()). Throws Error if the frame cannot be decoded.
RgbImage renderFrame(const Clip& clip, int index, const FrameDisplay& display = {});

/// Does the same with the values of a grey frame (Clip::values()). `windowing` is used if the display has none;
/// `lowestIsWhite` is that of the clip.
RgbImage renderValues(const Volume& values, const FrameDisplay& display, const Windowing& windowing,
                      bool lowestIsWhite);

}  // namespace fleming::viewer
