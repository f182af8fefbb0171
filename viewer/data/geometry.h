#pragma once

#include <array>
#include <string>

namespace fleming::viewer {

using Vector3 = std::array<double, 3>;
using Index3 = std::array<int, 3>;

/// The position of a voxel grid in the patient, in LPS millimetres: x to the patient's left, y to the back, z to the
/// head (DICOM's patient coordinate system, PS3.3 C.7.6.2.1.1).
/// Voxel (i, j, k): i increases along a row, j down a column, k from slice to slice.
struct Geometry {
    Index3 size{1, 1, 1};
    Vector3 spacing{1, 1, 1};     ///< mm between voxel centres along i, j, k; all > 0
    Vector3 origin{0, 0, 0};      ///< centre of voxel (0, 0, 0)
    Vector3 iDirection{1, 0, 0};  ///< unit vectors, right-handed: k = i x j
    Vector3 jDirection{0, 1, 0};
    Vector3 kDirection{0, 0, 1};
    bool oriented = false;      ///< false: the file does not describe the position in the patient (NPY, for example)
    bool spacingKnown = false;  ///< false: the file does not specify the spacing, which is then 1

    /// Returns the patient coordinates (mm) of a voxel index, which may be fractional.
    Vector3 voxelToPatient(const Vector3& ijk) const;

    /// Returns the fractional voxel index of patient coordinates (mm). Exact even if the directions are not quite
    /// perpendicular.
    Vector3 patientToVoxel(const Vector3& mm) const;
};

/// Returns the unit vector along voxel axis 0 (i), 1 (j) or 2 (k).
const Vector3& axisDirection(const Geometry& geometry, int axis);

/// Returns the voxel coordinates of the middle of the volume.
Vector3 middleVoxel(const Geometry& geometry);

/// Returns the change of the voxel coordinates over 1 mm in `direction`.
Vector3 voxelsPerMm(const Geometry& geometry, const Vector3& direction);

/// Returns the corners of the volume, mm, `margin` voxels beyond the centres of the outer voxels: 0.5 for their edges.
std::array<Vector3, 8> cornersOf(const Geometry& geometry, double margin);

/// The three standard planes of the patient.
enum class Plane { axial, coronal, sagittal };

/// Returns "axial", "coronal" or "sagittal".
const char* toString(Plane plane);

/// Returns the plane with that name. Throws Error for any other name.
Plane planeFromString(const std::string& name);

/// Returns the plane in which the volume was acquired: the one whose normal is closest to kDirection. Axial if the
/// volume has no orientation.
Plane acquiredPlane(const Geometry& geometry);

/// Describes how the slices of a plane are taken from the voxel array and flipped for display.
/// Display orientation: the patient's right is on the left of the image; anterior is up (axial), or superior is up
/// (coronal and sagittal; sagittal: anterior is on the left). Volumes without orientation are displayed as stored.
/// The slice index in a plane increases along the voxel axis closest to the normal of the plane; in the acquired plane
/// it is k.
struct PlaneAxes {
    int columnAxis = 0;  ///< voxel axis along the image's columns, left to right: 0 = i, 1 = j, 2 = k
    int rowAxis = 1;     ///< voxel axis down the image's rows
    int sliceAxis = 2;   ///< voxel axis from slice to slice
    bool flipColumns = false, flipRows = false;  ///< column (row) 0 of the image is the last voxel of the axis
};

/// Returns the axes of `plane`. A volume without orientation has only the stored plane; `plane` is ignored.
PlaneAxes planeAxes(const Geometry& geometry, Plane plane);

/// Returns the letters of a patient direction, largest component first: "R", "A", "HL", ... (PS3.3 C.7.6.1.1.1).
/// Components below 0.2 of the length are left out.
std::string orientationLetters(const Vector3& direction);

Vector3 cross(const Vector3& a, const Vector3& b);
double dot(const Vector3& a, const Vector3& b);
double length(const Vector3& a);
Vector3 plus(const Vector3& a, const Vector3& b, double times = 1.0);  ///< a + times * b
Vector3 minus(const Vector3& a, const Vector3& b);
Vector3 unit(const Vector3& a);  ///< of length 1; the length of `a` is not 0

}  // namespace fleming::viewer
