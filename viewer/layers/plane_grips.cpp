#include "viewer/layers/plane_grips.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kLeastAngle = 0.02;  // rad; planes at a smaller angle count as parallel
constexpr double kHandleReach = 0.3;  // from the pivot to a handle, of the smaller side of the view
constexpr double kMargin = 0.04;      // of the smaller side of the view: no handle is nearer to its edge

/// Returns the corners of an image in order, at the outer edges of its pixels.
std::array<Vector3, 4> cornersOf(const SlicePlane& plane) {
    const double right = plane.width - 0.5, bottom = plane.height - 0.5;
    return {plane.toPatient(-0.5, -0.5), plane.toPatient(right, -0.5), plane.toPatient(right, bottom),
            plane.toPatient(-0.5, bottom)};
}

std::optional<QLineF> lineOf(const SlicePlane& plane, const SlicePlane& slice, const MmToDevice& map) {
    const auto line = crossingLine(plane, slice);
    if (!line) return {};
    return QLineF(map.toDevice(line->first), map.toDevice(line->second));
}

/// Returns the point of a line at a signed distance from `pivot`, at most so far that it stays in `area`.
QPointF handleAt(const QPointF& pivot, const QPointF& direction, double distance, const QRectF& area) {
    double reached = distance;
    const auto limit = [&reached](double from, double step, double low, double high) {
        if (std::abs(step) > 1e-9) reached = std::min(reached, ((step > 0 ? high : low) - from) / step);
    };
    limit(pivot.x(), direction.x(), area.left(), area.right());
    limit(pivot.y(), direction.y(), area.top(), area.bottom());
    return pivot + std::max(reached, distance / 4) * direction;
}

/// Sets pivots and handles of the lines that can be moved.
void addHandles(std::vector<PlaneLine>& lines, const std::vector<CrossingPlane>& planes, const QRectF& area) {
    const double side = std::min(area.width(), area.height());
    const QRectF inner = area.adjusted(kMargin * side, kMargin * side, -kMargin * side, -kMargin * side);
    for (PlaneLine& line : lines) {
        line.pivot = line.line.center();
        if (!planes[line.index].isMovable) continue;
        for (const PlaneLine& other : lines) {
            QPointF meeting;
            if (&other != &line && planes[other.index].isMovable &&
                line.line.intersects(other.line, &meeting) == QLineF::BoundedIntersection)
                line.pivot = meeting;
        }
        if (line.line.length() < 1 || !area.contains(line.pivot)) continue;
        const QPointF direction = (line.line.p2() - line.line.p1()) / line.line.length();
        line.handles = QLineF(handleAt(line.pivot, -direction, kHandleReach * side, inner),
                              handleAt(line.pivot, direction, kHandleReach * side, inner));
    }
}

double distanceTo(const QLineF& line, const QPointF& point) {
    const QPointF along = line.p2() - line.p1(), to = point - line.p1();
    const double squared = QPointF::dotProduct(along, along);
    const double part = squared > 0 ? std::clamp(QPointF::dotProduct(along, to) / squared, 0.0, 1.0) : 0.0;
    return QLineF(point, line.p1() + part * along).length();
}

}  // namespace

std::optional<std::pair<Vector3, Vector3>> crossingLine(const SlicePlane& of, const SlicePlane& with) {
    const Vector3 normal = with.normal();
    if (length(cross(normal, of.normal())) < kLeastAngle) return {};
    const std::array<Vector3, 4> corners = cornersOf(of);
    std::vector<Vector3> ends;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Vector3 &from = corners[i], &to = corners[(i + 1) % corners.size()];
        const double before = dot(minus(from, with.origin), normal), after = dot(minus(to, with.origin), normal);
        if ((before < 0) == (after < 0)) continue;
        ends.push_back(plus(from, minus(to, from), before / (before - after)));
    }
    if (ends.size() != 2) return {};
    return std::pair(ends[0], ends[1]);
}

std::vector<PlaneLine> planeLines(const std::vector<CrossingPlane>& planes, const SlicePlane& slice,
                                  const MmToDevice& map, const QRectF& area) {
    std::vector<PlaneLine> lines;
    for (std::size_t i = 0; i < planes.size(); ++i) {
        const SlicePlane& plane = planes[i].plane;
        const auto line = lineOf(plane, slice, map);
        if (!line) continue;
        lines.push_back({i, *line, {}, {}, {}});
        for (const double side : {-0.5, 0.5}) {
            if (!plane.slab) continue;
            SlicePlane face = plane;
            face.origin = plus(plane.origin, plane.normal(), side * plane.slab->mm);
            if (const auto edge = lineOf(face, slice, map)) lines.back().slab.push_back(*edge);
        }
    }
    addHandles(lines, planes, area);
    return lines;
}

std::optional<PlaneGrip> gripAt(const std::vector<PlaneLine>& lines, const std::vector<CrossingPlane>& planes,
                                const QPointF& point, double reach) {
    const auto isNear = [&](const QPointF& handle) { return QLineF(handle, point).length() <= 1.5 * reach; };
    std::optional<PlaneGrip> nearest;
    double least = reach;
    int middles = 0;
    const auto offer = [&](PlaneGrip::Kind kind, std::size_t line, const QLineF& shown) {
        const double distance = distanceTo(shown, point);
        if (kind == PlaneGrip::Kind::move && distance <= reach) ++middles;
        if (distance > least) return;
        least = distance;
        nearest = PlaneGrip{kind, line};
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PlaneLine& line = lines[i];
        if (!planes[line.index].isMovable) continue;
        if (line.handles && (isNear(line.handles->p1()) || isNear(line.handles->p2())))
            return PlaneGrip{PlaneGrip::Kind::turn, i};
        for (const QLineF& face : line.slab)
            offer(PlaneGrip::Kind::slab, i, face);
        offer(PlaneGrip::Kind::move, i, line.line);
    }
    if (middles > 1) nearest->kind = PlaneGrip::Kind::cross;
    return nearest;
}

}  // namespace fleming::viewer
