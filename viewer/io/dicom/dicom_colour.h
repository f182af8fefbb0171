#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <cstdint>
#include <span>

namespace fleming::viewer {

/// The layout of 8-bit colour samples: interleaved, in planes, or Y Y Cb Cr for each two pixels of a row (PS3.3
/// C.7.6.3.1.2).
enum class ColourLayout { byPixel, byPlane, subsampled422 };
/// The meaning of colour samples. yCbCrPartial has luma in 16..235 (ITU-R BT.601), yCbCrFull in 0..255.
enum class ColourModel { rgb, yCbCrFull, yCbCrPartial };

/// Converts `pixels` pixels to interleaved RGB. `from` has 3 samples per pixel, or 2 for subsampled422.
void toRgb(std::span<const std::uint8_t> from, std::size_t pixels, ColourLayout layout, ColourModel model,
           std::span<std::uint8_t> rgb);

}  // namespace fleming::viewer
