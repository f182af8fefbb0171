#include "viewer/views/orientation_cube.h"

#include <QFont>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <string>

namespace fleming::viewer {

namespace {

constexpr double kEdge = 2.0;         // in lines of text
constexpr double kSmallestView = 20;  // in lines of text
constexpr double kVisible = 0.02;     // the cosine from which a face can be seen

}  // namespace

OrientationCube::OrientationCube(const VolumeCamera& camera, const QRect& view, double unit) {
    if (view.width() < kSmallestView * unit || view.height() < kSmallestView * unit) return;
    const double half = kEdge * unit / 2, reach = half * std::sqrt(3.0);
    const QPointF centre(view.right() - reach - unit / 2, view.top() + reach + unit / 2);
    const auto place = [&](const Vector3& at) {
        return centre + QPointF(dot(at, camera.right()), -dot(at, camera.up)) * half;
    };
    for (const PatientSide side : kPatientSides) {
        const Vector3 out = directionTo(side);
        const double facing = -dot(out, camera.into);
        if (facing < kVisible) continue;
        VolumeCamera straight = camera;
        lookFrom(straight, side);
        const Vector3 right = straight.right(), up = straight.up;
        const auto corner = [&](double across, double above) {
            return place(plus(plus(out, right, across), up, above));
        };
        faces_.push_back({side, QPolygonF{{corner(-1, 1), corner(1, 1), corner(1, -1), corner(-1, -1)}}, facing});
    }
}

std::optional<PatientSide> OrientationCube::faceAt(const QPointF& point) const {
    const auto holds = [&](const Face& face) { return face.corners.containsPoint(point, Qt::OddEvenFill); };
    const auto found = std::ranges::find_if(faces_, holds);
    return found == faces_.end() ? std::nullopt : std::optional(found->side);
}

void OrientationCube::draw(QPainter& painter, const std::optional<PatientSide>& hovered) const {
    constexpr double kSquare = 100;  // the letters are drawn on squares of this size, then mapped onto the faces
    const QPolygonF square{{QPointF(0, 0), QPointF(kSquare, 0), QPointF(kSquare, kSquare), QPointF(0, kSquare)}};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(66);
    font.setBold(true);
    for (const Face& face : faces_) {
        const int grey = static_cast<int>(70 + 110 * face.facing);
        painter.setPen(QPen(QColor(20, 20, 20), 1));
        painter.setBrush(face.side == hovered ? QColor(255, 200, 80) : QColor(grey, grey, grey));
        painter.drawPolygon(face.corners);
        QTransform onto;
        if (!QTransform::quadToQuad(square, face.corners, onto)) continue;
        painter.save();
        painter.setTransform(onto, true);
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(QRectF(0, 0, kSquare, kSquare), Qt::AlignCenter,
                         QString::fromStdString(orientationLetters(directionTo(face.side))));
        painter.restore();
    }
    painter.restore();
}

}  // namespace fleming::viewer
