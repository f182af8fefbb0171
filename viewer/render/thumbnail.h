#pragma once

#include "viewer/data/picture.h"
#include "viewer/data/series.h"
#include "viewer/render/display.h"

#include <optional>
#include <stop_token>

namespace fleming::viewer {

/// Returns a small image of the middle slice or frame of `series`: its longer side has `side` pixels, its aspect is
/// that of the display (mm). A slice has `windowing`, by default defaultWindowing() of the middle slice. Reads only the
/// middle slice, and what the format requires before it. Throws Error, Cancelled.
RgbImage thumbnail(const Series& series, int side, const std::optional<Windowing>& windowing = {},
                   std::stop_token stop = {});

}  // namespace fleming::viewer
