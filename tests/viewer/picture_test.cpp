#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/pictures/picture_codec.h"
#include "viewer/io/readers.h"

#include <gtest/gtest.h>
#include <sstream>
#include <tiffio.h>

namespace fleming::viewer {
namespace {

using testing::messageOf;
using testing::readFile;
using testing::TemporaryFolder;
using testing::writeFile;

const std::filesystem::path kPictures = std::filesystem::path(FLEMING_FIXTURES) / "pictures";

/// The picture as it is shown: RGB of 8 bits.
std::string shown(const Series& series) {
    const auto volume = loadVolume(series);
    std::string rgb;
    for (const std::byte value : volume->data()) {
        const auto level =
            static_cast<char>(series.inverted ? 255 - std::to_integer<int>(value) : std::to_integer<int>(value));
        rgb.append(series.components == 1 ? 3 : 1, level);
    }
    return rgb;
}

TEST(Picture, PixelsAreThoseOfPillow) {
    std::istringstream list(readFile(kPictures / "expected.txt"));
    std::string name;
    int width = 0, height = 0, count = 0;
    const TemporaryFolder folder;
    while (list >> name >> width >> height) {
        // The name tells nothing.
        const auto file = writeFile(folder / "file", readFile(kPictures / name));
        const FileKind kind = sniff(file);
        const Series series = kind == FileKind::video ? readVideo(file).at(0) : readPicture(file).at(0);
        EXPECT_EQ(series.kind, SeriesKind::picture) << name;
        EXPECT_EQ(series.geometry.size, (Index3{width, height, 1})) << name;
        EXPECT_TRUE(shown(series) == readFile(kPictures / (name + ".rgb"))) << name;
        ++count;
    }
    EXPECT_GE(count, 25);
}

TEST(Picture, EveryTruncationIsRefused) {
    const TemporaryFolder folder;
    for (const char* name : {"rgb.png", "baseline.jpg", "progressive.jpg", "lzw.tif", "rgb.bmp"}) {
        const std::string whole = readFile(kPictures / name);
        for (std::size_t size = 30; size + 13 < whole.size(); size += whole.size() / 20 + 1) {
            const auto file = writeFile(folder / "file", whole.substr(0, size));
            const std::string message = messageOf([&] {
                for (const Series& s : readPicture(file))
                    loadVolume(s);
            });
            EXPECT_TRUE(message.starts_with(file.string() + ": ")) << name << " " << size << " " << message;
        }
    }
}

TEST(Picture, BombsAreRefusedFromTheHeader) {
    const TemporaryFolder folder;
    std::string png = readFile(kPictures / "rgb.png");
    png.replace(16, 8, std::string("\0\0\x40\0\0\0\x40\0", 8));  // 16384 x 16384
    EXPECT_NE(messageOf([&] { readPicture(writeFile(folder / "a", png)); }).find("more pixels"), std::string::npos);
    png.replace(16, 8, std::string("\x7f\xff\xff\xff\x7f\xff\xff\xff", 8));
    EXPECT_NE(messageOf([&] { readPicture(writeFile(folder / "a", png)); }).find("size"), std::string::npos);
    std::string bmp = readFile(kPictures / "rgb.bmp");
    bmp.replace(18, 8, std::string("\0\x40\0\0\0\x40\0\0", 8));
    EXPECT_NE(messageOf([&] { readPicture(writeFile(folder / "a", bmp)); }).find("header is wrong"), std::string::npos);
}

/// Pages of 16-bit grey, written by libtiff.
void writePages(const std::filesystem::path& file, const std::vector<std::pair<int, int>>& sizes, int photometric) {
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    for (std::size_t page = 0; page < sizes.size(); ++page) {
        const auto [width, height] = sizes[page];
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 16);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, photometric);
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 16);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, 16);
        TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
        for (int y = 0; y < height; y += 16) {
            for (int x = 0; x < width; x += 16) {
                std::vector<std::uint16_t> tile(256);
                for (int n = 0; n < 256; ++n) {
                    tile[static_cast<std::size_t>(n)] =
                        static_cast<std::uint16_t>(1000 * static_cast<int>(page) + 30 * (y + n / 16) + x + n % 16);
                }
                TIFFWriteTile(tiff, tile.data(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0, 0);
            }
        }
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
}

TEST(Picture, TiffPagesOfOneSizeAreAVolume) {
    const TemporaryFolder folder;
    writePages(folder / "a.tif", {{20, 18}, {20, 18}, {20, 18}}, PHOTOMETRIC_MINISWHITE);
    const std::vector<Series> series = readPicture(folder / "a.tif");
    ASSERT_EQ(series.size(), 1U);
    EXPECT_EQ(series[0].geometry.size, (Index3{20, 18, 3}));
    EXPECT_EQ(series[0].type, ScalarType::uint16);
    EXPECT_TRUE(series[0].inverted);
    EXPECT_EQ(series[0].windows.at(0), (Window{32768, 65536}));
    EXPECT_EQ(loadVolume(series[0])->value(17, 16, 2), 2000 + 30 * 16 + 17);
}

TEST(Picture, TiffPagesOfSeveralSizesArePictures) {
    const TemporaryFolder folder;
    writePages(folder / "a.tif", {{20, 18}, {5, 6}}, PHOTOMETRIC_MINISBLACK);
    const std::vector<Series> series = readPicture(folder / "a.tif");
    ASSERT_EQ(series.size(), 2U);
    EXPECT_NE(series[1].description.find("page 2 of 2"), std::string::npos);
    EXPECT_EQ(loadVolume(series[1])->value(4, 5, 0), 1000 + 30 * 5 + 4);
}

TEST(Picture, OrientationOfDamagedExifIsOne) {
    const std::string good("Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0", 32);
    EXPECT_EQ(exifOrientation(std::as_bytes(std::span(good))), 6);
    for (std::size_t size = 0; size < 28; ++size) {
        EXPECT_EQ(exifOrientation(std::as_bytes(std::span(good).first(size))), 1) << size;
    }
    for (std::size_t at = 6; at < good.size(); ++at) {  // whatever is damaged, only 1..8 comes out
        std::string damaged = good;
        damaged[at] = '\xff';
        const int orientation = exifOrientation(std::as_bytes(std::span(damaged)));
        EXPECT_TRUE(orientation >= 1 && orientation <= 8);
    }
}

}  // namespace
}  // namespace fleming::viewer
