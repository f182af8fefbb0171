#pragma once

#include "viewer/io/dicom/dicom_image.h"

#include <string>
#include <vector>

class DcmItem;

namespace fleming::viewer {

/// The frames of a data set, with place, spacing, rescale and windows: from the functional groups of an enhanced object
/// (PS3.3 C.7.6.16), the offsets of a dose grid, the slices of a nuclear medicine volume, or the data set itself.
std::vector<DicomFrame> readDicomFrames(DcmItem& dataset, int count, const std::string& modality);

/// When each frame was taken, in seconds from the first: Frame Time Vector, Frame Time, Recommended Display Frame Rate
/// or Cine Rate, the first of these that is there. Empty where none is.
std::vector<double> readFrameTimes(DcmItem& dataset, int count);

}  // namespace fleming::viewer
