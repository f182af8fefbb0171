#pragma once

#include "inference/types.h"

#include <vector>

namespace fleming::inference {

/// Pillow's `Image.resize(..., BICUBIC)` on 8-bit RGB, bit for bit: a = -0.5, antialiased, 22-bit integer weights, a
/// horizontal pass then a vertical one with 8 bits between (Pillow, src/libImaging/Resample.c). So do the Pillows that
/// Fleming-VL was trained and published with; from Pillow 13 on the vertical pass comes first where the height shrinks
/// more than the width, and some pixels of such pictures differ.
/// Throws Error where a size is not positive or `image.rgb` does not have width * height * 3 bytes.
Image resizeBicubic(const Image& image, int width, int height);

/// `image` brought to side x side by `fit`, 8-bit RGB. cover: shortest edge to `side`, the other int(side * long /
/// short), then the centre, as CLIPImageProcessor crops; nothing but the centre is computed. Throws Error as
/// resizeBicubic does.
Image fitToSquare(const Image& image, int side, Fit fit);

/// What enters the vision tower: float32 (N, 3, side, side), row-major: N pictures, channels R G B, rows, columns;
/// (value / 255 - mean) / std with ImageNet's mean (0.485, 0.456, 0.406) and std (0.229, 0.224, 0.225). The pictures
/// are shared among all cores. Throws Error as resizeBicubic does.
std::vector<float> pixelValues(const std::vector<ImageInput>& images, int side);

/// InternVL's high-detail tiling: the picture in up to `maxTiles` tiles of side x side in the grid whose aspect ratio
/// is closest, row by row, plus a thumbnail where there is more than one tile (InternVL, dynamic_preprocess). Throws
/// Error as resizeBicubic does, or where maxTiles is not in 1 to 1000.
std::vector<Image> tiles(const Image& image, int side, int maxTiles);

}  // namespace fleming::inference
