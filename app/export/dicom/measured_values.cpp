#include "app/export/dicom/measured_values.h"

#include "app/export/dicom/report_codes.h"
#include "app/export/measured_unit.h"

#include <cmath>

namespace fleming::app {

namespace {

using viewer::CalibrationSource;
using viewer::RoiShape;

Code noUnits() {
    return {"1", "UCUM", "no units"};
}

/// Returns the unit of the values of pixels in UCUM.
Code pixelUnit(const std::string& unit) {
    const MeasuredUnit* known = findUnit(unit);
    return known != nullptr ? Code(known->ucum, "UCUM", known->meaning) : noUnits();
}

/// Returns what the values of pixels are.
Code quantityOf(const RecordedMeasurement& measurement) {
    const std::string& unit = measurement.measured.unit;
    if (unit == "HU") return CODE_DCM_AttenuationCoefficient;
    if (unit == "SUV") return CODE_DCM_StandardizedUptakeValue;
    if (unit.empty() && measurement.source.modality == "MR") return CODE_DCM_MRSignalIntensity;
    return CODE_FLEMING_PixelValue;
}

class Values {
public:
    explicit Values(const RecordedMeasurement& measurement)
        : measurement_(measurement), measured_(measurement.measured) {}

    std::vector<MeasuredValue> all() {
        if (measurement_.roi.shape != RoiShape::arrow) addLengths();
        const bool isCobb = measurement_.roi.shape == RoiShape::cobb;
        if (measured_.angleDegrees)
            add({CODE_SCT_Angle,
                 *measured_.angleDegrees,
                 CODE_UCUM_Degrees,
                 {},
                 isCobb ? std::optional<Code>(CODE_FLEMING_Cobb) : std::nullopt,
                 {}});
        if (measured_.areaMm2) add({CODE_SCT_Area, *measured_.areaMm2, CODE_UCUM_SquareMillimeter, {}, {}, {}});
        if (measured_.statistics) addStatistics(*measured_.statistics);
        return std::move(values_);
    }

private:
    void add(MeasuredValue value) {
        if (std::isfinite(value.value)) values_.push_back(std::move(value));
    }

    void addLengths() {
        const bool isTwo = measurement_.roi.shape == RoiShape::bidirectional;
        addLength(isTwo ? CODE_SCT_LongAxis : CODE_SCT_Length, measured_.lengthMm, measured_.lengthPx, 0);
        addLength(CODE_SCT_ShortAxis, measured_.shortLengthMm, measured_.shortLengthPx, 1);
    }

    void addLength(const Code& name, const std::optional<double>& mm, const std::optional<double>& pixels,
                   std::size_t line) {
        if (mm) {
            add({name, *mm, CODE_UCUM_Millimeter, {}, {}, line});
        } else if (pixels) {
            add({name, *pixels, CODE_UCUM_Pixels, {}, {}, line});
        }
    }

    void addStatistics(const viewer::RoiStatistics& statistics) {
        const Code name = quantityOf(measurement_), unit = pixelUnit(measured_.unit);
        if (measurement_.roi.shape == RoiShape::probe) return add({name, statistics.mean, unit, {}, {}, {}});
        const auto derived = [&](const Code& derivation, double value) {
            add({name, value, unit, derivation, {}, {}});
        };
        derived(CODE_SCT_Mean, statistics.mean);
        if (statistics.sd) derived(CODE_SCT_StandardDeviation, *statistics.sd);
        derived(CODE_SCT_Minimum, statistics.min);
        derived(CODE_SCT_Maximum, statistics.max);
        derived(CODE_SCT_Median, statistics.median);
    }

    const RecordedMeasurement& measurement_;
    const viewer::Measurement& measured_;
    std::vector<MeasuredValue> values_;
};

const char* meaningOf(CalibrationSource source) {
    switch (source) {
        case CalibrationSource::patient:
            return "Positions in the patient or spacing of the file";
        case CalibrationSource::geometry:
            return "Calibrated by the geometry of the exposure";
        case CalibrationSource::fiducial:
            return "Calibrated by an object of known size";
        case CalibrationSource::magnified:
            return "Estimated magnification";
        case CalibrationSource::detector:
            return "Spacing at the detector";
        case CalibrationSource::ultrasound:
            return "Ultrasound region";
        case CalibrationSource::nominal:
            return "Nominal scanned pixel spacing";
        case CalibrationSource::user:
            return "Calibrated by the user";
        case CalibrationSource::none:
            break;
    }
    return "Not calibrated";
}

}  // namespace

std::vector<MeasuredValue> valuesOf(const RecordedMeasurement& measurement) {
    return Values(measurement).all();
}

std::optional<Code> calibrationOf(const RecordedMeasurement& measurement) {
    const viewer::Measurement& measured = measurement.measured;
    const bool hasMm = measured.lengthMm || measured.areaMm2;
    if (measurement.roi.shape == RoiShape::arrow || !(hasMm || measured.lengthPx)) return {};
    const CalibrationSource source = hasMm ? measured.calibration.source : CalibrationSource::none;
    return Code(toString(source), kScheme, meaningOf(source));
}

}  // namespace fleming::app
