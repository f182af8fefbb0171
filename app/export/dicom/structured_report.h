#pragma once

#include "app/export/dicom/dicom_object.h"

namespace fleming::app {

/// Writes an answer, and a review of it unless `review` is null, into an empty dataset: a Comprehensive 3D SR with a
/// Measurement Report (PS3.16, TID 1500).
///
/// The model is a device observer, the reviewer a person observer. Spans and marks are measurement groups: with a
/// region (TID 1410) where a mark is on an image that shows stored pixels one for one, else without one (TID 1501), the
/// mark as text with the reason. Measurements that belong to the answer are groups too: see measurementsOf(). Question,
/// answer and verdict are qualitative evaluations. `number` is that of the object in its series.
void makeReport(DcmDataset& object, const SessionSnapshot& session, const Exchange& exchange, const Review* review,
                const DicomExport& shared, int number);

}  // namespace fleming::app
