#pragma once

#include "viewer/data/geometry.h"

namespace fleming::viewer {

/// The camera of a volume view, in parallel projection. Lengths are mm: of the patient (LPS), or of the array for a
/// volume without orientation. A plain value.
struct VolumeCamera {
    Vector3 focus{0, 0, 0};  ///< the point in the middle of the view
    Vector3 into{0, 1, 0};   ///< unit vector from the viewer into the image
    Vector3 up{0, 0, 1};     ///< unit vector, perpendicular to `into`
    double height = 1.0;     ///< mm from the lower to the upper edge of the view

    Vector3 right() const { return cross(into, up); }
    friend bool operator==(const VolumeCamera&, const VolumeCamera&) = default;
};

/// A side of the patient, from which a volume can be looked at.
enum class PatientSide { anterior, posterior, left, right, superior, inferior };
inline constexpr PatientSide kPatientSides[] = {PatientSide::anterior, PatientSide::posterior, PatientSide::left,
                                                PatientSide::right,    PatientSide::superior,  PatientSide::inferior};

/// Returns the unit vector from the middle of the patient to a side, LPS.
Vector3 directionTo(PatientSide side);

/// Returns a camera in front of the patient, head up, the patient's right on the left. Without orientation it looks at
/// the slices as they are displayed, the first one in front. The whole volume is visible in a view whose width is
/// `aspect` times its height.
VolumeCamera frontCamera(const Geometry& geometry, double aspect);

/// Looks at the same point from a side: the head is up, or the front if it looks from the head or from the feet.
void lookFrom(VolumeCamera& camera, PatientSide side);

/// Rotates the volume: its front moves to the right and down by these angles.
void rotate(VolumeCamera& camera, double rightDegrees, double downDegrees);

/// Enlarges the volume by `factor`.
void zoom(VolumeCamera& camera, double factor);

/// Moves the volume to the right and down, in heights of the view.
void pan(VolumeCamera& camera, double right, double down);

}  // namespace fleming::viewer
