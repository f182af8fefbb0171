#include "viewer/io/pictures/picture_jpeg.h"

#include "base/error.h"

#include <csetjmp>
#include <cstdio>  // before jpeglib.h, which needs it
#include <cstring>
#include <jerror.h>
#include <jpeglib.h>
#include <vector>

namespace fleming::viewer {

namespace {

unsigned byteAt(FileBytes bytes, std::size_t n) {
    return std::to_integer<unsigned>(bytes[n]);
}

/// Calls use(marker, payload) for each segment up to the first scan. Returns the offset of the data of the scan, or 0
/// if there is none.
template <typename Use>
std::size_t forSegments(FileBytes bytes, const Use& use) {
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (byteAt(bytes, at) != 0xff) return 0;
        const unsigned marker = byteAt(bytes, at + 1);
        if (marker == 0xff) {  // a fill byte
            ++at;
            continue;
        }
        const std::size_t length = byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3);
        if (length < 2 || at + 2 + length > bytes.size()) return 0;
        use(marker, bytes.subspan(at + 4, length - 2));
        at += 2 + length;
        if (marker == 0xda) return at;
    }
    return 0;
}

bool startsWith(FileBytes bytes, const char* text, std::size_t count) {
    return bytes.size() >= count && std::memcmp(bytes.data(), text, count) == 0;
}

int orientationOf(FileBytes bytes) {
    int exif = 0, xmp = 0;
    forSegments(bytes, [&](unsigned marker, FileBytes payload) {
        if (marker != 0xe1) return;
        if (exif == 0 && startsWith(payload, "Exif\0\0", 6)) exif = exifOrientation(payload);
        if (xmp == 0 && startsWith(payload, "http://ns.adobe.com/xap/1.0/", 29)) xmp = xmpOrientation(payload);
    });
    return exif > 1 ? exif : xmp > 1 ? xmp : 1;
}

/// Returns true if an end-of-image marker follows the start of the first scan.
bool hasEnd(FileBytes bytes) {
    std::size_t at = forSegments(bytes, [](unsigned, FileBytes) {});
    while (at != 0 && at + 1 < bytes.size()) {
        const void* found = std::memchr(&bytes[at], 0xff, bytes.size() - 1 - at);
        if (found == nullptr) return false;
        at = static_cast<std::size_t>(static_cast<const std::byte*>(found) - bytes.data()) + 1;
        if (byteAt(bytes, at) == 0xd9) return true;
    }
    return false;
}

/// The state of libjpeg, and where it jumps on an error.
struct Decoder {
    jpeg_decompress_struct state{};
    jpeg_error_mgr errors{};
    std::jmp_buf leave{};
    bool cutShort = false;
};

Decoder* decoderOf(j_common_ptr state) {
    return static_cast<Decoder*>(state->client_data);
}

[[noreturn]] void onError(j_common_ptr state) {
    std::longjmp(decoderOf(state)->leave, 1);
}
void onMessage(j_common_ptr state, int) {
    if (state->err->msg_code == JWRN_JPEG_EOF) decoderOf(state)->cutShort = true;
}
void onOutput(j_common_ptr) {}

void start(Decoder& decoder, FileBytes bytes) {
    decoder.state.err = jpeg_std_error(&decoder.errors);
    decoder.errors.error_exit = onError;
    decoder.errors.emit_message = onMessage;
    decoder.errors.output_message = onOutput;
    decoder.state.client_data = &decoder;
    jpeg_create_decompress(&decoder.state);
    decoder.state.client_data = &decoder;
    jpeg_mem_src(&decoder.state, reinterpret_cast<const unsigned char*>(bytes.data()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&decoder.state, TRUE);
    const J_COLOR_SPACE space = decoder.state.jpeg_color_space;
    if (space == JCS_GRAYSCALE) {
        decoder.state.out_color_space = JCS_GRAYSCALE;
    } else {
        decoder.state.out_color_space = space == JCS_CMYK || space == JCS_YCCK ? JCS_CMYK : JCS_RGB;
    }
}

bool startDecoder(Decoder& decoder, FileBytes bytes) {
    if (setjmp(decoder.leave) != 0) return false;
    start(decoder, bytes);
    return true;
}

/// Decodes the picture into `pixels`. `ink` is a buffer for one row of four bytes per pixel. Returns false if the
/// picture is damaged.
bool decode(Decoder& decoder, FileBytes bytes, const PictureHeader& header, std::byte* pixels, std::uint8_t* ink) {
    if (setjmp(decoder.leave) != 0) return false;
    start(decoder, bytes);
    jpeg_start_decompress(&decoder.state);
    const auto width = static_cast<std::size_t>(header.width);
    if (decoder.state.output_width != width || decoder.state.output_height != static_cast<unsigned>(header.height))
        return false;
    const bool isInk = decoder.state.output_components == 4;
    if (!isInk && decoder.state.output_components != header.components) return false;
    while (decoder.state.output_scanline < decoder.state.output_height) {
        std::byte* row = pixels + decoder.state.output_scanline * width * static_cast<std::size_t>(header.components);
        JSAMPROW to = isInk ? ink : reinterpret_cast<JSAMPROW>(row);
        jpeg_read_scanlines(&decoder.state, &to, 1);
        for (std::size_t x = 0; isInk && x < width; ++x)
            inkToRgb(ink + 4 * x, reinterpret_cast<std::uint8_t*>(row) + 3 * x);
    }
    return !decoder.cutShort;
}

PictureHeader readHeader(const std::string& source, FileBytes bytes) {
    Decoder decoder;
    const bool good = startDecoder(decoder, bytes);
    PictureHeader header;
    const std::int64_t width = decoder.state.image_width, height = decoder.state.image_height;
    header.components = decoder.state.jpeg_color_space == JCS_GRAYSCALE ? 1 : 3;
    jpeg_destroy_decompress(&decoder.state);
    if (!good) throw Error("picture.damaged_jpeg", source);
    checkPictureSize(source, width, height);
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height);
    header.orientation = orientationOf(bytes);
    if (!hasEnd(bytes)) throw Error("file.cut_short", source);
    return header;
}

void decodeJpeg(const std::string& source, FileBytes bytes, const PictureHeader& header, std::span<std::byte> pixels) {
    Decoder decoder;
    std::vector<std::uint8_t> ink(static_cast<std::size_t>(header.width) * 4);
    const bool good = decode(decoder, bytes, header, pixels.data(), ink.data());
    jpeg_destroy_decompress(&decoder.state);
    if (!good) throw Error(decoder.cutShort ? "file.cut_short" : "picture.damaged", source);
}

}  // namespace

const PictureCodec kJpegCodec{
    "JPEG", [](FileStart start) { return hasAt(start, 0, "\xff\xd8\xff"); },
    [](const std::string& source, FileBytes bytes) { return std::vector{readHeader(source, bytes)}; }, decodeJpeg};

}  // namespace fleming::viewer
