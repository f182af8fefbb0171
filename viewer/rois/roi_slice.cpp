#include "viewer/rois/roi_slice.h"

#include "viewer/rois/roi_geometry.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

SliceNumber sliceOf(const Geometry& geometry, const Roi& roi) {
    constexpr double kParallel = 0.999;  // cosine
    const Vector3 normal = cross(roi.plane.right, roi.plane.down);
    Plane in = acquiredPlane(geometry);
    for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
        if (geometry.oriented && std::abs(dot(slicePlane(geometry, plane, 0).normal(), normal)) > kParallel) in = plane;
    }
    const Vector3 at = roi.points.empty() ? roi.plane.origin : toPatient(roi.plane, roi.points.front());
    const double index = geometry.patientToVoxel(at)[static_cast<std::size_t>(planeAxes(geometry, in).sliceAxis)];
    const double last = sliceCount(geometry, in) - 1;
    return {in, static_cast<int>(std::lround(std::clamp(index, 0.0, last)))};
}

}  // namespace fleming::viewer
