#include "app/export/dicom/report_region.h"

#include <algorithm>

namespace fleming::app {

PlaneRegion rectangleBetween(const PlanePoint& a, const PlanePoint& b) {
    return {RegionGraphic::polyline, {a, {b[0], a[1]}, b, {a[0], b[1]}, a}};
}

PlaneRegion ellipseBetween(const PlanePoint& a, const PlanePoint& b) {
    const auto [left, right] = std::minmax(a[0], b[0]);
    const auto [top, bottom] = std::minmax(a[1], b[1]);
    if (left == right || top == bottom) return {RegionGraphic::polyline, {a, b}};
    const double x = (left + right) / 2, y = (top + bottom) / 2;
    const bool isWide = right - left >= bottom - top;
    if (isWide) return {RegionGraphic::ellipse, {{left, y}, {right, y}, {x, top}, {x, bottom}}};
    return {RegionGraphic::ellipse, {{x, top}, {x, bottom}, {left, y}, {right, y}}};
}

}  // namespace fleming::app
