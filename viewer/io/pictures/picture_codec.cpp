#include "viewer/io/pictures/picture_codec.h"

#include "base/error.h"

#include <cstring>
#include <string_view>

namespace fleming::viewer {

std::size_t PictureHeader::bytes() const {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(components) *
           bytesOf(type);
}

void checkPictureSize(const std::string& source, std::int64_t width, std::int64_t height) {
    constexpr std::int64_t kLargest = std::int64_t{1} << 28;
    if (width < 1 || height < 1 || width > kLargest || height > kLargest)
        throw Error("picture.impossible_size", source);
    if (width * height > kLargest) {
        throw Error("picture.too_large", source, {std::to_string(width), std::to_string(height)});
    }
}

int exifOrientation(FileBytes exif) {
    constexpr std::string_view kPrefix("Exif\0\0", 6);
    if (exif.size() >= 6 && std::memcmp(exif.data(), kPrefix.data(), 6) == 0) exif = exif.subspan(6);
    if (exif.size() < 8) return 1;
    const bool big = exif[0] == std::byte{'M'};
    const auto number = [&](std::size_t at, std::size_t count) {
        std::size_t value = 0;
        for (std::size_t n = 0; n < count; ++n) {
            value |= std::to_integer<std::size_t>(exif[at + n]) << (8 * (big ? count - 1 - n : n));
        }
        return value;
    };
    const std::size_t directory = number(4, 4);
    if (directory > exif.size() - 2) return 1;
    const std::size_t entries = number(directory, 2);
    for (std::size_t n = 0; n < entries; ++n) {
        const std::size_t at = directory + 2 + 12 * n;
        if (at + 12 > exif.size()) break;
        if (number(at, 2) != 0x0112) continue;
        const std::size_t value = number(at + 2, 2) == 4 ? number(at + 8, 4) : number(at + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

int xmpOrientation(FileBytes xmp) {
    const std::string_view text(reinterpret_cast<const char*>(xmp.data()), xmp.size());
    for (const std::string_view key : {"tiff:Orientation=\"", "tiff:Orientation>"}) {
        const std::size_t at = text.find(key);
        if (at == std::string_view::npos || at + key.size() >= text.size()) continue;
        const char digit = text[at + key.size()];
        if (digit >= '1' && digit <= '8') return digit - '0';
    }
    return 1;
}

void applyOrientation(std::span<const std::byte> from, int width, int height, std::size_t pixelBytes, int orientation,
                      std::span<std::byte> to) {
    const bool transposed = orientation >= 5;
    const bool flipX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool flipY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const auto columns = static_cast<std::size_t>(width), rows = static_cast<std::size_t>(height);
    const std::size_t outColumns = transposed ? rows : columns, outRows = transposed ? columns : rows;
    for (std::size_t y = 0; y < outRows; ++y) {
        for (std::size_t x = 0; x < outColumns; ++x) {
            const std::size_t u = transposed ? y : x, v = transposed ? x : y;
            const std::size_t column = flipX ? columns - 1 - u : u, row = flipY ? rows - 1 - v : v;
            std::memcpy(&to[(y * outColumns + x) * pixelBytes], &from[(row * columns + column) * pixelBytes],
                        pixelBytes);
        }
    }
}

void inkToRgb(const std::uint8_t* cmykInverted, std::uint8_t* rgb) {
    const int white = cmykInverted[3];
    for (int n = 0; n < 3; ++n) {
        const int product = (255 - cmykInverted[n]) * white + 128;
        const int level = white - (((product >> 8) + product) >> 8);
        rgb[n] = static_cast<std::uint8_t>(level < 0 ? 0 : level);
    }
}

}  // namespace fleming::viewer
