#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

class DcmItem;

namespace fleming::viewer {

/// A table from stored values to something else (PS3.3 C.11.1.1.1, C.7.6.3.1.5): values below `first` give the first
/// entry, values past the end the last.
template <typename Entry>
struct LookupTable {
    int first = 0;
    std::vector<Entry> entries;  // at least one

    const Entry& at(long value) const {
        const long index = value - first;
        if (index <= 0) return entries.front();
        return index < static_cast<long>(entries.size()) ? entries[static_cast<std::size_t>(index)] : entries.back();
    }
};

using Palette = LookupTable<std::array<std::uint8_t, 3>>;  ///< 8-bit RGB
using ModalityLut = LookupTable<std::uint16_t>;

/// The palette of a PALETTE COLOR image, plain or segmented (PS3.3 C.7.9.2); deeper ones keep their upper 8 bits. Null
/// where the data set has none that can be used. `isSigned`: the pixels' representation, which the descriptor follows.
std::shared_ptr<const Palette> readPalette(DcmItem& dataset, bool isSigned);

/// The table of the Modality LUT Sequence, or null.
std::shared_ptr<const ModalityLut> readModalityLut(DcmItem& dataset, bool isSigned);

/// Opens out segmented palette data of `count` entries (PS3.3 C.7.9.2): discrete, linear and indirect segments. Empty
/// where the segments are damaged.
std::vector<std::uint16_t> expandSegments(const std::vector<std::uint16_t>& data, std::size_t count);

}  // namespace fleming::viewer
