#include "viewer/views/plane_drag.h"

#include "viewer/render/tilted_slices.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kThinnestSlab = 1.0;  // mm
constexpr double kLeastRadius = 4.0;   // device pixels; nearer to the pivot an angle means nothing

/// Returns the angle from one direction in a slice to another, clockwise on the screen, rad.
double angleBetween(const Vector3& from, const Vector3& to, const SlicePlane& slice) {
    const double x1 = dot(from, slice.right), y1 = dot(from, slice.down);
    const double x2 = dot(to, slice.right), y2 = dot(to, slice.down);
    return std::atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2);
}

}  // namespace

PlaneDrag::PlaneDrag(const PlaneGrip& grip, const PlaneLine& line, const CrossingPlane& plane, const QPointF& pressed,
                     const MmToDevice& map)
    : grip_(grip), id_(plane.id), plane_(plane.plane), pivot_(map.toMm(line.pivot)), last_(map.toMm(pressed)) {}

std::optional<PlaneChange> PlaneDrag::moveTo(const QPointF& point, const SlicePlane& slice, const MmToDevice& map) {
    PlaneChange change;
    change.id = id_;
    change.kind = grip_.kind;
    change.position = map.toMm(point);
    if (grip_.kind == PlaneGrip::Kind::turn) {
        if (QLineF(map.toDevice(pivot_), point).length() < kLeastRadius) return {};
        // Columns go to the right and rows down on the screen, so clockwise is right-handed around right x down.
        const double angle = angleBetween(minus(last_, pivot_), minus(change.position, pivot_), slice);
        if (angle == 0) return {};
        change.rotation = rotationAround(pivot_, slice.normal(), angle);
    }
    if (grip_.kind == PlaneGrip::Kind::slab)
        change.slabMm =
            std::max(kThinnestSlab, 2 * std::abs(dot(minus(change.position, plane_.origin), plane_.normal())));
    last_ = change.position;
    return change;
}

}  // namespace fleming::viewer
