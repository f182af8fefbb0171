#include "viewer/io/dicom/codecs/dicom_fragments.h"

#include "viewer/io/dicom/dicom_attributes.h"
#include "viewer/io/fault.h"

#include <algorithm>
#include <array>

namespace fleming::viewer {

namespace {

constexpr std::uint32_t kItem = 0xfffee000;
constexpr std::uint64_t kItemHeader = 8;

std::uint32_t word(const unsigned char* bytes, bool bigEndian) {
    const auto at = [&](int i) { return static_cast<std::uint32_t>(bytes[i]); };
    return bigEndian ? at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3) : at(3) << 24 | at(2) << 16 | at(1) << 8 | at(0);
}

std::uint32_t tag(const unsigned char* bytes, bool bigEndian) {
    const auto at = [&](int i) { return static_cast<std::uint32_t>(bytes[i]); };
    return bigEndian ? at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3) : at(1) << 24 | at(0) << 16 | at(3) << 8 | at(2);
}

/// The Basic Offset Table's offsets, from the first fragment's item; empty where it is empty or absurd.
std::vector<std::uint64_t> offsetTable(const RandomAccessFile& file, const Extent& item, bool bigEndian, int count) {
    if (item.length != static_cast<std::uint64_t>(count) * 4) return {};
    std::vector<unsigned char> bytes(item.length);
    file.read(item.offset, bytes.data(), bytes.size());
    std::vector<std::uint64_t> offsets;
    for (std::size_t i = 0; i < bytes.size(); i += 4)
        offsets.push_back(word(&bytes[i], bigEndian));
    return offsets;
}

/// The extended table (7FE0,0001) of 64-bit offsets, where the data set has one.
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

/// First fragments of frames out of offsets that each must be a fragment's item; empty where one is not.
std::vector<std::size_t> byOffsets(const std::vector<Extent>& fragments, const std::vector<std::uint64_t>& offsets) {
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

/// First fragments of frames by what a JPEG, JPEG-LS or JPEG 2000 stream begins with.
std::vector<std::size_t> byStartCodes(const RandomAccessFile& file, const std::vector<Extent>& fragments) {
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < fragments.size(); ++i) {
        std::array<unsigned char, 4> code{};
        if (fragments[i].length < code.size()) continue;
        file.read(fragments[i].offset, code.data(), code.size());
        const bool jpeg = code[0] == 0xff && code[1] == 0xd8 && code[2] == 0xff;
        const bool codestream = code[0] == 0xff && code[1] == 0x4f && code[2] == 0xff && code[3] == 0x51;
        const bool jp2 = code[0] == 0 && code[1] == 0 && code[2] == 0 && code[3] == 0x0c;
        if (jpeg || codestream || jp2) first.push_back(i);
    }
    return first;
}

struct Listing {
    Extent table;
    std::vector<Extent> fragments;
    bool cut = false;  ///< the last fragment is not complete
};

Listing listFragments(const RandomAccessFile& file, std::uint64_t offset, bool bigEndian) {
    Listing listing;
    const std::uint64_t size = file.stamp().size;
    bool first = true;
    while (offset <= size && size - offset >= kItemHeader) {
        std::array<unsigned char, kItemHeader> bytes{};
        file.read(offset, bytes.data(), bytes.size());
        if (tag(bytes.data(), bigEndian) != kItem) return listing;  // the delimiter, or damage: what there was counts
        Extent extent{offset + kItemHeader, word(&bytes[4], bigEndian)};
        if (extent.length > size - extent.offset) {
            listing.cut = true;
            return listing;
        }
        if (first) {
            listing.table = extent;
        } else {
            listing.fragments.push_back(extent);
        }
        first = false;
        offset = extent.offset + extent.length;
    }
    return listing;
}

}  // namespace

int readFragments(const RandomAccessFile& file, const std::filesystem::path& path, const DicomHeader& header,
                  bool bigEndian, int count, PixelPlace& place) {
    Listing listing = listFragments(file, header.pixelOffset, bigEndian);
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
        if (first.empty()) first = byOffsets(listing.fragments, offsetTable(file, listing.table, bigEndian, count));
        if (first.empty()) first = byStartCodes(file, listing.fragments);
        if (first.empty() || first.front() != 0) fail(path, "does not say where its compressed frames begin");
        if (first.size() > wanted) first.resize(wanted + 1);
    }
    // The end of the last frame: the next frame's start, or the last fragment. A cut fragment makes its frame useless.
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
