#pragma once

#include <vector>

namespace fleming::viewer {

/// Where the millimetres of an image come from.
enum class CalibrationSource {
    patient,     ///< positions in the patient, or the spacing that the file gives
    geometry,    ///< projection: Pixel Spacing, calibrated by the geometry of the exposure
    fiducial,    ///< projection: Pixel Spacing, calibrated by an object of known size
    magnified,   ///< projection: Imager Pixel Spacing over the estimated magnification
    detector,    ///< projection: bare Imager Pixel Spacing: at the detector, not in the patient
    ultrasound,  ///< an ultrasound region
    nominal,     ///< Nominal Scanned Pixel Spacing
    user,        ///< the user's own calibration
    none,        ///< pixels only
};

/// Returns the name of a source in records and JSON: "patient", "geometry", ...
const char* toString(CalibrationSource source);

/// How pixels of an image become millimetres.
struct Calibration {
    CalibrationSource source = CalibrationSource::none;
    double mmPerPixelX = 1.0;
    double mmPerPixelY = 1.0;
    friend bool operator==(const Calibration&, const Calibration&) = default;
};

/// A rectangle of an ultrasound image that has units of its own (PS3.3 C.8.5.5).
struct UltrasoundRegion {
    int left = 0, top = 0, right = 0, bottom = 0;  ///< pixels, from 0; all four are included
    bool isLength = false;                         ///< both axes are lengths: not time, speed, ...
    double mmPerPixelX = 0.0, mmPerPixelY = 0.0;   ///< if isLength
};

/// What the header of an image says about the size of its pixels.
struct PixelCalibration {
    Calibration stated;                     ///< of the whole image; none: nothing, or regions, or no DICOM
    std::vector<UltrasoundRegion> regions;  ///< the topmost first; if there are any, only they have millimetres
};

}  // namespace fleming::viewer
