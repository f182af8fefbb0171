#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <cstddef>
#include <span>
#include <vector>

namespace fleming::viewer {

/// A frame out of its compression: rows * columns * samples values, colours by pixel, in the host's byte order.
struct DecodedFrame {
    std::vector<std::byte> values;
    int bytesPerValue = 1;  ///< 1, 2 or 4
    bool yCbCr = false;     ///< colours are full-range YCbCr, else RGB
};

/// Decodes one compressed frame: JPEG and JPEG-LS through DCMTK, JPEG 2000 through GDCM, RLE by rle.h. The stream's own
/// size must be that of `format`: checked before anything is decoded. Throws Error with the end of a sentence ("has
/// damaged ...").
DecodedFrame decodeFrame(const PixelFormat& format, PixelCoding coding, std::span<const std::byte> compressed);

}  // namespace fleming::viewer
