#pragma once

#include "viewer/data/roi.h"

#include <optional>
#include <utility>
#include <vector>

/// The geometry of regions: how they are drawn, hit and dragged. Points and lengths are mm in the plane of the region.
namespace fleming::viewer {

/// Returns the lines of a region. A closed line returns to its first point; an ellipse has 72 sides. The head of an
/// arrow is not part of it. A probe is one line of one point.
std::vector<std::vector<Vector2>> outline(const Roi& roi);

/// Returns the points by which a region is changed: its points, or the corners of a box. A freehand line has none.
std::vector<Vector2> handles(const Roi& roi);

/// Returns the region with a handle of handles() moved by `by`, or all of it without a handle. The short diameter of a
/// bidirectional measurement stays perpendicular to the long one.
Roi dragged(const Roi& roi, const std::optional<int>& handle, const Vector2& by);

/// Returns the two diameters whose long one has these ends: the short one is half as long, through its middle.
std::vector<Vector2> diameters(const Vector2& from, const Vector2& to);

/// Returns the distance of a point from the lines of a region.
double distanceToOutline(const Roi& roi, const Vector2& point);

/// Returns the middle of the box around a region.
Vector2 middleOf(const Roi& roi);

/// Returns true if a region is too small to be one: two points in one place, a closed shape without area.
bool isDegenerate(const Roi& roi);

/// A plane through a position; slices within `reach` of it along the normal count as in it, mm.
struct RoiCut {
    Vector3 origin{0, 0, 0};
    Vector3 normal{0, 0, 1};
    double reach = 0.5;
};

/// Returns true if a region lies in a plane: parallel to it and within its reach.
bool liesIn(const Roi& roi, const RoiCut& plane);

/// Returns where a plane cuts a region that does not lie in it, as segments in the patient: the chords of a closed
/// shape, the parts of lines within the reach of the plane. Empty if it does not cut the region.
std::vector<std::pair<Vector3, Vector3>> cutBy(const Roi& roi, const RoiCut& plane);

}  // namespace fleming::viewer
