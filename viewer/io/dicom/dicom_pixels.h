#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace fleming::viewer {

/// The conversion of a frame's stored values to the values of a volume.
struct SliceRecipe {
    ScalarType type = ScalarType::uint16;
    int components = 1;
    bool rescaled = false;                 ///< applies the frame's own rescale; `type` is float32
    std::optional<double> paddingBecomes;  ///< rescaled: the value of padding pixels
};

/// Returns the type that holds the stored values of a frame: its own integers or floats, uint8 for colours, uint16 for
/// values of a Modality LUT.
ScalarType storedType(const DicomImage& image);

/// Reads frame `frame` of `image` into `slice` (rows * columns * components values). Masks the bits that are not stored
/// bits (overlays), extends signs, converts to the byte order of this machine, and converts colours to 8-bit RGB.
/// Throws Error, naming the source; `slice` is then unspecified.
void readFrame(const DicomImage& image, int frame, const SliceRecipe& recipe, std::span<std::byte> slice);

/// Returns the bytes of a frame as they are in the source. Frames with equal format and equal bytes have equal pixels.
/// Throws Error.
std::vector<std::byte> rawFrame(const DicomImage& image, int frame);

}  // namespace fleming::viewer
