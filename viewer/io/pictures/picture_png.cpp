#include "viewer/io/pictures/picture_png.h"

#include "base/error.h"
#include "viewer/io/bytes/byte_stream.h"

#include <csetjmp>
#include <cstring>
#include <png.h>
#include <vector>

namespace fleming::viewer {

namespace {

std::uint32_t number(FileBytes bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t n = 0; n < 4; ++n)
        value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + n]);
    return value;
}

/// The state of one decoding. It has no destructors, because libpng leaves functions by longjmp.
struct Reader {
    FileBytes bytes;
    std::size_t at = 0;
    png_structp png = nullptr;
    png_infop info = nullptr;
};

void supply(png_structp png, png_bytep to, png_size_t count) {
    auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
    if (reader->bytes.size() - reader->at < count) png_error(png, "the file is cut short");
    std::memcpy(to, reader->bytes.data() + reader->at, count);
    reader->at += count;
}

[[noreturn]] void onError(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}
void onWarning(png_structp, png_const_charp) {}

/// Decodes the picture into `rows`. Returns false if it is damaged.
bool decode(Reader& reader, const PictureHeader& header, png_bytepp rows) {
    if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
    png_set_read_fn(reader.png, &reader, supply);
    png_read_info(reader.png, reader.info);
    // As Pillow's convert("RGB"): drops alpha, keeps the high byte of 16-bit colours.
    png_set_expand(reader.png);
    png_set_strip_alpha(reader.png);
    if (header.type == ScalarType::uint8) png_set_strip_16(reader.png);
    if (header.type == ScalarType::uint16) png_set_swap(reader.png);
    png_set_interlace_handling(reader.png);
    png_read_update_info(reader.png, reader.info);
    const std::size_t rowBytes = header.bytes() / static_cast<std::size_t>(header.height);
    if (png_get_rowbytes(reader.png, reader.info) != rowBytes) return false;
    png_read_image(reader.png, rows);
    png_read_end(reader.png, nullptr);
    return true;
}

PictureHeader readHeader(const std::string& source, FileBytes bytes) {
    if (bytes.size() < 33 || number(bytes, 8) != 13 || std::memcmp(&bytes[12], "IHDR", 4) != 0)
        throw Error("picture.damaged_header", source);
    PictureHeader header;
    const std::int64_t width = number(bytes, 16), height = number(bytes, 20);
    const auto depth = std::to_integer<unsigned>(bytes[24]), colour = std::to_integer<unsigned>(bytes[25]);
    checkPictureSize(source, width, height);
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
    header.components = (colour & 2) != 0 ? 3 : 1;  // true colour or palette
    // Grey with alpha has 8 bits, as in Pillow.
    header.type = depth == 16 && colour == 0 ? ScalarType::uint16 : ScalarType::uint8;

    std::uint64_t dataBytes = 0;
    bool ended = false;
    for (std::size_t at = 8; at + 12 <= bytes.size() && !ended;) {
        const std::size_t length = number(bytes, at);
        if (length > bytes.size() - at - 12) break;
        const auto is = [&](const char* name) { return std::memcmp(&bytes[at + 4], name, 4) == 0; };
        if (is("IDAT")) dataBytes += length;
        if (is("eXIf")) header.orientation = exifOrientation(bytes.subspan(at + 8, length));
        ended = is("IEND");
        at += 12 + length;
    }
    if (!ended) throw Error("file.cut_short", source);
    constexpr unsigned kChannels[8] = {1, 0, 3, 1, 2, 0, 4, 0};
    const std::uint64_t bits =
        static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) * depth * kChannels[colour & 7];
    if (bits / 8 > dataBytes * kDeflateRatio) throw Error("picture.too_few_bytes", source);
    return header;
}

void decodePng(const std::string& source, FileBytes bytes, const PictureHeader& header, std::span<std::byte> pixels) {
    const std::size_t rowBytes = header.bytes() / static_cast<std::size_t>(header.height);
    std::vector<png_bytep> rows(static_cast<std::size_t>(header.height));
    for (std::size_t n = 0; n < rows.size(); ++n)
        rows[n] = reinterpret_cast<png_bytep>(pixels.data() + n * rowBytes);
    Reader reader{bytes};
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning);
    reader.info = reader.png != nullptr ? png_create_info_struct(reader.png) : nullptr;
    const bool good = reader.info != nullptr && decode(reader, header, rows.data());
    png_destroy_read_struct(&reader.png, &reader.info, nullptr);
    if (!good) throw Error("picture.damaged", source);
}

}  // namespace

const PictureCodec kPngCodec{
    "PNG", [](FileStart start) { return hasAt(start, 0, "\x89PNG\r\n\x1a\n"); },
    [](const std::string& source, FileBytes bytes) { return std::vector{readHeader(source, bytes)}; }, decodePng};

}  // namespace fleming::viewer
