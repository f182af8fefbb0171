#include "viewer/data/roi.h"

#include <utility>

namespace fleming::viewer {

namespace {

constexpr std::pair<RoiShape, const char*> kShapes[] = {
    {RoiShape::length, "length"},       {RoiShape::angle, "angle"},
    {RoiShape::cobb, "cobb"},           {RoiShape::bidirectional, "bidirectional"},
    {RoiShape::rectangle, "rectangle"}, {RoiShape::ellipse, "ellipse"},
    {RoiShape::polygon, "polygon"},     {RoiShape::freehand, "freehand"},
    {RoiShape::probe, "probe"},         {RoiShape::arrow, "arrow"},
};

}  // namespace

Vector3 toPatient(const RoiPlane& plane, const Vector2& point) {
    return plus(plus(plane.origin, plane.right, point[0]), plane.down, point[1]);
}

Vector2 toPlane(const RoiPlane& plane, const Vector3& mm) {
    const Vector3 from = minus(mm, plane.origin);
    return {dot(from, plane.right), dot(from, plane.down)};
}

int pointCount(RoiShape shape) {
    switch (shape) {
        case RoiShape::polygon:
        case RoiShape::freehand:
            return 0;
        case RoiShape::probe:
            return 1;
        case RoiShape::length:
        case RoiShape::rectangle:
        case RoiShape::ellipse:
        case RoiShape::arrow:
            return 2;
        case RoiShape::angle:
            return 3;
        case RoiShape::cobb:
        case RoiShape::bidirectional:
            return 4;
    }
    return 0;
}

bool isBox(RoiShape shape) {
    return shape == RoiShape::rectangle || shape == RoiShape::ellipse;
}

bool isPolygon(RoiShape shape) {
    return shape == RoiShape::polygon || shape == RoiShape::freehand;
}

bool isClosed(RoiShape shape) {
    return isBox(shape) || isPolygon(shape);
}

bool hasPixels(RoiShape shape) {
    return isClosed(shape) || shape == RoiShape::probe;
}

std::vector<Vector2> cornersOf(const Roi& roi) {
    if (!isBox(roi.shape)) return roi.points;
    const Vector2 &a = roi.points.at(0), &b = roi.points.at(1);
    return {a, {b[0], a[1]}, b, {a[0], b[1]}};
}

const char* toString(RoiShape shape) {
    for (const auto& [one, name] : kShapes) {
        if (one == shape) return name;
    }
    return "unknown";
}

std::optional<RoiShape> roiShape(const std::string& name) {
    for (const auto& [shape, one] : kShapes) {
        if (name == one) return shape;
    }
    return {};
}

}  // namespace fleming::viewer
