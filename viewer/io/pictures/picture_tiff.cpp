#include "viewer/io/pictures/picture_tiff.h"

#include "base/error.h"

#include <algorithm>
#include <climits>
#include <cstring>
#include <memory>
#include <tiffio.h>
#include <vector>

namespace fleming::viewer {

namespace {

using namespace std::string_view_literals;

constexpr int kMostPages = 65535;

bool recognizes(FileStart start) {
    return hasAt(start, 0, "II*\0"sv) || hasAt(start, 0, "MM\0*"sv) || hasAt(start, 0, "II+\0"sv) ||
           hasAt(start, 0, "MM\0+"sv);
}

/// The bytes that libtiff reads, and its position in them.
struct Cursor {
    FileBytes bytes;
    std::uint64_t at = 0;
};

Cursor* cursorOf(thandle_t handle) {
    return static_cast<Cursor*>(handle);
}

tmsize_t readBytes(thandle_t handle, void* to, tmsize_t count) {
    Cursor* cursor = cursorOf(handle);
    if (count < 0 || cursor->at >= cursor->bytes.size()) return 0;
    const std::size_t part = std::min<std::size_t>(static_cast<std::size_t>(count), cursor->bytes.size() - cursor->at);
    std::memcpy(to, cursor->bytes.data() + cursor->at, part);
    cursor->at += part;
    return static_cast<tmsize_t>(part);
}
tmsize_t writeNothing(thandle_t, void*, tmsize_t) {
    return 0;
}
toff_t seekTo(thandle_t handle, toff_t offset, int whence) {
    Cursor* cursor = cursorOf(handle);
    const std::uint64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? cursor->at : cursor->bytes.size();
    cursor->at = base + offset;
    return cursor->at;
}
int closeNothing(thandle_t) {
    return 0;
}
toff_t sizeOf(thandle_t handle) {
    return cursorOf(handle)->bytes.size();
}

struct Closer {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Closer>;

Tiff openTiff(const std::string& source, Cursor& cursor) {
    static const bool silenced = (TIFFSetErrorHandler(nullptr), TIFFSetWarningHandler(nullptr), true);
    static_cast<void>(silenced);
    // "m": libtiff does not map the file.
    Tiff tiff(TIFFClientOpen("picture", "rm", &cursor, readBytes, writeNothing, seekTo, closeNothing, sizeOf, nullptr,
                             nullptr));
    if (!tiff) throw Error("picture.damaged_header", source);
    return tiff;
}

/// The tags of a page that specify how its pixels are stored.
struct Page {
    std::uint32_t width = 0, height = 0;
    std::uint16_t bits = 1, samples = 1, format = SAMPLEFORMAT_UINT, photometric = PHOTOMETRIC_MINISBLACK;
    std::uint16_t planar = PLANARCONFIG_CONTIG, compression = COMPRESSION_NONE, orientation = 1;
    bool tiled = false;

    explicit Page(TIFF* tiff) {
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLEFORMAT, &format);
        TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planar);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &compression);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
        tiled = TIFFIsTiled(tiff) != 0;
        if (samples == 1) planar = PLANARCONFIG_CONTIG;
        if (format == SAMPLEFORMAT_VOID) format = SAMPLEFORMAT_UINT;
    }

    bool grey() const { return photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE; }
    bool jpegColours() const { return photometric == PHOTOMETRIC_YCBCR && compression == COMPRESSION_JPEG; }
    /// Returns true for the colours that decodeColours() and decodePalette() read; libtiff converts the others.
    bool plainColours() const {
        if (photometric == PHOTOMETRIC_PALETTE) return samples == 1 && bits <= 8 && format == SAMPLEFORMAT_UINT;
        if (photometric == PHOTOMETRIC_SEPARATED) return samples >= 4 && bits == 8;
        return (photometric == PHOTOMETRIC_RGB || jpegColours()) && samples >= 3 && (bits == 8 || bits == 16) &&
               format == SAMPLEFORMAT_UINT;
    }
};

ScalarType greyType(const std::string& source, const Page& page) {
    const bool real = page.format == SAMPLEFORMAT_IEEEFP, isSigned = page.format == SAMPLEFORMAT_INT;
    if (!real && !isSigned && page.format != SAMPLEFORMAT_UINT) throw Error("picture.complex", source);
    if (real && page.bits == 32) return ScalarType::float32;
    if (real && page.bits == 64) return ScalarType::float64;
    if (real) throw Error("picture.unsupported_float_bits", source, {std::to_string(page.bits)});
    switch (page.bits) {
        case 1:
        case 2:
        case 4:
            return ScalarType::uint8;
        case 8:
            return isSigned ? ScalarType::int8 : ScalarType::uint8;
        case 16:
            return isSigned ? ScalarType::int16 : ScalarType::uint16;
        case 32:
            return isSigned ? ScalarType::int32 : ScalarType::uint32;
        default:
            throw Error("picture.unsupported_bits", source, {std::to_string(page.bits)});
    }
}

/// Returns the number of bytes of the file that the strips or tiles of the page occupy.
std::uint64_t storedBytes(TIFF* tiff, const Page& page, std::uint64_t fileSize) {
    std::uint64_t* counts = nullptr;
    std::uint64_t* offsets = nullptr;
    TIFFGetField(tiff, page.tiled ? TIFFTAG_TILEBYTECOUNTS : TIFFTAG_STRIPBYTECOUNTS, &counts);
    TIFFGetField(tiff, page.tiled ? TIFFTAG_TILEOFFSETS : TIFFTAG_STRIPOFFSETS, &offsets);
    if (counts == nullptr || offsets == nullptr) return 0;
    const std::uint32_t parts = page.tiled ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
    std::uint64_t sum = 0;
    for (std::uint32_t n = 0; n < parts; ++n) {
        if (offsets[n] < fileSize) sum += std::min(counts[n], fileSize - offsets[n]);
    }
    return sum;
}

/// Returns the largest number of bytes that one byte can decompress to, or 0 if there is no useful bound (fax coding).
std::uint64_t largestRatio(std::uint16_t compression) {
    switch (compression) {
        case COMPRESSION_NONE:
            return 1;
        case COMPRESSION_PACKBITS:
            return 64;
        case COMPRESSION_CCITTRLE:
        case COMPRESSION_CCITTFAX3:
        case COMPRESSION_CCITTFAX4:
        case COMPRESSION_CCITTRLEW:
            return 0;
        default:
            return 4096;
    }
}

PictureHeader headerOf(const std::string& source, TIFF* tiff, std::uint64_t fileSize) {
    const Page page(tiff);
    checkPictureSize(source, page.width, page.height);
    if (page.samples < 1 || page.samples > 64)
        throw Error("picture.impossible_samples", source, {std::to_string(page.samples)});
    const std::uint64_t bits = std::uint64_t{page.width} * page.height * page.bits * page.samples;
    const std::uint64_t ratio = largestRatio(page.compression);
    const bool subsampled = page.photometric == PHOTOMETRIC_YCBCR;
    if (ratio != 0 && bits / 8 / (subsampled ? 3 : 1) > storedBytes(tiff, page, fileSize) * ratio) {
        throw Error("picture.too_few_bytes", source);
    }
    if (TIFFIsCODECConfigured(page.compression) == 0)
        throw Error("picture.unsupported_compression", source, {std::to_string(page.compression)});
    PictureHeader header;
    header.width = static_cast<int>(page.width);
    header.height = static_cast<int>(page.height);
    header.orientation = page.orientation >= 1 && page.orientation <= 8 ? page.orientation : 1;
    if (page.grey()) {
        header.type = greyType(source, page);
        header.inverted = page.photometric == PHOTOMETRIC_MINISWHITE;
    } else {
        header.components = 3;
        char message[1024] = "";
        if (!page.plainColours() && TIFFRGBAImageOK(tiff, message) == 0)
            throw Error("picture.unsupported_colours", source);
    }
    return header;
}

/// A rectangle of decoded samples: a strip or a tile.
struct Block {
    std::uint32_t x = 0, y = 0, columns = 0, rows = 0;  ///< in the picture
    std::size_t rowBytes = 0;
    const std::byte* samples = nullptr;
};

/// Decodes all blocks of a plane and calls use(block) for each. Returns false if one is damaged.
template <typename Use>
bool forBlocks(TIFF* tiff, const Page& page, std::uint16_t plane, const Use& use) {
    const tmsize_t size = page.tiled ? TIFFTileSize(tiff) : TIFFStripSize(tiff);
    const tmsize_t rowBytes = page.tiled ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff);
    constexpr tmsize_t kLargestBlock = tmsize_t{1} << 31;
    if (size <= 0 || rowBytes <= 0 || size > kLargestBlock) return false;
    std::uint32_t blockWidth = page.width, blockHeight = page.height;
    if (page.tiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &blockWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &blockHeight);
    } else {
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &blockHeight);
        blockHeight = std::min(blockHeight, page.height);
    }
    if (blockWidth == 0 || blockHeight == 0) return false;
    std::vector<std::byte> samples(static_cast<std::size_t>(size));
    for (std::uint32_t y = 0; y < page.height; y += std::min(blockHeight, page.height - y)) {
        for (std::uint32_t x = 0; x < page.width; x += std::min(blockWidth, page.width - x)) {
            const Block block{x,
                              y,
                              std::min(blockWidth, page.width - x),
                              std::min(blockHeight, page.height - y),
                              static_cast<std::size_t>(rowBytes),
                              samples.data()};
            const tmsize_t need = rowBytes * static_cast<tmsize_t>(block.rows);
            const tmsize_t came =
                page.tiled ? TIFFReadEncodedTile(tiff, TIFFComputeTile(tiff, x, y, 0, plane), samples.data(), size)
                           : TIFFReadEncodedStrip(tiff, TIFFComputeStrip(tiff, y, plane), samples.data(), size);
            if (need > size || came < need) return false;
            use(block);
        }
    }
    return true;
}

/// Returns sample `index` of a row of samples of fewer than 8 bits; the first sample is in the highest bits.
unsigned packedSample(const std::byte* row, std::size_t index, unsigned bits) {
    const std::size_t bit = index * bits;
    return (std::to_integer<unsigned>(row[bit / 8]) >> (8 - bits - bit % 8)) & ((1U << bits) - 1);
}

bool decodeGrey(TIFF* tiff, const Page& page, const PictureHeader& header, std::span<std::byte> pixels) {
    const std::size_t bytes = bytesOf(header.type), width = page.width;
    const std::size_t step = page.planar == PLANARCONFIG_CONTIG ? page.samples : 1;
    return forBlocks(tiff, page, 0, [&](const Block& block) {
        for (std::uint32_t row = 0; row < block.rows; ++row) {
            const std::byte* from = block.samples + row * block.rowBytes;
            std::byte* to = &pixels[((block.y + row) * width + block.x) * bytes];
            for (std::size_t x = 0; x < block.columns; ++x) {
                if (page.bits >= 8) {
                    std::memcpy(to + x * bytes, from + x * step * bytes, bytes);
                } else {  // scaled to 0..255
                    to[x] = static_cast<std::byte>(packedSample(from, x * step, page.bits) *
                                                   (255U / ((1U << page.bits) - 1)));
                }
            }
        }
    });
}

bool decodePalette(TIFF* tiff, const Page& page, std::span<std::byte> pixels) {
    std::uint16_t *red = nullptr, *green = nullptr, *blue = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_COLORMAP, &red, &green, &blue) == 0) return false;
    const std::size_t width = page.width;
    return forBlocks(tiff, page, 0, [&](const Block& block) {
        for (std::uint32_t row = 0; row < block.rows; ++row) {
            const std::byte* from = block.samples + row * block.rowBytes;
            std::byte* to = &pixels[((block.y + row) * width + block.x) * 3];
            for (std::size_t x = 0; x < block.columns; ++x, to += 3) {
                const unsigned index =
                    page.bits == 8 ? std::to_integer<unsigned>(from[x]) : packedSample(from, x, page.bits);
                to[0] = static_cast<std::byte>(red[index] >> 8);
                to[1] = static_cast<std::byte>(green[index] >> 8);
                to[2] = static_cast<std::byte>(blue[index] >> 8);
            }
        }
    });
}

/// Decodes 8-bit CMYK, or 8- or 16-bit RGB, interleaved or planar. Keeps the high byte of 16 bits, as Pillow does.
bool decodeColours(TIFF* tiff, const Page& page, std::span<std::byte> pixels) {
    const bool inks = page.photometric == PHOTOMETRIC_SEPARATED;
    const bool planes = page.planar == PLANARCONFIG_SEPARATE;
    const std::size_t width = page.width, wanted = inks ? 4 : 3, step = planes ? 1 : page.samples;
    std::vector<std::uint8_t> four(inks ? width * page.height * 4 : 0);
    std::uint8_t* target = inks ? four.data() : reinterpret_cast<std::uint8_t*>(pixels.data());
    for (std::size_t plane = 0; plane < (planes ? wanted : 1); ++plane) {
        const bool good = forBlocks(tiff, page, static_cast<std::uint16_t>(plane), [&](const Block& block) {
            for (std::uint32_t row = 0; row < block.rows; ++row) {
                const std::byte* from = block.samples + row * block.rowBytes;
                std::uint8_t* to = target + ((block.y + row) * width + block.x) * wanted + plane;
                for (std::size_t x = 0; x < block.columns; ++x) {
                    for (std::size_t c = 0; c < (planes ? 1 : wanted); ++c) {
                        std::uint16_t value = 0;
                        if (page.bits == 8) {
                            value = std::to_integer<std::uint16_t>(from[x * step + c]);
                        } else {
                            std::memcpy(&value, from + (x * step + c) * 2, 2);
                            value = static_cast<std::uint16_t>(value >> 8);
                        }
                        to[x * wanted + c] = static_cast<std::uint8_t>(value);
                    }
                }
            }
        });
        if (!good) return false;
    }
    for (std::size_t n = 0; n < four.size(); ++n)
        four[n] = static_cast<std::uint8_t>(255 - four[n]);  // TIFF: 255 is full ink
    for (std::size_t n = 0; n < four.size() / 4; ++n)
        inkToRgb(&four[4 * n], reinterpret_cast<std::uint8_t*>(&pixels[3 * n]));
    return true;
}

/// Decodes the other colours with the conversion of libtiff.
bool decodeByLibrary(TIFF* tiff, const Page& page, std::span<std::byte> pixels) {
    const std::size_t count = std::size_t{page.width} * page.height;
    std::vector<std::uint32_t> raster(count);
    if (TIFFReadRGBAImageOriented(tiff, page.width, page.height, raster.data(), ORIENTATION_TOPLEFT, 1) == 0)
        return false;
    for (std::size_t n = 0; n < count; ++n) {
        pixels[3 * n] = static_cast<std::byte>(TIFFGetR(raster[n]));
        pixels[3 * n + 1] = static_cast<std::byte>(TIFFGetG(raster[n]));
        pixels[3 * n + 2] = static_cast<std::byte>(TIFFGetB(raster[n]));
    }
    return true;
}

std::vector<PictureHeader> readHeaders(const std::string& source, FileBytes bytes) {
    Cursor cursor{bytes};
    const Tiff tiff = openTiff(source, cursor);
    std::vector<PictureHeader> pages;
    int directory = -1;
    do {
        ++directory;
        std::uint32_t subfile = 0;
        TIFFGetField(tiff.get(), TIFFTAG_SUBFILETYPE, &subfile);
        if ((subfile & FILETYPE_REDUCEDIMAGE) != 0 && !pages.empty()) continue;  // a thumbnail of a page
        if (directory >= kMostPages) throw Error("picture.too_many_pages", source, {std::to_string(kMostPages)});
        pages.push_back(headerOf(source, tiff.get(), bytes.size()));
        pages.back().page = directory;
    } while (TIFFReadDirectory(tiff.get()) == 1);
    return pages;
}

void decodeTiff(const std::string& source, FileBytes bytes, const PictureHeader& header, std::span<std::byte> pixels) {
    Cursor cursor{bytes};
    const Tiff tiff = openTiff(source, cursor);
    if (TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(header.page)) == 0) throw Error("picture.damaged", source);
    const Page tags(tiff.get());
    if (static_cast<int>(tags.width) != header.width || static_cast<int>(tags.height) != header.height) {
        throw Error("file.changed", source);
    }
    if (tags.jpegColours()) TIFFSetField(tiff.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    const bool good = tags.grey()                               ? decodeGrey(tiff.get(), tags, header, pixels)
                      : !tags.plainColours()                    ? decodeByLibrary(tiff.get(), tags, pixels)
                      : tags.photometric == PHOTOMETRIC_PALETTE ? decodePalette(tiff.get(), tags, pixels)
                                                                : decodeColours(tiff.get(), tags, pixels);
    if (!good) throw Error("picture.damaged", source);
}

}  // namespace

const PictureCodec kTiffCodec{"TIFF", recognizes, readHeaders, decodeTiff};

}  // namespace fleming::viewer
