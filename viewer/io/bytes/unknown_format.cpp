#include "viewer/io/bytes/unknown_format.h"

#include "viewer/io/bytes/byte_match.h"

#include <algorithm>

namespace fleming::viewer {

using namespace std::string_view_literals;

const char* unknownFormatFault(std::span<const std::byte> start) {
    if (start.empty()) return "file.empty";
    if (hasAt(start, 0, "RIFF"sv) && hasAt(start, 8, "WEBP"sv)) return "open.webp";
    if (hasAt(start, 4, "jP  "sv) || hasAt(start, 0, "\xff\x4f\xff\x51"sv)) return "open.jpeg2000";
    if (hasAt(start, 4, "ftyphei"sv) || hasAt(start, 4, "ftypmif1"sv) || hasAt(start, 4, "ftypavif"sv))
        return "open.heif";
    if (hasAt(start, 0, "%PDF"sv)) return "open.pdf";
    if (hasAt(start, 0, "PK\3\4"sv)) return "open.zip";
    if (hasAt(start, 0, "\x1f\x8b"sv)) return "open.gzip";
    if (hasAt(start, 257, "ustar"sv)) return "open.tar";
    const bool text = std::none_of(start.begin(), start.end(), [](std::byte b) {
        const auto c = std::to_integer<unsigned>(b);
        return c < 9 || (c > 13 && c < 32 && c != 27);
    });
    return text ? "open.text" : "open.unknown_format";
}

}  // namespace fleming::viewer
