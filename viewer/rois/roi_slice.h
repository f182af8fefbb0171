#pragma once

#include "viewer/data/roi.h"
#include "viewer/render/slice_plane.h"

namespace fleming::viewer {

/// Returns the slice in which a region lies; for a region in no plane of the volume, the slice of the acquired plane
/// through its first point.
SliceNumber sliceOf(const Geometry& geometry, const Roi& roi);

}  // namespace fleming::viewer
