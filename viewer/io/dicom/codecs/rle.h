#pragma once

#include <cstddef>
#include <span>

namespace fleming::viewer {

/// Decodes a frame of DICOM's RLE (PS3.5 Annex G): one PackBits segment for each byte of each sample, most significant
/// byte first. `values` gets pixels * samples values of `bytesPerValue`, colours by pixel, in the host's order. False
/// where the frame is damaged. (DCMTK's decoder reads outside damaged frames.)
bool decodeRle(std::span<const std::byte> frame, std::size_t pixels, std::size_t samples, std::size_t bytesPerValue,
               std::span<std::byte> values);

}  // namespace fleming::viewer
