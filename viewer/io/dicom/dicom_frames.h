#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <string>
#include <vector>

class DcmItem;

namespace fleming::viewer {

/// Returns the `count` frames of a data set with their position, spacing, rescale and windows. They come from the
/// functional groups of an enhanced object (PS3.3 C.7.6.16), the offsets of a dose grid, the slices of a nuclear
/// medicine volume, or the data set itself. `format` says which values the tables of windows map.
std::vector<DicomFrame> readDicomFrames(DcmItem& dataset, int count, const std::string& modality,
                                        const PixelFormat& format);

/// Returns the time of each frame in seconds from the first, by the first of Frame Time Vector, Frame Time, Recommended
/// Display Frame Rate, Cine Rate and the phases of a dynamic study (NM) that the data set has. Empty if it has none.
std::vector<double> readFrameTimes(DcmItem& dataset, int count);

}  // namespace fleming::viewer
