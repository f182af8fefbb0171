#pragma once

#include "viewer/data/label_map.h"
#include "viewer/render/slice_plane.h"

#include <cstdint>
#include <vector>

namespace fleming::viewer {

/// Returns the label of the voxel nearest to a position (mm); of overlapping ones, that of the last layer. Null if
/// there is none.
const Label* labelAt(const LabelMap& labels, const Vector3& mm);

/// Renders the labels in a plane: RGBA of each pixel, row by row, not premultiplied. A pixel has the colour of
/// labelAt() and `alpha`, or is transparent. The slab of the plane is ignored.
std::vector<std::uint8_t> labelColours(const LabelMap& labels, const SlicePlane& plane, std::uint8_t alpha);

}  // namespace fleming::viewer
