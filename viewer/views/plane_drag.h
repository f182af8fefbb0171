#pragma once

#include "viewer/layers/plane_grips.h"

#include <QPointF>

#include <optional>

namespace fleming::viewer {

/// What a drag of the line of another view's plane asks for.
struct PlaneChange {
    int id = 0;  ///< CrossingPlane::id; of PlaneGrip::Kind::cross: all that can be moved
    PlaneGrip::Kind kind = PlaneGrip::Kind::move;
    Vector3 position{0, 0, 0};  ///< move, cross: where the plane should be, mm
    RigidTransform rotation;    ///< turn: of the planes
    double slabMm = 0.0;        ///< slab: thickness
};

/// A drag of a line, from its press to its release.
class PlaneDrag {
public:
    /// `pressed`: device pixels.
    PlaneDrag(const PlaneGrip& grip, const PlaneLine& line, const CrossingPlane& plane, const QPointF& pressed,
              const MmToDevice& map);

    /// Returns what the pointer at a point asks for, in the view that shows `slice`; nothing if that is no change.
    std::optional<PlaneChange> moveTo(const QPointF& point, const SlicePlane& slice, const MmToDevice& map);

private:
    PlaneGrip grip_;
    int id_;
    SlicePlane plane_;
    Vector3 pivot_, last_;  ///< mm: a press can change the layout of the window
};

}  // namespace fleming::viewer
