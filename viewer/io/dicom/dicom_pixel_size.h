#pragma once

#include "viewer/data/calibration.h"
#include "viewer/data/clip.h"

class DcmItem;

namespace fleming::viewer {

/// Returns the size of the pixels of a clip: as calibrated, by the spacing or else by the regions of ultrasound, if all
/// that have lengths have one size; else by Pixel Aspect Ratio, without a unit.
PixelSize readPixelSize(DcmItem& dataset, const PixelCalibration& calibration);

}  // namespace fleming::viewer
