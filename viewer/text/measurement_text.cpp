#include "viewer/text/measurement_text.h"

#include "viewer/text/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace fleming::viewer {

namespace {

struct MeasurementWords {
    Q_DECLARE_TR_FUNCTIONS(Measurements)
};

/// Returns a mean or a deviation: with one decimal from 10 on, else with four significant digits.
QString averageText(double value) {
    return std::abs(value) >= 10 ? positionText(value) : pixelValueText(value);
}

QString withUnit(const QString& value, const std::string& unit) {
    return unit.empty() ? value : MeasurementWords::tr("%1 %2", "value unit").arg(value, QString::fromStdString(unit));
}

}  // namespace

QString shapeName(RoiShape shape) {
    switch (shape) {
        case RoiShape::length:
            return MeasurementWords::tr("Length");
        case RoiShape::angle:
            return MeasurementWords::tr("Angle");
        case RoiShape::cobb:
            return MeasurementWords::tr("Cobb angle");
        case RoiShape::bidirectional:
            return MeasurementWords::tr("Two diameters");
        case RoiShape::rectangle:
            return MeasurementWords::tr("Rectangle");
        case RoiShape::ellipse:
            return MeasurementWords::tr("Ellipse");
        case RoiShape::polygon:
            return MeasurementWords::tr("Polygon");
        case RoiShape::freehand:
            return MeasurementWords::tr("Freehand");
        case RoiShape::probe:
            return MeasurementWords::tr("Probe");
        case RoiShape::arrow:
            return MeasurementWords::tr("Arrow");
    }
    return {};
}

QString calibrationText(CalibrationSource source) {
    switch (source) {
        case CalibrationSource::patient:
            return {};
        case CalibrationSource::geometry:
            return MeasurementWords::tr("calibrated by geometry");
        case CalibrationSource::fiducial:
            return MeasurementWords::tr("calibrated by an object");
        case CalibrationSource::magnified:
            return MeasurementWords::tr("estimated magnification");
        case CalibrationSource::detector:
            return MeasurementWords::tr("at the detector");
        case CalibrationSource::ultrasound:
            return MeasurementWords::tr("ultrasound region");
        case CalibrationSource::nominal:
            return MeasurementWords::tr("nominal spacing");
        case CalibrationSource::user:
            return MeasurementWords::tr("user calibration");
        case CalibrationSource::none:
            return MeasurementWords::tr("not calibrated");
    }
    return {};
}

QString lengthText(const Measurement& measured) {
    const bool inMm = measured.lengthMm.has_value();
    const std::optional<double> longer = inMm ? measured.lengthMm : measured.lengthPx;
    const std::optional<double> shorter = inMm ? measured.shortLengthMm : measured.shortLengthPx;
    if (!longer) return {};
    if (!shorter)
        return (inMm ? MeasurementWords::tr("%1 mm") : MeasurementWords::tr("%1 px")).arg(positionText(*longer));
    return (inMm ? MeasurementWords::tr("%1 × %2 mm", "two diameters")
                 : MeasurementWords::tr("%1 × %2 px", "two diameters"))
        .arg(positionText(*longer), positionText(*shorter));
}

QString areaText(const Measurement& measured) {
    return measured.areaMm2 ? MeasurementWords::tr("%1 mm²").arg(positionText(*measured.areaMm2)) : QString();
}

QString angleText(const Measurement& measured) {
    return measured.angleDegrees ? MeasurementWords::tr("%1°", "an angle").arg(positionText(*measured.angleDegrees))
                                 : QString();
}

QString valueText(const Measurement& measured, double value) {
    return withUnit(averageText(value), measured.unit);
}

QStringList measurementLines(RoiShape shape, const Measurement& measured) {
    QStringList lines;
    const bool isArrow = shape == RoiShape::arrow;
    for (const QString& line : {isArrow ? QString() : lengthText(measured), angleText(measured), areaText(measured)}) {
        if (!line.isEmpty()) lines << line;
    }
    if (const auto& values = measured.statistics; values && shape == RoiShape::probe) {
        lines << withUnit(pixelValueText(values->mean), measured.unit);
    } else if (values) {
        lines << (values->sd ? MeasurementWords::tr("Mean %1, SD %2")
                                   .arg(averageText(values->mean), valueText(measured, *values->sd))
                             : MeasurementWords::tr("Mean %1").arg(valueText(measured, values->mean)));
        lines << MeasurementWords::tr("Min %1, max %2")
                     .arg(pixelValueText(values->min), withUnit(pixelValueText(values->max), measured.unit));
    }
    if (isArrow) return lines;
    // Without millimetres nothing is calibrated, even if the spacing at the detector is known.
    const bool hasMm = measured.lengthMm || measured.areaMm2, hasPx = measured.lengthPx && !measured.lengthMm;
    const QString source = calibrationText(hasMm ? measured.calibration.source : CalibrationSource::none);
    if ((hasMm || hasPx) && !source.isEmpty()) lines << source;
    return lines;
}

}  // namespace fleming::viewer
