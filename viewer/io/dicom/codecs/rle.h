#pragma once

#include <cstddef>
#include <span>

namespace fleming::viewer {

/// Decodes a frame of DICOM RLE (PS3.5 Annex G): one PackBits segment for each byte of each sample, most significant
/// byte first. Writes pixels * samples values of `bytesPerValue` bytes to `values`, interleaved, in the byte order of
/// this machine. Returns false if the frame is damaged; no byte outside `frame` is read.
/// DCMTK 3.6.7 cannot be used: DcmRLECodecDecoder does not check the segment offsets, and an offset of 1000000 in a
/// frame of 70 bytes crashes it.
bool decodeRle(std::span<const std::byte> frame, std::size_t pixels, std::size_t samples, std::size_t bytesPerValue,
               std::span<std::byte> values);

}  // namespace fleming::viewer
