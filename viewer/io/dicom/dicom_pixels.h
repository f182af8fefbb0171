#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace fleming::viewer {

/// What a frame's stored values become in a volume.
struct SliceRecipe {
    ScalarType type = ScalarType::uint16;
    int components = 1;
    bool rescaled = false;                 ///< float32: the frame's own rescale is applied
    std::optional<double> paddingBecomes;  ///< rescaled: padding pixels get this value
};

/// The type that a frame's values are kept in as they are: its own integers or floats; uint8 for colours; uint16
/// through a Modality LUT.
ScalarType storedType(const DicomImage& image);

/// Reads frame `frame` of `image` into a slice of rows * columns * components values. Bits that are not stored bits
/// (overlays) are cleared, signs extended, bytes put in the host's order; colours of all kinds become 8-bit RGB.
/// `file` is the image's file. Throws Error, naming the file; the slice then holds anything.
void readFrame(const DicomImage& image, const RandomAccessFile& file, int frame, const SliceRecipe& recipe,
               std::span<std::byte> slice);

/// Bytes that tell two frames apart where they differ: as they lie in the file.
std::vector<std::byte> rawFrame(const DicomImage& image, const RandomAccessFile& file, int frame);

}  // namespace fleming::viewer
