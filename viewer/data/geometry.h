#pragma once

#include <array>
#include <string>

namespace fleming::viewer {

using Vector3 = std::array<double, 3>;
using Index3 = std::array<int, 3>;

/// Where a volume's voxels lie in the patient. LPS millimetres (x to the patient's left, y to the back, z to the head),
/// DICOM's own frame (PS3.3 C.7.6.2.1.1).
/// Voxel (i, j, k): i grows along a row (columns), j down a column (rows), k from slice to slice.
struct Geometry {
    Index3 size{1, 1, 1};
    Vector3 spacing{1, 1, 1};     ///< mm between voxel centres along i, j, k; all > 0
    Vector3 origin{0, 0, 0};      ///< centre of voxel (0, 0, 0)
    Vector3 iDirection{1, 0, 0};  ///< unit vectors, right-handed: k = i x j
    Vector3 jDirection{0, 1, 0};
    Vector3 kDirection{0, 0, 1};
    bool oriented = false;      ///< false: the file says nothing of the patient (NPY); directions are then the array's
    bool spacingKnown = false;  ///< false: spacing is 1 by want of anything better

    Vector3 voxelToPatient(const Vector3& ijk) const;
    Vector3 patientToVoxel(const Vector3& mm) const;
};

/// The three planes of the patient.
enum class Plane { axial, coronal, sagittal };
const char* toString(Plane plane);
/// Throws Error on any other word.
Plane planeFromString(const std::string& name);

/// The plane that the volume was acquired in: the one whose normal is nearest to kDirection. Axial for an unoriented
/// one.
Plane acquiredPlane(const Geometry& geometry);

/// How slices of a plane are taken out of the voxel array and turned for display: which voxel axis runs along the
/// picture's columns (left to right), which down its rows, which from slice to slice, and which of them are flipped.
/// Display orientation: the patient's right on the picture's left, anterior up (axial) or superior up (coronal and
/// sagittal; sagittal: anterior on the left). Unoriented volumes are not turned: stored columns, rows.
/// A volume's slice index in a plane grows along the voxel axis nearest to the plane's normal; in the acquired plane it
/// is k.
struct PlaneAxes {
    int columnAxis = 0, rowAxis = 1, sliceAxis = 2;  ///< 0 = i, 1 = j, 2 = k; a permutation
    bool flipColumns = false, flipRows = false;      ///< picture column 0 is the axis' last voxel
};
PlaneAxes planeAxes(const Geometry& geometry, Plane plane);

/// "R", "A", "HL", ...: the letters of a patient direction, nearest first (PS3.3 C.7.6.1.1.1); components under 0.2 are
/// left out.
std::string orientationLetters(const Vector3& direction);

Vector3 cross(const Vector3& a, const Vector3& b);
double dot(const Vector3& a, const Vector3& b);
double length(const Vector3& a);

}  // namespace fleming::viewer
