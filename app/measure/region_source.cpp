#include "app/measure/region_source.h"

#include "app/evidence/series_provenance.h"
#include "viewer/measure/roi_grid.h"
#include "viewer/rois/roi_slice.h"

#include <cmath>

namespace fleming::app {

namespace {

void setSlice(const viewer::Geometry& geometry, const viewer::SliceNumber& slice, viewer::Provenance& image) {
    image.index = slice.index;
    image.count = viewer::sliceCount(geometry, slice.plane);
    if (!geometry.oriented) return;
    image.plane = slice.plane;
    image.positionMm = sliceCentre(geometry, slice);
}

bool isParallel(const viewer::Geometry& geometry, const viewer::SliceNumber& slice, const viewer::RoiPlane& plane) {
    constexpr double kParallel = 0.999;  // cosine
    const viewer::Vector3 normal = viewer::slicePlane(geometry, slice.plane, slice.index).normal();
    return std::abs(viewer::dot(normal, viewer::cross(plane.right, plane.down))) > kParallel;
}

}  // namespace

RegionSource regionSource(const viewer::Series& series, const viewer::Roi& roi) {
    RegionSource source{provenanceOf(series), {}};
    viewer::Provenance& image = source.image;
    if (series.kind() == viewer::SeriesKind::clip) return source;
    const viewer::Geometry& geometry = series.geometry();
    const viewer::RoiGrid grid = viewer::roiGrid(geometry, roi.plane);
    if (!grid.slice) {
        const viewer::SliceNumber slice = viewer::sliceOf(geometry, roi);
        if (isParallel(geometry, slice, roi.plane)) {
            setSlice(geometry, slice, image);
        } else {
            const viewer::RoiPlane& plane = roi.plane;
            image.oblique =
                viewer::SlicePlane{plane.origin, plane.right, plane.down, grid.pixelSize, grid.pixelSize, 0, 0, {}};
        }
        return source;
    }
    const int k = *grid.slice;
    setSlice(geometry, {viewer::acquiredPlane(geometry), k}, image);
    image.width = geometry.size[0];
    image.height = geometry.size[1];
    // Series without a UID are known by their first file.
    const std::filesystem::path* file = series.uid.empty() ? nullptr : series.fileOfSlice(k);
    if (file != nullptr) image.file = file->string();
    if (const auto object = series.objectOf(k)) {
        image.stored = viewer::StoredImage{*object};
        for (const viewer::Vector2& point : roi.points)
            source.pixels.push_back(grid.toPixel(point));
    }
    return source;
}

}  // namespace fleming::app
