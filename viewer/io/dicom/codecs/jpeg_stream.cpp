#include "viewer/io/dicom/codecs/jpeg_stream.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace fleming::viewer {

namespace {

/// Reads big-endian numbers. Bytes past the end are 0, so callers check lengths where 0 has a meaning.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}
    std::size_t size() const { return bytes_.size(); }
    std::uint32_t at(std::size_t offset, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = offset + i;
            value = (value << 8) | (place < bytes_.size() ? std::to_integer<std::uint32_t>(bytes_[place]) : 0U);
        }
        return value;
    }
    bool startsWith(std::size_t offset, const char* word) const {
        const std::size_t length = std::strlen(word);
        return offset + length <= bytes_.size() && std::memcmp(bytes_.data() + offset, word, length) == 0;
    }

private:
    std::span<const std::byte> bytes_;
};

std::optional<JpegProcess> processOf(std::uint32_t marker) {
    switch (marker) {
        case 0xffc0:
            return JpegProcess::baseline;
        case 0xffc1:
            return JpegProcess::extended;
        case 0xffc2:
            return JpegProcess::progressive;
        case 0xffc3:
            return JpegProcess::lossless;
        case 0xfff7:
            return JpegProcess::jpegLs;
        default:
            return {};
    }
}

void readFrameHeader(const Reader& reader, std::size_t segment, JpegStream& stream) {
    stream.precision = static_cast<int>(reader.at(segment + 2, 1));
    stream.height = static_cast<int>(reader.at(segment + 3, 2));
    stream.width = static_cast<int>(reader.at(segment + 5, 2));
    stream.components = static_cast<int>(reader.at(segment + 7, 1));
    const auto component = [&](int c) { return segment + 8 + 3 * static_cast<std::size_t>(c); };
    for (int c = 1; c < stream.components; ++c) {
        if (reader.at(component(c) + 1, 1) != reader.at(component(0) + 1, 1)) stream.subsampled = true;
    }
    stream.namedRgb = stream.components == 3 && reader.at(component(0), 1) == 'R' &&
                      reader.at(component(1), 1) == 'G' && reader.at(component(2), 1) == 'B';
}

std::optional<JpegStream> readJpeg(const Reader& reader) {
    JpegStream stream;
    std::size_t at = 2;
    while (at + 4 <= reader.size()) {
        const std::uint32_t marker = reader.at(at, 2);
        if (marker == 0xffff) {  // a fill byte
            ++at;
            continue;
        }
        const std::size_t segment = at + 2;
        const std::size_t length = reader.at(segment, 2);
        // Markers without a length and scans must not precede the frame header.
        if (marker < 0xffc0 || (marker >= 0xffd0 && marker <= 0xffda) || length < 2 ||
            length > reader.size() - segment) {
            return {};
        }
        if (const auto process = processOf(marker)) {
            if (length < 8) return {};
            stream.process = *process;
            readFrameHeader(reader, segment, stream);
            return stream;
        }
        if (marker == 0xffe0 && reader.startsWith(segment + 2, "JFIF")) stream.jfif = true;
        if (marker == 0xffee && length >= 14 && reader.startsWith(segment + 2, "Adobe")) {
            stream.adobeTransform = static_cast<int>(reader.at(segment + 13, 1));
        }
        at = segment + length;
    }
    return {};
}

/// Reads the SIZ and COD segments of the codestream whose SOC marker is at `start` (ISO/IEC 15444-1, A.5.1, A.6.1).
std::optional<JpegStream> readCodestream(const Reader& reader, std::size_t start) {
    const std::size_t siz = start + 4;
    if (reader.at(start + 2, 2) != 0xff51 || siz + 38 > reader.size()) return {};
    JpegStream stream;
    stream.process = JpegProcess::jpeg2000;
    const std::uint32_t x1 = reader.at(siz + 4, 4), y1 = reader.at(siz + 8, 4);
    const std::uint32_t x0 = reader.at(siz + 12, 4), y0 = reader.at(siz + 16, 4);
    if (x1 <= x0 || y1 <= y0 || x1 - x0 > 65535 || y1 - y0 > 65535) return {};
    stream.width = static_cast<int>(x1 - x0);
    stream.height = static_cast<int>(y1 - y0);
    stream.components = static_cast<int>(reader.at(siz + 36, 2));
    if (reader.at(siz, 2) != 38 + 3 * static_cast<std::uint32_t>(stream.components)) return {};
    const std::uint32_t depth = reader.at(siz + 38, 1);
    stream.precision = static_cast<int>(depth & 0x7f) + 1;
    for (int c = 0; c < stream.components; ++c) {
        const std::size_t component = siz + 38 + 3 * static_cast<std::size_t>(c);
        if (reader.at(component, 1) != depth) return {};  // DICOM requires equal components
        if (reader.at(component + 1, 2) != 0x0101) stream.subsampled = true;
    }
    std::size_t at = siz + reader.at(siz, 2);
    while (at + 4 <= reader.size()) {
        const std::uint32_t marker = reader.at(at, 2);
        if (marker < 0xff50 || marker == 0xff90) break;  // the first tile
        if (marker == 0xff52) stream.multipleComponentTransform = reader.at(at + 8, 1) == 1;
        at += 2 + std::max(2U, reader.at(at + 2, 2));
    }
    return stream;
}

}  // namespace

std::optional<JpegStream> readJpegStream(std::span<const std::byte> bytes) {
    const Reader reader(bytes);
    if (reader.at(0, 2) == 0xffd8) return readJpeg(reader);
    if (reader.at(0, 4) == 0xff4fff51) return readCodestream(reader, 0);
    if (reader.at(0, 4) == 12 && reader.startsWith(4, "jP  ")) {
        constexpr std::array<std::byte, 4> code{std::byte{0xff}, std::byte{0x4f}, std::byte{0xff}, std::byte{0x51}};
        const auto found = std::search(bytes.begin(), bytes.end(), code.begin(), code.end());
        if (found != bytes.end()) return readCodestream(reader, static_cast<std::size_t>(found - bytes.begin()));
    }
    return {};
}

}  // namespace fleming::viewer
