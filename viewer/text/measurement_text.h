#pragma once

#include "viewer/data/roi.h"
#include "viewer/measure/measure.h"

#include <QString>
#include <QStringList>

namespace fleming::viewer {

/// Returns the name of a shape in the user's language: "Length".
QString shapeName(RoiShape shape);

/// Returns where the millimetres of an image come from: "at the detector"; empty for positions in the patient.
QString calibrationText(CalibrationSource source);

// Each returns an empty text if the value does not apply.

/// Returns "12.3 mm", or "34.5 px" without millimetres; two diameters: "12.3 x 8.1 mm".
QString lengthText(const Measurement& measured);
QString areaText(const Measurement& measured);   ///< "134.5 mm²"
QString angleText(const Measurement& measured);  ///< "45.3°"
/// Returns a value with the unit of the pixels: "40 HU".
QString valueText(const Measurement& measured, double value);

/// Returns all values as the lines of a label. Where the millimetres come from is a line of its own if it is not the
/// patient.
QStringList measurementLines(RoiShape shape, const Measurement& measured);

}  // namespace fleming::viewer
