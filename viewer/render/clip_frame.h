#pragma once

#include "viewer/data/clip.h"
#include "viewer/data/picture.h"
#include "viewer/render/display.h"

#include <optional>

namespace fleming::viewer {

/// Renders the values of a grey frame (Clip::values()) as render() does those of a slice. `lowestIsWhite` is that of
/// the clip.
RgbImage renderValues(const Volume& values, const Windowing& windowing, bool lowestIsWhite);

/// Renders a frame of a clip: for the screen, the evidence and every export. A grey frame is under `windowing`, by
/// default under Clip::window(), which gives the pixels of Clip::frame(); MinMax is that of the frame. Colours ignore
/// it. Throws Error if the frame cannot be decoded.
RgbImage renderFrame(const Clip& clip, int index, const std::optional<Windowing>& windowing = {});

}  // namespace fleming::viewer
