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

/// Slices that make one volume, in order of their position along the slice normal (row direction x column direction).
struct DicomStack {
    std::vector<DicomSlice> slices;
    Geometry geometry;
    std::string label;  ///< what sets it apart from the series' other stacks: "echo time 4.6"; may be empty
    std::vector<std::string> notes;  ///< missing slices, uneven spacing, tilt, duplicates: whole sentences
};

/// Tells whether two frames have the same pixels; throws nothing (false where it cannot be told).
using SamePixels = std::function<bool(const DicomSlice&, const DicomSlice&)>;

/// Splits the slices of one series into stacks: by size, type and spacing of pixels, orientation, and, where positions
/// repeat, by the first of the tellers (echo, time, ...) that sets the repeats apart. Slices at one position with the
/// same pixels are taken once. Never looks at file names, and at instance numbers only where there is no geometry.
/// `slices` are in a stable order of the caller's.
std::vector<DicomStack> sortSlices(std::vector<DicomSlice> slices, const SamePixels& samePixels);

}  // namespace fleming::viewer
