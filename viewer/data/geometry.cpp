#include "viewer/data/geometry.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fleming::viewer {

namespace {

// Components of a patient vector.
constexpr int kLeft = 0, kPosterior = 1, kHead = 2;

int normalAxis(Plane plane) {
    switch (plane) {
        case Plane::axial:
            return kHead;
        case Plane::coronal:
            return kPosterior;
        case Plane::sagittal:
            return kLeft;
    }
    throw Error("plane.unknown", {}, {std::to_string(static_cast<int>(plane))});
}

double component(const Vector3& v, int axis) {
    return v[static_cast<std::size_t>(axis)];
}

/// Returns the voxel axis assigned to each patient axis. k is assigned to the normal of the acquired plane. i and j are
/// assigned to the other two axes such that the product of their components is larger, so that the acquired plane is
/// never seen from the wrong side.
Index3 voxelAxesOfPatient(const Geometry& geometry) {
    const int third = normalAxis(acquiredPlane(geometry));
    const int first = third == 0 ? 1 : 0;
    const int second = third == 2 ? 1 : 2;
    const Vector3& i = geometry.iDirection;
    const Vector3& j = geometry.jDirection;
    const double straight = std::abs(component(i, first) * component(j, second));
    const double crossed = std::abs(component(i, second) * component(j, first));
    Index3 voxelAxis{};
    voxelAxis[static_cast<std::size_t>(third)] = 2;
    voxelAxis[static_cast<std::size_t>(first)] = straight >= crossed ? 0 : 1;
    voxelAxis[static_cast<std::size_t>(second)] = straight >= crossed ? 1 : 0;
    return voxelAxis;
}

}  // namespace

const Vector3& axisDirection(const Geometry& geometry, int axis) {
    if (axis == 0) return geometry.iDirection;
    return axis == 1 ? geometry.jDirection : geometry.kDirection;
}

Vector3 cross(const Vector3& a, const Vector3& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Vector3& a, const Vector3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

double length(const Vector3& a) {
    return std::hypot(a[0], a[1], a[2]);
}

Vector3 plus(const Vector3& a, const Vector3& b, double times) {
    return {a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2]};
}

Vector3 minus(const Vector3& a, const Vector3& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Vector3 unit(const Vector3& a) {
    const double size = length(a);
    return {a[0] / size, a[1] / size, a[2] / size};
}

Vector3 Geometry::voxelToPatient(const Vector3& ijk) const {
    Vector3 mm = origin;
    for (std::size_t c = 0; c < 3; ++c) {
        mm[c] += iDirection[c] * spacing[0] * ijk[0] + jDirection[c] * spacing[1] * ijk[1] +
                 kDirection[c] * spacing[2] * ijk[2];
    }
    return mm;
}

Vector3 Geometry::patientToVoxel(const Vector3& mm) const {
    // Inverts the matrix with columns i, j, k by its reciprocal vectors, because directions that were rounded in the
    // file are not quite perpendicular.
    const Vector3 d = minus(mm, origin);
    const Vector3 jk = cross(jDirection, kDirection);
    const double determinant = dot(iDirection, jk);
    return {dot(d, jk) / determinant / spacing[0], dot(d, cross(kDirection, iDirection)) / determinant / spacing[1],
            dot(d, cross(iDirection, jDirection)) / determinant / spacing[2]};
}

Vector3 voxelsPerMm(const Geometry& geometry, const Vector3& direction) {
    Geometry centred = geometry;
    centred.origin = {};
    return centred.patientToVoxel(direction);
}

std::array<Vector3, 8> cornersOf(const Geometry& geometry, double margin) {
    std::array<Vector3, 8> corners;
    for (std::size_t corner = 0; corner < corners.size(); ++corner) {
        Vector3 voxel;
        for (std::size_t axis = 0; axis < 3; ++axis)
            voxel[axis] = ((corner >> axis) & 1) != 0 ? geometry.size[axis] - 1 + margin : -margin;
        corners[corner] = geometry.voxelToPatient(voxel);
    }
    return corners;
}

Vector3 middleVoxel(const Geometry& geometry) {
    return {(geometry.size[0] - 1) / 2.0, (geometry.size[1] - 1) / 2.0, (geometry.size[2] - 1) / 2.0};
}

const char* toString(Plane plane) {
    switch (plane) {
        case Plane::axial:
            return "axial";
        case Plane::coronal:
            return "coronal";
        case Plane::sagittal:
            return "sagittal";
    }
    return "unknown";
}

Plane planeFromString(const std::string& name) {
    for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
        if (name == toString(plane)) return plane;
    }
    throw Error("plane.unknown", {}, {name});
}

Plane acquiredPlane(const Geometry& geometry) {
    if (!geometry.oriented) return Plane::axial;
    Plane nearest = Plane::axial;
    for (const Plane plane : {Plane::coronal, Plane::sagittal}) {
        // A slice at exactly 45 degrees belongs to the earlier plane, regardless of rounding.
        constexpr double kTie = 1e-6;
        if (std::abs(component(geometry.kDirection, normalAxis(plane))) >
            std::abs(component(geometry.kDirection, normalAxis(nearest))) + kTie) {
            nearest = plane;
        }
    }
    return nearest;
}

PlaneAxes planeAxes(const Geometry& geometry, Plane plane) {
    if (!geometry.oriented) return {};
    const Index3 axisOf = voxelAxesOfPatient(geometry);
    // Columns run to the patient's left (sagittal: to the back), rows to the back (coronal and sagittal: to the feet).
    const int across = plane == Plane::sagittal ? kPosterior : kLeft;
    const int down = plane == Plane::axial ? kPosterior : kHead;
    PlaneAxes axes;
    axes.columnAxis = axisOf[static_cast<std::size_t>(across)];
    axes.rowAxis = axisOf[static_cast<std::size_t>(down)];
    axes.sliceAxis = axisOf[static_cast<std::size_t>(normalAxis(plane))];
    axes.flipColumns = component(axisDirection(geometry, axes.columnAxis), across) < 0;
    const double rowSense = component(axisDirection(geometry, axes.rowAxis), down);
    axes.flipRows = down == kHead ? rowSense > 0 : rowSense < 0;
    return axes;
}

std::string orientationLetters(const Vector3& direction) {
    struct Part {
        double size;
        char letter;
    };
    const double norm = length(direction);
    if (!(norm > 0)) return {};
    std::array<Part, 3> parts{{{direction[0] / norm, direction[0] > 0 ? 'L' : 'R'},
                               {direction[1] / norm, direction[1] > 0 ? 'P' : 'A'},
                               {direction[2] / norm, direction[2] > 0 ? 'H' : 'F'}}};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return std::abs(a.size) > std::abs(b.size); });
    std::string letters;
    for (const Part& part : parts) {
        if (std::abs(part.size) >= 0.2) letters += part.letter;
    }
    return letters;
}

}  // namespace fleming::viewer
