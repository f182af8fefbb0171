#include "viewer/io/dicom/codecs/dicom_fragments.h"

#include "base/error.h"
#include "viewer/io/dicom/dicom_attributes.h"

#include <algorithm>
#include <array>
#include <span>

namespace fleming::viewer {

namespace {

constexpr std::uint32_t kItem = 0xfffee000;
constexpr std::uint64_t kItemHeader = 8;

/// Returns the 32-bit number at `bytes`.
std::uint32_t word(const unsigned char* bytes, bool bigEndian) {
    const auto at = [&](int i) { return static_cast<std::uint32_t>(bytes[i]); };
    return bigEndian ? at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3) : at(3) << 24 | at(2) << 16 | at(1) << 8 | at(0);
}

/// Returns the tag at `bytes`: group << 16 | element.
std::uint32_t tag(const unsigned char* bytes, bool bigEndian) {
    const auto at = [&](int i) { return static_cast<std::uint32_t>(bytes[i]); };
    return bigEndian ? at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3) : at(1) << 24 | at(0) << 16 | at(3) << 8 | at(2);
}

/// Returns the offsets of the Basic Offset Table, relative to the item of the first fragment. Empty if the table does
/// not have `count` offsets.
std::vector<std::uint64_t> offsetTable(const ByteSource& source, const ByteRange& item, bool bigEndian, int count) {
    if (item.length != static_cast<std::uint64_t>(count) * 4) return {};
    std::vector<unsigned char> bytes(item.length);
    source.read(item.offset, std::as_writable_bytes(std::span(bytes)));
    std::vector<std::uint64_t> offsets;
    for (std::size_t i = 0; i < bytes.size(); i += 4)
        offsets.push_back(word(&bytes[i], bigEndian));
    return offsets;
}

/// Returns the offsets of the Extended Offset Table (7FE0,0001). Empty if the data set has none with `count` offsets.
std::vector<std::uint64_t> extendedTable(DcmDataset& dataset, int count) {
    std::vector<std::uint64_t> offsets;
    DcmElement* element = nullptr;
    if (dataset.findAndGetElement(DcmTagKey(0x7fe0, 0x0001), element).bad()) return offsets;
    if (element->getLength() != static_cast<std::uint64_t>(count) * 8) return offsets;
    for (int i = 0; i < count; ++i) {
        Uint64 value = 0;
        if (dataset.findAndGetUint64(DcmTagKey(0x7fe0, 0x0001), value, static_cast<unsigned long>(i)).bad()) return {};
        offsets.push_back(value);
    }
    return offsets;
}

/// Returns the first fragment of each frame by the offsets of their items. Empty if an offset is not that of an item.
std::vector<std::size_t> byOffsets(const std::vector<ByteRange>& fragments, const std::vector<std::uint64_t>& offsets) {
    std::vector<std::size_t> first;
    std::size_t at = 0;
    const std::uint64_t start = fragments.front().offset - kItemHeader;
    for (const std::uint64_t offset : offsets) {
        while (at < fragments.size() && fragments[at].offset - kItemHeader - start < offset)
            ++at;
        if (at == fragments.size() || fragments[at].offset - kItemHeader - start != offset) return {};
        if (!first.empty() && first.back() == at) return {};
        first.push_back(at);
    }
    return first;
}

/// Returns the first fragment of each frame by the start codes of JPEG, JPEG-LS and JPEG 2000 streams.
std::vector<std::size_t> byStartCodes(const ByteSource& source, const std::vector<ByteRange>& fragments) {
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < fragments.size(); ++i) {
        std::array<unsigned char, 4> code{};
        if (fragments[i].length < code.size()) continue;
        source.read(fragments[i].offset, std::as_writable_bytes(std::span(code)));
        const bool jpeg = code[0] == 0xff && code[1] == 0xd8 && code[2] == 0xff;
        const bool codestream = code[0] == 0xff && code[1] == 0x4f && code[2] == 0xff && code[3] == 0x51;
        const bool jp2 = code[0] == 0 && code[1] == 0 && code[2] == 0 && code[3] == 0x0c;
        if (jpeg || codestream || jp2) first.push_back(i);
    }
    return first;
}

struct Listing {
    ByteRange table;  ///< the Basic Offset Table
    std::vector<ByteRange> fragments;
    bool cut = false;  ///< the last fragment is not complete
};

/// Lists the items from `offset` on, up to the delimiter, to damage, or to the end of the source.
Listing listFragments(const ByteSource& source, std::uint64_t offset, bool bigEndian) {
    Listing listing;
    const std::uint64_t size = source.size();
    bool first = true;
    while (offset <= size && size - offset >= kItemHeader) {
        std::array<unsigned char, kItemHeader> bytes{};
        source.read(offset, std::as_writable_bytes(std::span(bytes)));
        if (tag(bytes.data(), bigEndian) != kItem) return listing;
        ByteRange range{offset + kItemHeader, word(&bytes[4], bigEndian)};
        if (range.length > size - range.offset) {
            listing.cut = true;
            return listing;
        }
        if (first) {
            listing.table = range;
        } else {
            listing.fragments.push_back(range);
        }
        first = false;
        offset = range.offset + range.length;
    }
    return listing;
}

}  // namespace

int readFragments(const ByteSource& source, const DicomHeader& header, bool bigEndian, int count, PixelPlace& place) {
    Listing listing = listFragments(source, header.pixelOffset, bigEndian);
    const std::size_t fragments = listing.fragments.size();
    if (fragments == 0) return 0;
    const auto wanted = static_cast<std::size_t>(count);
    std::vector<std::size_t> first;
    if (count == 1) {
        if (listing.cut) return 0;
        first = {0};
    } else if (fragments == wanted) {
        for (std::size_t i = 0; i < fragments; ++i)
            first.push_back(i);
    } else {
        first = byOffsets(listing.fragments, extendedTable(*header.dataset, count));
        if (first.empty()) first = byOffsets(listing.fragments, offsetTable(source, listing.table, bigEndian, count));
        if (first.empty()) first = byStartCodes(source, listing.fragments);
        if (first.empty() || first.front() != 0) throw Error("dicom.frame_starts_unknown", source.name());
        if (first.size() > wanted) first.resize(wanted + 1);
    }
    // The last frame ends at the start of the next one or at the last fragment. A frame with a cut fragment is dropped.
    const bool closed = first.size() > wanted;
    if (!closed) first.push_back(fragments);
    int frames = static_cast<int>(first.size()) - 1;
    if (listing.cut && !closed && fragments != wanted && frames > 1) {
        first.pop_back();
        --frames;
    }
    place.fragments = std::move(listing.fragments);
    place.firstFragment = std::move(first);
    return frames;
}

}  // namespace fleming::viewer
