#pragma once

#include <vector>

#include "inference/types.h"

namespace fleming::inference {

/// Pillow's `Image.resize(..., BICUBIC)` on 8-bit RGB, bit for bit: a = -0.5, antialiased, 22-bit integer weights, a
/// horizontal pass then a vertical one with 8 bits between (Pillow, src/libImaging/Resample.c).
/// Throws Error where a size is not positive or `image.rgb` does not have width * height * 3 bytes.
Image resizeBicubic(const Image& image, int width, int height);

/// `image` brought to side x side by `fit`, 8-bit RGB. cover: shortest edge to `side`, the other int(side * long / short),
/// then the centre, as CLIPImageProcessor crops.
Image fitToSquare(const Image& image, int side, Fit fit);

/// What enters the vision tower: float32 (N, 3, side, side), row-major: N pictures, channels R G B, rows, columns;
/// (value / 255 - mean) / std with ImageNet's mean (0.485, 0.456, 0.406) and std (0.229, 0.224, 0.225).
std::vector<float> pixelValues(const std::vector<ImageInput>& images, int side);

/// InternVL's high-detail tiling: the picture in up to `maxTiles` tiles of side x side in the grid whose aspect ratio is
/// closest, plus a thumbnail where there is more than one tile.
std::vector<Image> tiles(const Image& image, int side, int maxTiles);

}  // namespace fleming::inference
