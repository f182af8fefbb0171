#pragma once

#include "app/session/session_snapshot.h"

#include <cstdint>
#include <vector>

/// Which measurements of a session belong to what is exported. All measurements that are returned are those of
/// `session`, in their order.
namespace fleming::app {

/// Returns the measurements that belong to an answer and a review of it, which may be null: those that its spans are
/// tied to, and those on the series of the images that the model saw for it, as far as the session names the series: by
/// the UID of a DICOM series, or by the file of another.
std::vector<const RecordedMeasurement*> measurementsOf(const SessionSnapshot& session, const Exchange& exchange,
                                                       const Review* review);

/// Returns the measurements to which a span is tied. Leaves out those that the session no longer has.
std::vector<const RecordedMeasurement*> measurementsOfSpan(const SessionSnapshot& session, const Review& review,
                                                           int span);

}  // namespace fleming::app
