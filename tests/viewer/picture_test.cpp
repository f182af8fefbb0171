#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/pictures/picture_codec.h"
#include "viewer/io/pictures/picture_file.h"
#include "viewer/io/video/video_file.h"

#include <gtest/gtest.h>
#include <sstream>
#include <tiffio.h>

namespace fleming::viewer {
namespace {

using testing::errorOf;
using testing::faultOf;
using testing::fileSource;
using testing::inMemory;
using testing::readFile;
using testing::readsOnly;
using testing::TemporaryFolder;

const std::filesystem::path kPictures = std::filesystem::path(FLEMING_FIXTURES) / "pictures";

/// Returns the picture as 8-bit RGB, as it is displayed.
std::string shown(const Series& series) {
    const auto volume = loadVolume(series);
    std::string rgb;
    for (const std::byte value : volume->data()) {
        const auto level = static_cast<char>(series.image().inverted ? 255 - std::to_integer<int>(value)
                                                                     : std::to_integer<int>(value));
        rgb.append(series.image().components == 1 ? 3 : 1, level);
    }
    return rgb;
}

TEST(Picture, HasThePixelsOfPillow) {
    std::istringstream list(readFile(kPictures / "expected.txt"));
    std::string name;
    int width = 0, height = 0, count = 0;
    while (list >> name >> width >> height) {
        // The content decides, not the name.
        const ByteSourcePtr source = inMemory(readFile(kPictures / name), "file");
        const bool picture = isPicture(source, source->start(kFileStartBytes));
        const Series series = picture ? readPicture(source).at(0) : readVideo(source).at(0);
        EXPECT_EQ(series.kind(), SeriesKind::picture) << name;
        EXPECT_EQ(series.geometry().size, (Index3{width, height, 1})) << name;
        EXPECT_TRUE(shown(series) == readFile(kPictures / (name + ".rgb"))) << name;
        ++count;
    }
    EXPECT_GE(count, 25);
}

TEST(Picture, RefusesEveryTruncation) {
    for (const char* name : {"rgb.png", "baseline.jpg", "progressive.jpg", "lzw.tif", "rgb.bmp"}) {
        const std::string whole = readFile(kPictures / name);
        for (std::size_t size = 30; size + 13 < whole.size(); size += whole.size() / 20 + 1) {
            const Error error = errorOf([&] {
                for (const Series& s : readPicture(inMemory(whole.substr(0, size), name)))
                    loadVolume(s);
            });
            EXPECT_NE(error.code(), "") << name << " " << size;
            EXPECT_EQ(error.source(), name) << name << " " << size << " " << error.what();
        }
    }
}

TEST(Picture, RefusesDecompressionBombsByTheirHeaders) {
    std::string png = readFile(kPictures / "rgb.png");
    png.replace(16, 8, std::string("\0\0\x40\0\0\0\x40\0", 8));  // 16384 x 16384
    EXPECT_EQ(faultOf([&] { readPicture(inMemory(png)); }), "picture.too_few_bytes");
    png.replace(16, 8, std::string("\x7f\xff\xff\xff\x7f\xff\xff\xff", 8));
    EXPECT_EQ(faultOf([&] { readPicture(inMemory(png)); }), "picture.impossible_size");
    std::string bmp = readFile(kPictures / "rgb.bmp");
    bmp.replace(18, 8, std::string("\0\x40\0\0\0\x40\0\0", 8));
    EXPECT_EQ(faultOf([&] { readPicture(inMemory(bmp)); }), "picture.too_few_bytes");
}

/// Writes pages of 16-bit greyscale with libtiff.
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

TEST(Picture, MakesAVolumeOfTiffPagesOfOneSize) {
    const TemporaryFolder folder;
    writePages(folder / "a.tif", {{20, 18}, {20, 18}, {20, 18}}, PHOTOMETRIC_MINISWHITE);
    const std::vector<Series> series = readPicture(fileSource(folder / "a.tif"));
    ASSERT_EQ(series.size(), 1U);
    EXPECT_EQ(series[0].geometry().size, (Index3{20, 18, 3}));
    EXPECT_EQ(series[0].image().type, ScalarType::uint16);
    EXPECT_TRUE(series[0].image().inverted);
    EXPECT_EQ(series[0].image().windows.at(0), (NamedWindow{"Whole range", {32768, 65536}}));
    EXPECT_EQ(loadVolume(series[0])->value(17, 16, 2), 2000 + 30 * 16 + 17);
}

TEST(Picture, ReadsOnlyTheRequestedTiffPages) {
    const TemporaryFolder folder;
    writePages(folder / "a.tif", {{20, 18}, {20, 18}, {20, 18}, {20, 18}}, PHOTOMETRIC_MINISBLACK);
    EXPECT_TRUE(readsOnly(readPicture(fileSource(folder / "a.tif")).at(0), {3, 1}));
}

TEST(Picture, MakesPicturesOfTiffPagesOfSeveralSizes) {
    const TemporaryFolder folder;
    writePages(folder / "a.tif", {{20, 18}, {5, 6}}, PHOTOMETRIC_MINISBLACK);
    const std::vector<Series> series = readPicture(fileSource(folder / "a.tif"));
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(toString(series[1].description), "a.tif, page 2 of 2");
    EXPECT_EQ(loadVolume(series[1])->value(4, 5, 0), 1000 + 30 * 5 + 4);
}

TEST(Picture, HasOrientationOneForDamagedExif) {
    const std::string good("Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0", 32);
    EXPECT_EQ(exifOrientation(std::as_bytes(std::span(good))), 6);
    for (std::size_t size = 0; size < 28; ++size) {
        EXPECT_EQ(exifOrientation(std::as_bytes(std::span(good).first(size))), 1) << size;
    }
    for (std::size_t at = 6; at < good.size(); ++at) {  // damage gives a value in 1..8
        std::string damaged = good;
        damaged[at] = '\xff';
        const int orientation = exifOrientation(std::as_bytes(std::span(damaged)));
        EXPECT_TRUE(orientation >= 1 && orientation <= 8);
    }
}

}  // namespace
}  // namespace fleming::viewer
