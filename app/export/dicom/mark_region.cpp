#include "app/export/dicom/mark_region.h"

#include <algorithm>

namespace fleming::app {

namespace {

/// Returns a point of the shown image in the stored one.
PlanePoint toStored(double x, double y, const viewer::Provenance& image, const viewer::StoredImage& stored) {
    x = std::clamp(x, 0.0, static_cast<double>(image.width));
    y = std::clamp(y, 0.0, static_cast<double>(image.height));
    if (stored.mirroredColumns) x = image.width - x;
    if (stored.mirroredRows) y = image.height - y;
    return stored.transposed ? PlanePoint{y, x} : PlanePoint{x, y};
}

}  // namespace

PlaneRegion regionOf(const Mark& mark, const viewer::Provenance& image, const viewer::StoredImage& stored) {
    const PlanePoint a = toStored(mark.x1, mark.y1, image, stored), b = toStored(mark.x2, mark.y2, image, stored);
    if (mark.shape == MarkShape::box) return rectangleBetween(a, b);
    if (mark.shape == MarkShape::ellipse) return ellipseBetween(a, b);
    return {RegionGraphic::polyline, {a, b}};
}

}  // namespace fleming::app
