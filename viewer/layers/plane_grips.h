#pragma once

#include "viewer/layers/mm_to_device.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace fleming::viewer {

/// The plane of another view, which crosses a slice in a line.
struct CrossingPlane {
    SlicePlane plane;
    int id = 0;              ///< the other view, for who made the list
    bool isMovable = false;  ///< the user can move it, turn it, and change its slab, by dragging its line
    friend bool operator==(const CrossingPlane&, const CrossingPlane&) = default;
};

/// Returns the line in which the image of a plane crosses another plane, mm; absent if it does not reach it, or if they
/// are parallel.
std::optional<std::pair<Vector3, Vector3>> crossingLine(const SlicePlane& of, const SlicePlane& with);

/// A crossing plane on the screen; device pixels of the view.
struct PlaneLine {
    std::size_t index = 0;  ///< in the list of planes
    QLineF line;
    std::vector<QLineF> slab;       ///< the faces of its slab: none or two
    QPointF pivot;                  ///< around which it turns: where it meets another such line, else its middle
    std::optional<QLineF> handles;  ///< the two points by which it is turned
};

/// Returns the lines of `planes` across `slice` that can be seen, with handles within `area`.
std::vector<PlaneLine> planeLines(const std::vector<CrossingPlane>& planes, const SlicePlane& slice,
                                  const MmToDevice& map, const QRectF& area);

/// What a drag would do at a point.
struct PlaneGrip {
    enum class Kind {
        move,   ///< the plane follows the pointer
        cross,  ///< all planes that meet there do
        turn,   ///< the plane turns around its pivot
        slab    ///< the slab becomes as thick as the pointer is away
    };
    Kind kind = Kind::move;
    std::size_t line = 0;  ///< index in the list of lines
    friend bool operator==(const PlaneGrip&, const PlaneGrip&) = default;
};

/// Returns what can be dragged within `reach` of a point, device pixels.
std::optional<PlaneGrip> gripAt(const std::vector<PlaneLine>& lines, const std::vector<CrossingPlane>& planes,
                                const QPointF& point, double reach);

}  // namespace fleming::viewer
