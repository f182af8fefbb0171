#pragma once

#include "app/export/dicom/report_region.h"
#include "app/session/recorded_measurement.h"

#include <vector>

namespace fleming::app {

/// Returns true if the shape of a measurement is a region of interest (TID 1410): it surrounds pixels, or points at
/// them. Other shapes are lines from which values are inferred (TID 1501).
bool isRegionOfInterest(viewer::RoiShape shape);

/// Returns the lines of a measurement in the stored pixels of `source.stored`: one for most shapes, the two lines of
/// two diameters and of a Cobb angle. Empty unless it lies on a stored slice. The corners of a rectangle and of an
/// ellipse lie on rows and columns of the slice.
std::vector<PlaneRegion> storedRegionsOf(const RecordedMeasurement& measurement);

/// Returns the same in its frame of reference. Empty if that is unknown.
std::vector<PatientRegion> patientRegionsOf(const RecordedMeasurement& measurement);

}  // namespace fleming::app
