#include "app/export/dicom/mark_region.h"

#include <algorithm>

namespace fleming::app {

namespace {

using Point = std::pair<double, double>;

/// Returns a point of the shown image in the stored one.
Point toStored(Point shown, const viewer::Provenance& image, const viewer::StoredImage& stored) {
    auto [x, y] = shown;
    if (stored.mirroredColumns) x = image.width - x;
    if (stored.mirroredRows) y = image.height - y;
    return stored.transposed ? Point(y, x) : Point(x, y);
}

std::vector<Point> ellipse(Point a, Point b) {
    const double left = std::min(a.first, b.first), right = std::max(a.first, b.first);
    const double top = std::min(a.second, b.second), bottom = std::max(a.second, b.second);
    const double x = (left + right) / 2, y = (top + bottom) / 2;
    if (right - left >= bottom - top) return {{left, y}, {right, y}, {x, top}, {x, bottom}};
    return {{x, top}, {x, bottom}, {left, y}, {right, y}};
}

}  // namespace

MarkRegion regionOf(const Mark& mark, const viewer::Provenance& image, const viewer::StoredImage& stored) {
    const double width = image.width, height = image.height;
    const Point a = toStored({std::clamp(mark.x1, 0.0, width), std::clamp(mark.y1, 0.0, height)}, image, stored);
    const Point b = toStored({std::clamp(mark.x2, 0.0, width), std::clamp(mark.y2, 0.0, height)}, image, stored);
    if (mark.shape == MarkShape::box)
        return {MarkRegion::Graphic::polyline, {a, {b.first, a.second}, b, {a.first, b.second}, a}};
    const bool isFlat = a.first == b.first || a.second == b.second;
    if (mark.shape == MarkShape::ellipse && !isFlat) return {MarkRegion::Graphic::ellipse, ellipse(a, b)};
    return {MarkRegion::Graphic::polyline, {a, b}};
}

}  // namespace fleming::app
