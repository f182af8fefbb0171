#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace fleming::viewer {

enum class JpegProcess { baseline, extended, progressive, lossless, jpegLs, jpeg2000 };

/// The header of a JPEG, JPEG-LS or JPEG 2000 stream.
struct JpegStream {
    JpegProcess process = JpegProcess::baseline;
    int width = 0, height = 0;
    int components = 1;
    int precision = 8;                        ///< bits per value
    bool subsampled = false;                  ///< chroma has fewer samples than luma
    bool jfif = false;                        ///< the stream has a JFIF marker: colours are YCbCr
    bool namedRgb = false;                    ///< the components are named R, G, B
    std::optional<int> adobeTransform;        ///< Adobe's APP14 marker: 0 none (RGB), 1 YCbCr
    bool multipleComponentTransform = false;  ///< JPEG 2000: the decoder returns RGB
};

/// Reads the header at the start of a stream (ISO/IEC 10918-1, 14495-1, 15444-1); a JPEG 2000 codestream may be inside
/// a JP2 file. Returns nothing if the stream is of another kind or is damaged before its frame header.
std::optional<JpegStream> readJpegStream(std::span<const std::byte> bytes);

}  // namespace fleming::viewer
