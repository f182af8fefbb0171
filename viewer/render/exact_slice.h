#pragma once

#include "viewer/data/look.h"
#include "viewer/data/picture.h"
#include "viewer/data/volume.h"
#include "viewer/render/grey_levels.h"
#include "viewer/render/slice_plane.h"

#include <vector>

namespace fleming::viewer {

// The planes that slicePlane() gives, by the exact rules of render(). `plane` is slicePlane(slice) of the volume.

/// Returns the grey level of each pixel, row by row. The volume has one component.
std::vector<GreyLevel> exactGreyLevels(const Volume& volume, const SlicePlane& plane, const SliceNumber& slice,
                                       const GreyRule& rule, Interpolation interpolation);

/// Returns the colours of a volume with three components.
RgbImage exactColours(const Volume& volume, const SlicePlane& plane, const SliceNumber& slice,
                      Interpolation interpolation);

}  // namespace fleming::viewer
