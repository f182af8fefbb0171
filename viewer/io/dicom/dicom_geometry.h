#pragma once

#include "viewer/io/dicom/dicom_sort.h"

#include <string>
#include <vector>

namespace fleming::viewer {

/// Whether a slice says where it lies and how it is turned.
bool isPlaced(const DicomSlice& slice);

/// Row direction x column direction of a placed slice.
Vector3 normalOf(const DicomSlice& slice);

/// The geometry of placed, parallel slices in order along their normal. Slice spacing is measured along the normal from
/// their positions, never taken from Slice Thickness. Adds to `notes`: missing slices, uneven spacing, gantry tilt or
/// other shear.
Geometry placedGeometry(const std::vector<DicomSlice>& slices, std::vector<std::string>& notes);

/// Size and spacing of slices that have no place in the patient.
Geometry unplacedGeometry(const std::vector<DicomSlice>& slices);

}  // namespace fleming::viewer
