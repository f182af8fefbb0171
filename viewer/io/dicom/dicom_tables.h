#pragma once

#include "viewer/data/window.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

class DcmItem;

namespace fleming::viewer {

/// A table that maps stored values (PS3.3 C.11.1.1.1, C.7.6.3.1.5). It has at least one entry.
template <typename Entry>
struct LookupTable {
    int first = 0;  ///< the stored value of the first entry
    std::vector<Entry> entries;

    /// Returns the entry for `value`: the first entry for smaller values than `first`, the last entry for larger values
    /// than the table has.
    const Entry& at(long value) const {
        const long index = value - first;
        if (index <= 0) return entries.front();
        return index < static_cast<long>(entries.size()) ? entries[static_cast<std::size_t>(index)] : entries.back();
    }
};

using Palette = LookupTable<std::array<std::uint8_t, 3>>;  ///< 8-bit RGB
using ModalityLut = LookupTable<std::uint16_t>;

/// Reads the palette of a PALETTE COLOR image, plain or segmented (PS3.3 C.7.9.2). Deeper entries keep their upper 8
/// bits. `isSigned` is the pixel representation, which applies to the table descriptor too. Returns null if the data
/// set has no usable palette.
std::shared_ptr<const Palette> readPalette(DcmItem& dataset, bool isSigned);

/// Reads the table of the Modality LUT Sequence. Returns null if there is none.
std::shared_ptr<const ModalityLut> readModalityLut(DcmItem& dataset, bool isSigned);

/// Reads the tables of the VOI LUT Sequence, with their names. `isSigned`: the values that they map can be negative.
std::vector<NamedWindow> readVoiTables(DcmItem& dataset, bool isSigned);

/// Expands segmented palette data to `count` entries (PS3.3 C.7.9.2): discrete, linear and indirect segments. Returns
/// nothing if the segments are damaged.
std::vector<std::uint16_t> expandSegments(const std::vector<std::uint16_t>& data, std::size_t count);

}  // namespace fleming::viewer
