#pragma once

#include "viewer/data/roi.h"

#include <vector>

namespace fleming::viewer {

/// Returns the area inside a closed polygon by the even-odd rule, in the square of the unit of its corners. Exact up to
/// rounding, also where the polygon crosses itself: it is cut into strips at the heights of all corners and crossings,
/// so that no sides cross within a strip and each part of it is a trapezoid.
double evenOddArea(const std::vector<Vector2>& corners);

}  // namespace fleming::viewer
