#pragma once

#include "viewer/data/look.h"
#include "viewer/data/volume.h"
#include "viewer/render/slice_plane.h"

#include <vector>

namespace fleming::viewer {

/// Samples any plane of `volume` with vtkImageReslice, by the rules of render(). Returns width * height * components
/// stored values (not rescaled), row by row; NaN is padding. If the volume has padding, or values that can be NaN,
/// voxelBox() is copied (5 bytes a voxel). Throws std::bad_alloc.
std::vector<double> reslicedSamples(const Volume& volume, const SlicePlane& plane,
                                    Interpolation interpolation = Interpolation::linear);

}  // namespace fleming::viewer
