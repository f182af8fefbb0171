#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace fleming::viewer {

enum class JpegProcess { baseline, extended, progressive, lossless, jpegLs, jpeg2000 };

/// What a JPEG, JPEG-LS or JPEG 2000 stream says of itself before its pixels.
struct JpegStream {
    JpegProcess process = JpegProcess::baseline;
    int width = 0, height = 0;
    int components = 1;
    int precision = 8;                        ///< bits a value
    bool subsampled = false;                  ///< chroma has fewer values than luma
    bool jfif = false;                        ///< JFIF: colours are YCbCr
    bool namedRgb = false;                    ///< components are called R, G, B
    std::optional<int> adobeTransform;        ///< Adobe's APP14 marker: 0 none (RGB), 1 YCbCr
    bool multipleComponentTransform = false;  ///< JPEG 2000: its decoder gives RGB
};

/// Reads it from the start of a stream (ISO/IEC 10918-1, 14495-1, 15444-1; a JPEG 2000 codestream may be in a JP2
/// file). Nothing where the stream is none of these or damaged before its frame header.
std::optional<JpegStream> readJpegStream(std::span<const std::byte> bytes);

}  // namespace fleming::viewer
