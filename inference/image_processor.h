#pragma once

#include "inference/types.h"

#include <vector>

namespace fleming::inference {

/// Resizes `image` exactly as Pillow's Image.resize(..., BICUBIC) does with 8-bit RGB: a = -0.5, antialiased, integer
/// weights of 22 bits, a horizontal pass, 8-bit rounding, a vertical pass. Source: Pillow, src/libImaging/Resample.c,
/// in the versions that Fleming-VL was trained and published with. Pillow 13 and later run the vertical pass first if
/// the height shrinks more than the width, which changes some pixels of such images. Throws an Error with an "image."
/// code if a size is not positive or too large, or if `image.rgb` does not have width * height * 3 bytes.
Image resizeBicubic(const Image& image, int width, int height);

/// Resizes `image` to side x side pixels by the rule `fit`. cover: the shortest edge becomes `side` and the other edge
/// int(side * long / short), then the centre is cropped as CLIPImageProcessor does; only the centre is computed. Throws
/// Error as resizeBicubic() does.
Image fitToSquare(const Image& image, int side, Fit fit);

/// Returns the input of the vision tower, float32 [N, 3, side, side], row-major: N images, channels R G B, rows,
/// columns. Each value is (byte / 255 - mean) / std with ImageNet's mean (0.485, 0.456, 0.406) and std (0.229, 0.224,
/// 0.225). The images are processed in parallel. Throws Error as resizeBicubic() does.
std::vector<float> pixelValues(const std::vector<ImageInput>& images, int side);

/// Cuts `image` into up to `maxTiles` tiles of side x side pixels, row by row, in the grid of the closest aspect ratio.
/// Adds a thumbnail of the whole image if there is more than one tile. Source: InternVL, dynamic_preprocess(). Throws
/// Error as resizeBicubic() does, or if `maxTiles` is not in 1 to 1000.
std::vector<Image> tiles(const Image& image, int side, int maxTiles);

}  // namespace fleming::inference
