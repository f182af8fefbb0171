#pragma once

#include "viewer/data/rigid_transform.h"
#include "viewer/render/slice_plane.h"

namespace fleming::viewer {

// The slices of one plane of a volume, moved together by a rigid transform, the tilt: multiplanar reformats at any
// angle. Slice `index` lies where the tilt takes slice `index` of slicePlane(), whose slices are thought to go on
// beyond the volume, with square pixels as large as the smaller side of theirs.

/// Returns the slices that can meet the volume; 0..sliceCount() - 1 without a tilt. Indices may be negative.
IndexRange tiltedSlices(const Geometry& geometry, Plane plane, const RigidTransform& tilt);

/// Returns slice `index`, large enough to show all of the volume that meets any slice; slicePlane() without a tilt.
/// Throws Error like slicePlane().
SlicePlane tiltedPlane(const Geometry& geometry, Plane plane, int index, const RigidTransform& tilt);

/// Returns the part of a plane where it meets the volume, in whole pixels; the plane itself if it misses the volume.
SlicePlane cropped(const Geometry& geometry, SlicePlane plane);

/// A slice of a tilted plane.
struct TiltedSlice {
    RigidTransform tilt;
    int index = 0;
};

/// Returns a tilt of `plane`, and the slice that then has the pixels of `oblique` (it may have more of them around).
TiltedSlice tiltOf(const Geometry& geometry, Plane plane, const SlicePlane& oblique);

/// Returns the rotation by `angle` (rad) around an axis (a unit vector) through a position: right-handed.
RigidTransform rotationAround(const Vector3& position, const Vector3& axis, double angle);

}  // namespace fleming::viewer
