#include "app/measure/recorded_set.h"

#include "app/measure/measurement_colour.h"
#include "app/measure/region_source.h"
#include "app/session/measurement_json.h"

namespace fleming::app {

namespace {

/// Returns true if the user gave the millimetres, or accepted those at the detector.
bool hasOwnCalibration(const viewer::Measurement& measured) {
    using viewer::CalibrationSource;
    const bool hasMm = measured.lengthMm || measured.areaMm2;
    return measured.calibration.source == CalibrationSource::user ||
           (measured.calibration.source == CalibrationSource::detector && hasMm);
}

}  // namespace

MeasurementSet setOf(const std::vector<RecordedMeasurement>& recorded, int nextId) {
    MeasurementSet set;
    set.nextId = nextId;
    for (const RecordedMeasurement& each : recorded) {
        const int id = static_cast<int>(each.id);
        const std::string series = seriesKey(each.source);
        set.all.push_back({id, QString::fromStdString(each.name), QString::fromStdString(each.note),
                           nearestMeasurementColour(each.colour), series, spaceKey(each), each.roi});
        set.results[id].measured = each.measured;
        if (hasOwnCalibration(each.measured)) set.calibrations[series] = each.measured.calibration;
    }
    return set;
}

std::optional<RecordedMeasurement> recordedValue(const MeasurementList& list, const ListedMeasurement& measurement,
                                                 const RecordedMeasurement* known) {
    const OpenSeries* open = list.seriesOf(measurement);
    if (open == nullptr && (known == nullptr || known->roi != measurement.roi)) return {};
    RecordedMeasurement value;
    if (open != nullptr) {
        RegionSource source = regionSource(open->series, measurement.roi);
        value.source = std::move(source.image);
        value.pixels = std::move(source.pixels);
        value.frameOfReference = open->series.frameOfReference;
    } else {
        value = *known;
    }
    value.id = measurement.id;
    value.name = measurement.name.toStdString();
    value.note = measurement.note.toStdString();
    value.colour = measurementColour(measurement.colour);
    value.roi = measurement.roi;
    value.timeMs = 0;
    const std::optional<viewer::Measurement>& measured = list.resultOf(measurement.id).measured;
    if (measured && !list.isMeasuring(measurement.id)) {
        value.measured = *measured;
    } else if (open != nullptr) {
        value.measured = list.measuredWithoutValues(measurement).value_or(viewer::Measurement());
    }
    return value;
}

bool isSameMeasurement(const RecordedMeasurement& a, const RecordedMeasurement& b) {
    const auto values = [](const RecordedMeasurement& measurement) {
        QJsonObject json = toJson(measurement);
        json.remove("time_ms");
        return json;
    };
    return values(a) == values(b);
}

}  // namespace fleming::app
