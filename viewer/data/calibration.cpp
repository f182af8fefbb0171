#include "viewer/data/calibration.h"

namespace fleming::viewer {

const char* toString(CalibrationSource source) {
    switch (source) {
        case CalibrationSource::patient:
            return "patient";
        case CalibrationSource::geometry:
            return "geometry";
        case CalibrationSource::fiducial:
            return "fiducial";
        case CalibrationSource::magnified:
            return "magnified";
        case CalibrationSource::detector:
            return "detector";
        case CalibrationSource::ultrasound:
            return "ultrasound";
        case CalibrationSource::nominal:
            return "nominal";
        case CalibrationSource::user:
            return "user";
        case CalibrationSource::none:
            return "none";
    }
    return "none";
}

}  // namespace fleming::viewer
