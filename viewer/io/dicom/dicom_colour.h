#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <cstdint>
#include <span>

namespace fleming::viewer {

/// How 8-bit colour values lie and what they mean.
enum class ColourLayout { byPixel, byPlane, subsampled422 };
enum class ColourModel { rgb, yCbCrFull, yCbCrPartial };

/// Makes interleaved RGB of `pixels` pixels. subsampled422: Y Y Cb Cr for each two pixels of a row (PS3.3 C.7.6.3.1.2);
/// yCbCrPartial: luma 16..235 (ITU-R BT.601), else full range. `from` holds 3 (or 2) values a pixel.
void toRgb(std::span<const std::uint8_t> from, std::size_t pixels, ColourLayout layout, ColourModel model,
           std::span<std::uint8_t> rgb);

}  // namespace fleming::viewer
