#pragma once

#include "app/export/dicom/report_tree.h"
#include "app/session/recorded_measurement.h"

#include <optional>
#include <vector>

namespace fleming::app {

/// A number of a measurement (PS3.16, TID 300).
struct MeasuredValue {
    Code name;
    double value = 0;
    Code unit;                       ///< UCUM
    std::optional<Code> derivation;  ///< of the values of several pixels: mean, minimum, ...
    std::optional<Code> method;
    std::optional<std::size_t> line;  ///< index of the line of the measurement from which it comes; absent: from all
};

/// Returns the values of a measurement that are finite: sizes in mm, or in pixels if the image is not calibrated, and
/// the values of its pixels.
std::vector<MeasuredValue> valuesOf(const RecordedMeasurement& measurement);

/// Returns where the millimetres of a measurement come from; nothing if it has no length and no area.
std::optional<Code> calibrationOf(const RecordedMeasurement& measurement);

}  // namespace fleming::app
