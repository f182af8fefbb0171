#pragma once

#include "app/export/dicom/report_region.h"
#include "app/session/review.h"
#include "viewer/render/frame.h"

namespace fleming::app {

/// Returns a mark in the stored pixels that its image shows one for one: a box as a closed polyline, an arrow as a
/// polyline whose last point is its tip. The mark is cut to the image. A flat ellipse becomes a line.
PlaneRegion regionOf(const Mark& mark, const viewer::Provenance& image, const viewer::StoredImage& stored);

}  // namespace fleming::app
