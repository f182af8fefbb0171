#include "viewer/layers/crosshair.h"

#include <QPainter>

#include <array>

namespace fleming::viewer {

void Crosshair::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    if (!scene.crosshair) return;
    const QPointF device = map.toDevice(*scene.crosshair);
    if (!map.isInImage(device)) return;
    constexpr double kGap = 8;  // device-independent pixels
    const QPointF at = device / painter.device()->devicePixelRatioF();
    const QRectF area = scene.area;
    const std::array<QLineF, 4> lines{
        QLineF(area.left(), at.y(), at.x() - kGap, at.y()), QLineF(at.x() + kGap, at.y(), area.right(), at.y()),
        QLineF(at.x(), area.top(), at.x(), at.y() - kGap), QLineF(at.x(), at.y() + kGap, at.x(), area.bottom())};
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.setPen(QPen(QColor(0x6f, 0xcf, 0xff), 1));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

}  // namespace fleming::viewer
