#pragma once

#include "viewer/data/volume.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

/// Picture formats, one a .cpp file: a header that is read and checked without decoding, and the pixels. All throw
/// Error, naming the file. Private to viewer/io.
namespace fleming::viewer {

using FileBytes = std::span<const std::byte>;

/// One picture as it is stored, before it is turned by its orientation.
struct PictureHeader {
    int width = 0, height = 0;
    int components = 1;  ///< 1 grey, 3 RGB of 8 bits
    ScalarType type = ScalarType::uint8;
    bool inverted = false;      ///< the lowest value is white
    int orientation = 1;        ///< EXIF 2.32, tag 0x0112: 1..8
    int page = 0;               ///< TIFF: which of the file's directories
    std::size_t bytes() const;  ///< of the pixels
};

/// Largest picture that is opened: 2^28 pixels (16384 x 16384). Throws Error past it, or where a size is not positive.
void checkPictureSize(const std::filesystem::path& file, std::int64_t width, std::int64_t height);

PictureHeader pngHeader(const std::filesystem::path& file, FileBytes bytes);
void decodePng(const std::filesystem::path& file, FileBytes bytes, const PictureHeader& header,
               std::span<std::byte> pixels);

PictureHeader jpegHeader(const std::filesystem::path& file, FileBytes bytes);
void decodeJpeg(const std::filesystem::path& file, FileBytes bytes, const PictureHeader& header,
                std::span<std::byte> pixels);

PictureHeader bmpHeader(const std::filesystem::path& file, FileBytes bytes);
void decodeBmp(const std::filesystem::path& file, FileBytes bytes, const PictureHeader& header,
               std::span<std::byte> pixels);

std::vector<PictureHeader> tiffHeaders(const std::filesystem::path& file, FileBytes bytes);  ///< one a page
void decodeTiff(const std::filesystem::path& file, FileBytes bytes, const PictureHeader& header,
                std::span<std::byte> pixels);

/// The orientation in an EXIF block (a TIFF header and what follows; "Exif\0\0" before it is passed over), 1 where it
/// has none or a wrong one.
int exifOrientation(FileBytes exif);

/// The orientation in an XMP packet, 1 where it has none.
int xmpOrientation(FileBytes xmp);

/// Brings pixels of `pixelBytes` bytes each, width x height, into the orientation's display order: rows and columns are
/// exchanged for orientations 5 to 8.
void applyOrientation(std::span<const std::byte> from, int width, int height, std::size_t pixelBytes, int orientation,
                      std::span<std::byte> to);

/// An ink pixel (0 = full ink, as Adobe stores it) as RGB, with Pillow's rounding.
void inkToRgb(const std::uint8_t* cmykInverted, std::uint8_t* rgb);

}  // namespace fleming::viewer
