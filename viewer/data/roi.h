#pragma once

#include "viewer/data/geometry.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

using Vector2 = std::array<double, 2>;

/// A plane in the patient that a region lies in. Positions and directions are those of Geometry: LPS mm, or the mm of
/// the array for a volume without orientation.
struct RoiPlane {
    Vector3 origin{0, 0, 0};
    Vector3 right{1, 0, 0};  ///< unit vectors, perpendicular
    Vector3 down{0, 1, 0};
    friend bool operator==(const RoiPlane&, const RoiPlane&) = default;
};

/// Returns the position of a point of a plane in the patient, and the point of the plane nearest to a position; mm.
Vector3 toPatient(const RoiPlane& plane, const Vector2& point);
Vector2 toPlane(const RoiPlane& plane, const Vector3& mm);

/// How the points of a Roi are to be read.
enum class RoiShape {
    length,         ///< two ends
    angle,          ///< three points; the vertex is the second
    cobb,           ///< four points: two lines of two ends each
    bidirectional,  ///< four points: the ends of the long diameter, then of the short one (RECIST)
    rectangle,      ///< two opposite corners; its sides are parallel to `right` and `down`
    ellipse,        ///< two opposite corners of the box around it
    polygon,        ///< corners, at least three; even-odd
    freehand,       ///< a closed line, drawn: measured as a polygon
    probe,          ///< one point
    arrow,          ///< two points: tail and head
};

/// The least number of corners of a polygon, and of points of a freehand line.
inline constexpr int kFewestCorners = 3;

/// Returns the number of points of a shape; 0 for a polygon and a freehand line, which have any from kFewestCorners on.
int pointCount(RoiShape shape);

bool isBox(RoiShape shape);      ///< its points are two corners of a box: rectangle, ellipse
bool isPolygon(RoiShape shape);  ///< its points are corners: polygon, freehand
bool isClosed(RoiShape shape);   ///< it surrounds an area
bool hasPixels(RoiShape shape);  ///< pixels lie in it: a closed shape, or a probe

/// Returns the name of a shape in files and JSON: "length", "angle", ...
const char* toString(RoiShape shape);

/// Returns the shape of that name; none for any other name.
std::optional<RoiShape> roiShape(const std::string& name);

/// A region of interest, or a line that is measured.
struct Roi {
    RoiShape shape = RoiShape::length;
    RoiPlane plane;
    std::vector<Vector2> points;  ///< mm in the plane from its origin, along `right` and `down`
    friend bool operator==(const Roi&, const Roi&) = default;
};

/// Returns the corners of a region with at least two points: all four of a box, in order around it, else its points.
std::vector<Vector2> cornersOf(const Roi& roi);

}  // namespace fleming::viewer
