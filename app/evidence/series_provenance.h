#pragma once

#include "viewer/data/series.h"
#include "viewer/render/frame.h"

namespace fleming::app {

/// Returns provenance with the values that all images of a series share; the file is the first one of the series.
viewer::Provenance provenanceOf(const viewer::Series& series);

/// Returns the position of the middle of a slice, mm.
viewer::Vector3 sliceCentre(const viewer::Geometry& geometry, const viewer::SliceNumber& slice);

}  // namespace fleming::app
