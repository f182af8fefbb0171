#pragma once

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

/// How pixels of an image become millimetres.
struct Calibration {
    CalibrationSource source = CalibrationSource::none;
    double mmPerPixelX = 1.0;
    double mmPerPixelY = 1.0;
};

}  // namespace fleming::viewer
