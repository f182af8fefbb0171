#include "viewer/views/plane_drag.h"

#include "viewer/render/tilted_slices.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kThinnestSlab = 1.0;  // mm
constexpr double kLeastRadius = 4.0;   // device pixels; nearer to the pivot an angle means nothing

/// Returns the angle from one direction on the screen to another, clockwise, rad.
double angleBetween(const QPointF& from, const QPointF& to) {
    return std::atan2(from.x() * to.y() - from.y() * to.x(), QPointF::dotProduct(from, to));
}

}  // namespace

PlaneDrag::PlaneDrag(const PlaneGrip& grip, const PlaneLine& line, const CrossingPlane& plane, const QPointF& pressed)
    : grip_(grip), id_(plane.id), plane_(plane.plane), pivot_(line.pivot), last_(pressed) {}

std::optional<PlaneChange> PlaneDrag::moveTo(const QPointF& point, const SlicePlane& slice, const MmToDevice& map) {
    PlaneChange change;
    change.id = id_;
    change.kind = grip_.kind;
    change.position = map.toMm(point);
    if (grip_.kind == PlaneGrip::Kind::turn) {
        const QPointF from = last_ - pivot_, to = point - pivot_;
        if (std::hypot(to.x(), to.y()) < kLeastRadius) return {};
        // Columns go to the right and rows down on the screen, so clockwise is right-handed around right x down.
        const double angle = angleBetween(from, to);
        if (angle == 0) return {};
        change.rotation = rotationAround(map.toMm(pivot_), slice.normal(), angle);
    }
    if (grip_.kind == PlaneGrip::Kind::slab) {
        const Vector3& origin = plane_.origin;
        const Vector3 from{change.position[0] - origin[0], change.position[1] - origin[1],
                           change.position[2] - origin[2]};
        change.slabMm = std::max(kThinnestSlab, 2 * std::abs(dot(from, plane_.normal())));
    }
    last_ = point;
    return change;
}

}  // namespace fleming::viewer
