#pragma once

#include "app/measure/measurement_list.h"
#include "app/session/recorded_measurement.h"

#include <vector>

namespace fleming::app {

/// Returns recorded measurements as a list shows them, with their ids, results and the user's calibrations.
MeasurementSet setOf(const std::vector<RecordedMeasurement>& recorded, int nextId);

/// Returns a measurement as a session records it, without its time. Its image is that of the open series; if the series
/// is closed, `known` says it, which is an earlier value of the measurement with the same region. Absent if neither is
/// there.
std::optional<RecordedMeasurement> recordedValue(const MeasurementList& list, const ListedMeasurement& measurement,
                                                 const RecordedMeasurement* known);

/// Returns true if both say the same, whenever they were made.
bool isSameMeasurement(const RecordedMeasurement& a, const RecordedMeasurement& b);

}  // namespace fleming::app
