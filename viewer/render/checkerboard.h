#pragma once

#include "viewer/data/picture.h"

namespace fleming::viewer {

/// Returns the pixels of two images of one size in turn, in tiles of `tileWidth` x `tileHeight` pixels (at least 1):
/// the upper left tile is that of `one`. Throws Error("render.other_size") if the sizes differ.
RgbImage checkerboard(const RgbImage& one, const RgbImage& other, double tileWidth, double tileHeight);

}  // namespace fleming::viewer
