#include "viewer/io/bytes/sniff.h"

#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/fault.h"
#include "viewer/io/volumes/nifti_header.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace fleming::viewer {

namespace {

using Bytes = std::span<const std::byte>;
using namespace std::string_view_literals;

bool hasAt(Bytes bytes, std::size_t offset, std::string_view text) {
    return bytes.size() >= offset + text.size() && std::memcmp(bytes.data() + offset, text.data(), text.size()) == 0;
}

unsigned byteAt(Bytes bytes, std::size_t n) {
    return std::to_integer<unsigned>(bytes[n]);
}

bool hasPreamble(Bytes bytes) {
    return hasAt(bytes, 128, "DICM"sv);
}

/// A data set without preamble and meta header (older files): its first element is in group 0002 or 0008, in either
/// byte order, with a known VR or, implicit, a length that can be true.
bool looksLikeBareDicom(Bytes bytes) {
    if (bytes.size() < 16) return false;
    const bool little = byteAt(bytes, 1) == 0 && byteAt(bytes, 3) == 0;
    const bool big = byteAt(bytes, 0) == 0 && byteAt(bytes, 2) == 0;
    const unsigned group = little ? byteAt(bytes, 0) : byteAt(bytes, 1);
    const unsigned element = little ? byteAt(bytes, 2) : byteAt(bytes, 3);
    if ((!little && !big) || (group != 2 && group != 8) || (little && big) || element > 0x70) return false;
    constexpr std::string_view kRepresentations = "AE AS CS DA DT IS LO OB PN SH TM UI UL UN US ";
    const std::string representation{static_cast<char>(byteAt(bytes, 4)), static_cast<char>(byteAt(bytes, 5)), ' '};
    const std::size_t found = kRepresentations.find(representation);
    if (found != std::string_view::npos && found % 3 == 0) return true;
    return little && byteAt(bytes, 5) == 0 && byteAt(bytes, 6) == 0 && byteAt(bytes, 7) == 0 &&
           byteAt(bytes, 4) % 2 == 0 && byteAt(bytes, 4) <= 128;
}

/// Whether Media Storage SOP Class UID (0002,0002) is that of a Media Storage Directory (PS3.4 B.5). The meta header is
/// always explicit little endian and comes in the order of its tags.
bool isDicomdir(Bytes bytes) {
    std::size_t at = 132;
    while (at + 12 <= bytes.size()) {
        if (byteAt(bytes, at) != 2 || byteAt(bytes, at + 1) != 0) return false;
        const unsigned element = byteAt(bytes, at + 2) | byteAt(bytes, at + 3) << 8;
        const std::string_view representation(reinterpret_cast<const char*>(bytes.data()) + at + 4, 2);
        const bool isLong =
            representation == "OB" || representation == "UN" || representation == "OW" || representation == "SQ";
        std::size_t length = byteAt(bytes, at + 6) | byteAt(bytes, at + 7) << 8;
        if (isLong) length = byteAt(bytes, at + 8) | byteAt(bytes, at + 9) << 8;
        at += isLong ? 12 : 8;
        if (element == 2) return hasAt(bytes, at, "1.2.840.10008.1.3.10"sv);
        at += length;
    }
    return false;
}

bool isNifti(const std::filesystem::path& file, Bytes bytes) {
    if (!hasAt(bytes, 0, "\x1f\x8b\x08"sv)) return parseNiftiHeader(bytes).has_value();
    std::vector<std::byte> inflated(kNiftiHeaderBytes);
    try {
        ByteStream stream(file, 0, true);
        inflated.resize(stream.readSome(inflated));
    } catch (const Error&) {
        return false;
    }
    return parseNiftiHeader(inflated).has_value();
}

bool isMetaImage(Bytes bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const bool starts = text.starts_with("ObjectType") || text.starts_with("NDims") || text.starts_with("Comment");
    return starts && text.find("NDims") != std::string_view::npos && text.find('=') < 32;
}

bool isVideo(Bytes bytes) {
    constexpr std::array<std::string_view, 7> kAtoms = {"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"};
    if (std::any_of(kAtoms.begin(), kAtoms.end(), [&](std::string_view atom) { return hasAt(bytes, 4, atom); })) {
        return !hasAt(bytes, 4, "ftypavif"sv) && !hasAt(bytes, 4, "ftyphei"sv) && !hasAt(bytes, 4, "ftypmif1"sv);
    }
    const bool transport =
        bytes.size() > 376 && hasAt(bytes, 0, "G"sv) && hasAt(bytes, 188, "G"sv) && hasAt(bytes, 376, "G"sv);
    return hasAt(bytes, 0, "\x1a\x45\xdf\xa3"sv) ||  // Matroska, WebM
           (hasAt(bytes, 0, "RIFF"sv) && hasAt(bytes, 8, "AVI "sv)) || hasAt(bytes, 0, "GIF8"sv) || transport ||
           hasAt(bytes, 0, "\0\0\1\xba"sv) || hasAt(bytes, 0, "\0\0\1\xb3"sv) ||  // MPEG program stream, video
           hasAt(bytes, 0, "OggS"sv) || hasAt(bytes, 0, "FLV\1"sv) ||
           hasAt(bytes, 0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv);  // ASF (WMV)
}

}  // namespace

PictureFormat pictureFormat(std::span<const std::byte> bytes) {
    if (hasAt(bytes, 0, "\x89PNG\r\n\x1a\n"sv)) return PictureFormat::png;
    if (hasAt(bytes, 0, "\xff\xd8\xff"sv)) return PictureFormat::jpeg;
    if (hasAt(bytes, 0, "II*\0"sv) || hasAt(bytes, 0, "MM\0*"sv) || hasAt(bytes, 0, "II+\0"sv) ||
        hasAt(bytes, 0, "MM\0+"sv)) {
        return PictureFormat::tiff;
    }
    if (hasAt(bytes, 0, "BM"sv) && bytes.size() >= 26 && byteAt(bytes, 15) == 0 && byteAt(bytes, 16) == 0 &&
        byteAt(bytes, 17) == 0 && byteAt(bytes, 14) >= 12) {
        return PictureFormat::bmp;
    }
    if (hasAt(bytes, 0, "GIF87a"sv) || hasAt(bytes, 0, "GIF89a"sv)) return PictureFormat::gif;
    return PictureFormat::none;
}

std::string unknownReason(std::span<const std::byte> bytes) {
    if (bytes.empty()) return "is empty";
    if (hasAt(bytes, 0, "RIFF"sv) && hasAt(bytes, 8, "WEBP"sv))
        return "is a WebP image, which is not supported; save "
               "it as PNG";
    if (hasAt(bytes, 4, "jP  "sv) || hasAt(bytes, 0, "\xff\x4f\xff\x51"sv)) {
        return "is a JPEG 2000 image, which is supported only inside DICOM; save it as PNG";
    }
    if (hasAt(bytes, 4, "ftyphei"sv) || hasAt(bytes, 4, "ftypmif1"sv) || hasAt(bytes, 4, "ftypavif"sv)) {
        return "is a HEIF or AVIF image, which is not supported; save it as PNG";
    }
    if (hasAt(bytes, 0, "%PDF"sv)) return "is a PDF document, not an image";
    if (hasAt(bytes, 0, "PK\3\4"sv)) return "is a ZIP archive; unpack it first";
    if (hasAt(bytes, 0, "\x1f\x8b"sv)) return "is a gzip file that contains no known image format; unpack it first";
    if (hasAt(bytes, 257, "ustar"sv)) return "is a tar archive; unpack it first";
    const bool text = std::none_of(bytes.begin(), bytes.end(), [](std::byte b) {
        const auto c = std::to_integer<unsigned>(b);
        return c < 9 || (c > 13 && c < 32 && c != 27);
    });
    return text ? "is text, not an image" : "is not an image or video file of a known format";
}

FileKind sniff(const std::filesystem::path& path) {
    const std::vector<std::byte> bytes = firstBytes(path, kSniffBytes);
    if (bytes.empty()) fail(path, "is empty");
    if (hasPreamble(bytes)) return isDicomdir(bytes) ? FileKind::dicomdir : FileKind::dicom;
    switch (pictureFormat(bytes)) {
        case PictureFormat::png:
        case PictureFormat::jpeg:
        case PictureFormat::tiff:
        case PictureFormat::bmp:
            return FileKind::picture;
        case PictureFormat::gif:
            return FileKind::video;
        case PictureFormat::none:
            break;
    }
    if (hasAt(bytes, 0, "\x93NUMPY"sv)) return FileKind::npy;
    if (hasAt(bytes, 0, "NRRD000"sv)) return FileKind::nrrd;
    if (isNifti(path, bytes)) return FileKind::nifti;
    if (isMetaImage(bytes)) return FileKind::metaimage;
    if (looksLikeBareDicom(bytes)) return FileKind::dicom;
    return isVideo(bytes) ? FileKind::video : FileKind::unknown;
}

}  // namespace fleming::viewer
