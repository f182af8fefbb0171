#pragma once

#include "viewer/data/calibration.h"
#include "viewer/data/geometry.h"
#include "viewer/data/roi.h"

#include <vector>

namespace fleming::viewer {

/// Returns how the pixels of an image become millimetres for points at these pixel coordinates; (0, 0) is the centre of
/// the first pixel. In an image with ultrasound regions: the calibration of the one region in which all points lie;
/// none if they lie in several or in none, or if its axes are not both lengths.
Calibration calibrationAt(const PixelCalibration& header, const Geometry& geometry, const std::vector<Vector2>& pixels);

}  // namespace fleming::viewer
