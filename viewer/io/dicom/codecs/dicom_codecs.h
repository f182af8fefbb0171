#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A decompressed frame: rows * columns * samples values, interleaved, in the byte order of this machine.
struct DecodedFrame {
    std::vector<std::byte> values;
    int bytesPerValue = 1;  ///< 1, 2 or 4
    bool yCbCr = false;     ///< colours are full-range YCbCr, else RGB
};

/// Decodes one compressed frame: JPEG and JPEG-LS with DCMTK, JPEG 2000 with GDCM, RLE with rle.h. Before decoding,
/// checks that the size in the stream is that of `format`. Throws Error (dicom.…), naming `source`.
DecodedFrame decodeFrame(const PixelFormat& format, PixelCoding coding, std::span<const std::byte> compressed,
                         const std::string& source);

}  // namespace fleming::viewer
