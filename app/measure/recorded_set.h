#pragma once

#include "app/measure/measurement_list.h"
#include "app/session/recorded_measurement.h"

#include <vector>

namespace fleming::app {

/// Returns recorded measurements as a list shows them, with their ids, results and the user's calibrations.
MeasurementSet setOf(const std::vector<RecordedMeasurement>& recorded, int nextId);

/// Returns a measurement as a session records it, without its time. Its source comes from the open series or, if the
/// series is closed, from `known`, an earlier value with the same region. Absent if there is neither.
std::optional<RecordedMeasurement> recordedValue(const MeasurementList& list, const ListedMeasurement& measurement,
                                                 const RecordedMeasurement* known);

/// Returns true if both say the same, whenever they were made.
bool isSameMeasurement(const RecordedMeasurement& a, const RecordedMeasurement& b);

}  // namespace fleming::app
