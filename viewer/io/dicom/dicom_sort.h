#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fleming::viewer {

/// One frame of one file.
struct DicomSlice {
    std::shared_ptr<const DicomImage> image;
    int frame = 0;

    const DicomFrame& info() const { return image->frames[static_cast<std::size_t>(frame)]; }
};

/// The slices of one volume, sorted by position along the slice normal (row direction x column direction).
struct DicomStack {
    std::vector<DicomSlice> slices;
    Geometry geometry;
    std::vector<SeriesPart> parts;  ///< how the stack differs from the other stacks of the series; may be empty
    std::vector<Note> notes;        ///< missing slices, uneven spacing, tilt, duplicates
};

/// Returns true if two frames have the same pixels, false if they differ or cannot be read. Does not throw.
using SamePixels = std::function<bool(const DicomSlice&, const DicomSlice&)>;

/// Splits the slices of one series into stacks: by size, type and spacing of the pixels, by orientation, and, if
/// positions repeat, by the first SplitKey that separates the repeats. Slices with equal position and equal pixels are
/// used once. File names are ignored; instance numbers decide only if there is no geometry. `slices` are in a
/// reproducible order.
std::vector<DicomStack> sortSlices(const std::vector<DicomSlice>& slices, const SamePixels& samePixels);

}  // namespace fleming::viewer
