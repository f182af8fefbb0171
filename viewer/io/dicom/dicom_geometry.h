#pragma once

#include "viewer/io/dicom/dicom_sort.h"

#include <string>
#include <vector>

namespace fleming::viewer {

/// Returns true if the slice has a position and an orientation in the patient.
bool isPlaced(const DicomSlice& slice);

/// Returns the normal of a placed slice: row direction x column direction.
Vector3 normalOf(const DicomSlice& slice);

/// Returns the geometry of placed, parallel slices that are sorted along their normal. The slice spacing is measured
/// along the normal from the positions; Slice Thickness is ignored. Adds notes about missing slices, uneven spacing,
/// and gantry tilt or other shear.
Geometry placedGeometry(const std::vector<DicomSlice>& slices, std::vector<Note>& notes);

/// Returns the true positions of placed slices (ImageInfo::slicePositions) if one of `notes` says that their geometry
/// only comes near them; else none.
std::vector<Vector3> truePositions(const std::vector<Note>& notes, const std::vector<DicomSlice>& slices);

/// Returns the size and spacing of slices without a position in the patient.
Geometry unplacedGeometry(const std::vector<DicomSlice>& slices);

}  // namespace fleming::viewer
