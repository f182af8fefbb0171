#pragma once

#include "viewer/measure/roi_grid.h"

#include <vector>

namespace fleming::viewer {

/// The pixels first..last of a row.
struct PixelSpan {
    int row = 0, first = 0, last = 0;
};

/// Returns the pixels of the grid whose centres are inside a closed region, row by row, found by walking its rows. The
/// edge of a rectangle and of an ellipse is inside. A polygon follows the even-odd rule; a centre on its edge belongs
/// to the side of larger x and y in the plane. Centres within a millionth of a pixel count as on the edge. Throws Error
/// if there are more than 2^27.
std::vector<PixelSpan> pixelsInside(const RoiGrid& grid, const Roi& roi);

}  // namespace fleming::viewer
