#pragma once

#include "viewer/data/clip.h"
#include "viewer/io/dicom/dicom_image.h"

class DcmItem;

namespace fleming::viewer {

/// Returns the size of the pixels of a clip, by the first of these that the data set has:
///
/// - Pixel Spacing, in the patient; of a projection at the detector if it is Imager Pixel Spacing and no calibration is
///   named (PS3.3 10.7.1.3);
/// - Imager Pixel Spacing: in the patient after division by the Estimated Radiographic Magnification Factor, else at
///   the detector;
/// - the spacing of the functional groups, in the patient;
/// - the Sequence of Ultrasound Regions, if all its two-dimensional regions have one size in cm and lie within
///   the image (PS3.3 C.8.5.5.1);
/// - Pixel Aspect Ratio, without a unit.
///
/// `frame` is any frame.
PixelSize readPixelSize(DcmItem& dataset, const PixelFormat& format, const DicomFrame& frame);

}  // namespace fleming::viewer
