#pragma once

#include "viewer/data/geometry.h"
#include "viewer/data/rigid_transform.h"
#include "viewer/data/volume.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

/// What becomes of the values along the normal of a plane.
enum class SlabMode { maximum, mean, minimum };

/// Returns "max", "mean" or "min".
const char* toString(SlabMode mode);

/// Returns the mode of that name; throws Error for any other name.
SlabMode slabModeFromString(const std::string& name);

/// A plane with thickness: each pixel shows one value of all samples along the normal of the plane (slabOffsets()).
struct Slab {
    double mm = 0.0;  ///< thickness, half of it on each side of the plane
    SlabMode mode = SlabMode::maximum;
    friend bool operator==(const Slab&, const Slab&) = default;
};

/// A rectangle of pixels in the patient. Positions and directions are those of Geometry: LPS mm, or the mm of the array
/// for a volume without orientation.
struct SlicePlane {
    Vector3 origin{0, 0, 0};  ///< centre of the upper left pixel
    Vector3 right{1, 0, 0};   ///< unit vector along a row of pixels
    Vector3 down{0, 1, 0};    ///< unit vector along a column of pixels, perpendicular to `right`
    double pixelWidth = 1.0;  ///< mm; stored pixels need not be square
    double pixelHeight = 1.0;
    int width = 0;  ///< pixels
    int height = 0;
    std::optional<Slab> slab;

    Vector3 normal() const { return cross(right, down); }
    /// Returns the position of a point in the plane; (0, 0) is the centre of the upper left pixel, in pixels.
    Vector3 toPatient(double column, double row) const;
    friend bool operator==(const SlicePlane&, const SlicePlane&) = default;
};

/// The longest side of an image that is resampled, pixels.
inline constexpr int kLargestResampledSide = 16384;

/// A rectangle of pixels of a plane; all four ends are included.
struct PixelBox {
    int left = 0, top = 0, right = 0, bottom = 0;
};

/// Returns the plane where a transform takes its positions.
SlicePlane moved(SlicePlane plane, const RigidTransform& transform);

/// A slice that a volume has: its number in one of the planes of the patient, from 0.
struct SliceNumber {
    Plane plane = Plane::axial;
    int index = 0;
    friend bool operator==(const SliceNumber&, const SliceNumber&) = default;
};

/// Returns the number of slices of a volume in `plane`.
int sliceCount(const Geometry& geometry, Plane plane);

/// Returns slice `index` in display orientation (see PlaneAxes). A volume without orientation has only the
/// stored plane; `plane` is ignored.
///
/// The acquired plane has the stored pixels one for one. The other planes have square pixels:
/// - Pixel size s: the smaller of the two voxel spacings in the plane, so one of the two axes keeps its samples.
/// - Along an axis of n voxels with spacing d there are round(n * d / s) pixels, at least 1 (a half upwards).
/// - The first edge of the image is the outer edge of the first voxel: pixel p (0, 1, ...) along the voxel axis lies at
///   the voxel coordinate (p + 0.5) * s / d - 0.5. A flipped axis has the same pixels in the opposite order.
///
/// Throws Error if there is no such slice, or if the image would have a side of more than kLargestResampledSide
/// resampled pixels.
SlicePlane slicePlane(const Geometry& geometry, Plane plane, int index);

/// Returns which slice of the volume `plane` shows, its slab aside: the inverse of slicePlane(). Absent if it is none
/// (oblique, between slices, or a part of a slice).
std::optional<SliceNumber> sliceNumber(const Geometry& geometry, const SlicePlane& plane);

/// Returns the offsets from the plane, in mm along its normal, at which a slab is sampled, in ascending order: of
/// n = max(1, floor(mm / step + 0.5)) offsets (i - (n - 1) / 2) * step, i = 0 .. n - 1, those that can meet the volume;
/// the step is the smallest voxel spacing. So the slab is as thick as its samples together, and the plane lies in its
/// middle. A plane without a slab has the offset 0 alone.
std::vector<double> slabOffsets(const Geometry& geometry, const SlicePlane& plane);

/// The indices first..last; empty if last < first.
struct IndexRange {
    int first = 0, last = -1;
    friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

/// Returns the voxels that render() needs for `plane`, as a range along i, j and k; all three are empty if the plane
/// misses the volume.
std::array<IndexRange, 3> voxelBox(const Geometry& geometry, const SlicePlane& plane);

/// Returns the stored slices that render() needs for `plane`: the k of voxelBox().
IndexRange storedSlices(const Geometry& geometry, const SlicePlane& plane);

/// Returns true if all slices of the range are ready.
bool areReady(const Volume& volume, const IndexRange& slices);

/// Returns true if the pixels of a slice of the range could not be read.
bool anyDamaged(const Volume& volume, const IndexRange& slices);

}  // namespace fleming::viewer
