#include "viewer/layers/reference_lines.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr double kLeastAngle = 0.02;  // rad; planes at a smaller angle count as parallel

Vector3 minus(const Vector3& a, const Vector3& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

/// Returns the corners of an image in order, at the outer edges of its pixels.
std::array<Vector3, 4> cornersOf(const SlicePlane& plane) {
    const double right = plane.width - 0.5, bottom = plane.height - 0.5;
    return {plane.toPatient(-0.5, -0.5), plane.toPatient(right, -0.5), plane.toPatient(right, bottom),
            plane.toPatient(-0.5, bottom)};
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
        const double part = before / (before - after);
        ends.push_back({from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]),
                        from[2] + part * (to[2] - from[2])});
    }
    if (ends.size() != 2) return {};
    return std::pair(ends[0], ends[1]);
}

void ReferenceLines::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    const double ratio = painter.device()->devicePixelRatioF();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const SlicePlane& plane : scene.references) {
        const auto line = crossingLine(plane, scene.plane);
        if (!line) continue;
        const QLineF shown(map.toDevice(line->first) / ratio, map.toDevice(line->second) / ratio);
        painter.setPen(QPen(QColor(0, 0, 0, 160), 3));
        painter.drawLine(shown);
        painter.setPen(QPen(QColor(0xf2, 0xc9, 0x4c), 1));
        painter.drawLine(shown);
    }
}

}  // namespace fleming::viewer
