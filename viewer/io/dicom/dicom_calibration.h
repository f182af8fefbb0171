#pragma once

#include "viewer/data/calibration.h"
#include "viewer/io/dicom/dicom_image.h"

#include <string>

class DcmItem;

namespace fleming::viewer {

/// Returns what the data set says about the size of its pixels; `first` is its first frame.
///
/// Pixel Spacing holds in the patient, unless the standard says that it is not calibrated (PS3.3 10.7.1.1, 10.7.1.2):
/// - Pixel Spacing Calibration Type names the calibration. GEOMETRY has the magnification in it already, so that it is
///   not corrected again by the Estimated Radiographic Magnification Factor.
/// - Without that type, a Pixel Spacing equal to Imager Pixel Spacing is that of the detector, and one equal to Nominal
///   Scanned Pixel Spacing is that of the scanner; one that differs is calibrated in a way that is not told.
/// Imager Pixel Spacing is divided by the Estimated Radiographic Magnification Factor (C.8.7.5), else by Distance
/// Source to Detector over Distance Source to Patient; without them it is that of the detector. Regions of ultrasound
/// (C.8.5.5): those whose Region Flags give them priority are on top, of these the smaller.
PixelCalibration readPixelCalibration(DcmItem& dataset, const PixelFormat& format, const DicomFrame& first);

/// Returns the unit of the rescaled values (PS3.3 C.11.1.1.2, C.8.9.1.1.3): "HU", "SUV", "BQML", "GY", ... as the
/// data set has it; empty if it names none, or none that is specified ("US"). CT is in HU unless its Rescale Type tells
/// otherwise.
std::string readUnit(DcmItem& dataset, const std::string& modality);

}  // namespace fleming::viewer
