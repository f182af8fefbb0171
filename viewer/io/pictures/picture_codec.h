#pragma once

#include "viewer/data/volume.h"
#include "viewer/io/bytes/byte_match.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// The interface of picture formats. Each format is a PictureCodec in its own file; picture_file.cpp lists them.
namespace fleming::viewer {

using FileBytes = std::span<const std::byte>;

/// A decoded picture before its orientation is applied.
struct PictureHeader {
    int width = 0, height = 0;
    int components = 1;  ///< 1 (grey), or 3 (8-bit RGB)
    ScalarType type = ScalarType::uint8;
    bool inverted = false;  ///< the lowest value is white
    int orientation = 1;    ///< EXIF 2.32, tag 0x0112: 1..8
    int page = 0;           ///< the index of the picture in a file with several

    /// Returns the size of the decoded pixels in bytes.
    std::size_t bytes() const;
};

/// A picture format. `source` is the name for errors; `bytes` are all bytes of the file.
struct PictureCodec {
    const char* name;  ///< Series::format

    /// Returns true if `start` is the start of a file of this format.
    bool (*recognizes)(FileStart start);

    /// Reads and checks the headers of all pictures of the file without decoding them. Throws Error.
    std::vector<PictureHeader> (*readHeaders)(const std::string& source, FileBytes bytes);

    /// Decodes one picture into `pixels` (header.bytes() bytes): rows from the top, components interleaved, in the byte
    /// order of this machine. Throws Error; `pixels` is then unspecified.
    void (*decode)(const std::string& source, FileBytes bytes, const PictureHeader& header,
                   std::span<std::byte> pixels);
};

/// Throws Error if a size is not positive or if the picture has more than 2^28 pixels (16384 x 16384).
void checkPictureSize(const std::string& source, std::int64_t width, std::int64_t height);

/// Returns the orientation in an EXIF block (a TIFF header with its directory, with or without "Exif\0\0" before it),
/// or 1 if the block has no valid orientation.
int exifOrientation(FileBytes exif);

/// Returns the orientation in an XMP packet, or 1 if the packet has none.
int xmpOrientation(FileBytes xmp);

/// Applies an EXIF orientation to width x height pixels of `pixelBytes` bytes each. Orientations 5 to 8 exchange rows
/// and columns.
void applyOrientation(std::span<const std::byte> from, int width, int height, std::size_t pixelBytes, int orientation,
                      std::span<std::byte> to);

/// Converts a CMYK pixel, inverted as Adobe stores it (0 is full ink), to RGB with the rounding of Pillow.
void inkToRgb(const std::uint8_t* cmykInverted, std::uint8_t* rgb);

}  // namespace fleming::viewer
