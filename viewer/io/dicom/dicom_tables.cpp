#include "viewer/io/dicom/dicom_tables.h"

#include "base/sha256.h"
#include "viewer/io/dicom/dicom_attributes.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

namespace fleming::viewer {

namespace {

struct Descriptor {
    std::size_t count;
    int first;
    int bits;
};

std::optional<Descriptor> readDescriptor(DcmItem& item, const DcmTagKey& key, bool isSigned) {
    const auto count = integer(item, key, 0);
    const auto first = integer(item, key, 1);
    const auto bits = integer(item, key, 2);
    if (!count || !first || !bits) return {};
    Descriptor descriptor{};
    // The number of entries has 16 bits: 65536 is stored as 0, and signed descriptors store large numbers as negative.
    descriptor.count = static_cast<std::size_t>(*count & 0xffff);
    if (descriptor.count == 0) descriptor.count = 65536;
    descriptor.first = static_cast<int>(*first & 0xffff);
    if (isSigned && descriptor.first > 32767) descriptor.first -= 65536;
    descriptor.bits = static_cast<int>(*bits);
    return descriptor;
}

/// Returns the entries: the words themselves, or the bytes of the words if two entries are packed in a word.
std::vector<std::uint16_t> unpacked(std::vector<std::uint16_t> data, std::size_t count, int bits) {
    const bool packedBytes = bits <= 8 && data.size() < count && data.size() * 2 >= count;
    if (!packedBytes) return data;
    std::vector<std::uint16_t> entries;
    entries.reserve(data.size() * 2);
    for (const std::uint16_t word : data) {
        entries.push_back(word & 0xff);
        entries.push_back(word >> 8);
    }
    return entries;
}

std::vector<std::uint16_t> readChannel(DcmItem& dataset, const DcmTagKey& plain, const DcmTagKey& segmented,
                                       const Descriptor& descriptor) {
    std::vector<std::uint16_t> entries = unpacked(words(dataset, plain), descriptor.count, descriptor.bits);
    if (entries.empty()) entries = expandSegments(words(dataset, segmented), descriptor.count);
    if (entries.size() > descriptor.count) entries.resize(descriptor.count);
    return entries;
}

/// Appends a linear segment: `count` entries from the last entry (exclusive) to `last` (inclusive).
void appendLine(std::vector<std::uint16_t>& entries, std::size_t count, std::uint16_t last) {
    const double start = entries.back();
    for (std::size_t i = 1; i <= count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count);
        entries.push_back(static_cast<std::uint16_t>(std::lround(start + (last - start) * share)));
    }
}

/// Appends the discrete or linear segment at `at`. Returns the index after it, or nothing if it is damaged.
std::optional<std::size_t> appendSegment(const std::vector<std::uint16_t>& data, std::size_t at, std::size_t limit,
                                         std::vector<std::uint16_t>& entries) {
    if (at + 2 > data.size()) return {};
    const std::uint16_t kind = data[at];
    const std::size_t count = data[at + 1];
    const std::size_t used = kind == 0 ? 2 + count : 3;
    if (kind > 1 || at + used > data.size() || entries.size() + count > limit) return {};
    if (kind == 1 && (entries.empty() || count == 0)) return {};
    if (kind == 0) {
        const auto begin = data.begin() + static_cast<std::ptrdiff_t>(at + 2);
        entries.insert(entries.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
    } else {
        appendLine(entries, count, data[at + 2]);
    }
    return at + used;
}

}  // namespace

std::vector<std::uint16_t> expandSegments(const std::vector<std::uint16_t>& data, std::size_t count) {
    std::vector<std::uint16_t> entries;
    std::size_t at = 0;
    while (at + 1 < data.size() && entries.size() < count) {
        if (data[at] == 2) {  // indirect: repeats n earlier segments from a byte offset on
            if (at + 3 >= data.size()) return {};
            std::size_t source = (data[at + 2] | (std::size_t{data[at + 3]} << 16)) / 2;
            for (std::size_t n = data[at + 1]; n > 0; --n) {
                const auto next = source < at ? appendSegment(data, source, count, entries) : std::nullopt;
                if (!next) return {};
                source = *next;
            }
            at += 4;
        } else {
            const auto next = appendSegment(data, at, count, entries);
            if (!next) return {};
            at = *next;
        }
    }
    return entries;
}

std::shared_ptr<const Palette> readPalette(DcmItem& dataset, bool isSigned) {
    const auto descriptor = readDescriptor(dataset, DCM_RedPaletteColorLookupTableDescriptor, isSigned);
    if (!descriptor) return nullptr;
    const auto red = readChannel(dataset, DCM_RedPaletteColorLookupTableData,
                                 DCM_SegmentedRedPaletteColorLookupTableData, *descriptor);
    const auto green = readChannel(dataset, DCM_GreenPaletteColorLookupTableData,
                                   DCM_SegmentedGreenPaletteColorLookupTableData, *descriptor);
    const auto blue = readChannel(dataset, DCM_BluePaletteColorLookupTableData,
                                  DCM_SegmentedBluePaletteColorLookupTableData, *descriptor);
    const std::size_t count = std::min({red.size(), green.size(), blue.size()});
    if (count == 0) return nullptr;
    // Some files declare 16 bits for 8-bit colours: entries that all fit in 8 bits have 8 bits.
    const auto isDeep = [](std::uint16_t entry) { return entry > 255; };
    const bool deep = descriptor->bits > 8 &&
                      (std::any_of(red.begin(), red.end(), isDeep) || std::any_of(green.begin(), green.end(), isDeep) ||
                       std::any_of(blue.begin(), blue.end(), isDeep));
    const auto eightBits = [deep](std::uint16_t entry) { return static_cast<std::uint8_t>(deep ? entry >> 8 : entry); };
    auto palette = std::make_shared<Palette>();
    palette->first = descriptor->first;
    palette->entries.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        palette->entries[i] = {eightBits(red[i]), eightBits(green[i]), eightBits(blue[i])};
    }
    return palette;
}

std::vector<NamedWindow> readVoiTables(DcmItem& dataset, bool isSigned) {
    std::vector<NamedWindow> tables;
    for (DcmItem* const item : items(dataset, DCM_VOILUTSequence)) {
        const auto descriptor = readDescriptor(*item, DCM_LUTDescriptor, isSigned);
        if (!descriptor || descriptor->bits < 8 || descriptor->bits > 16) continue;
        auto table = std::make_shared<VoiTable>();
        table->first = descriptor->first;
        const double highest = (1 << descriptor->bits) - 1;
        for (const std::uint16_t entry : unpacked(words(*item, DCM_LUTData), descriptor->count, descriptor->bits)) {
            if (table->levels.size() == descriptor->count) break;
            table->levels.push_back(static_cast<std::uint8_t>(std::min(entry / highest, 1.0) * 255.0 + 0.5));
        }
        if (table->levels.empty()) continue;
        std::vector<std::uint8_t> named{static_cast<std::uint8_t>(descriptor->first & 0xff),
                                        static_cast<std::uint8_t>((descriptor->first >> 8) & 0xff)};
        named.insert(named.end(), table->levels.begin(), table->levels.end());
        table->sha256 = sha256(std::as_bytes(std::span(named)));
        const Window range = windowOf(*table);
        tables.push_back({readableText(*item, DCM_LUTExplanation), range, std::move(table)});
    }
    return tables;
}

std::shared_ptr<const ModalityLut> readModalityLut(DcmItem& dataset, bool isSigned) {
    DcmItem* const item = firstItem(dataset, DCM_ModalityLUTSequence);
    if (item == nullptr) return nullptr;
    const auto descriptor = readDescriptor(*item, DCM_LUTDescriptor, isSigned);
    if (!descriptor) return nullptr;
    auto lut = std::make_shared<ModalityLut>();
    lut->first = descriptor->first;
    lut->entries = unpacked(words(*item, DCM_LUTData), descriptor->count, descriptor->bits);
    if (lut->entries.size() > descriptor->count) lut->entries.resize(descriptor->count);
    return lut->entries.empty() ? nullptr : lut;
}

}  // namespace fleming::viewer
