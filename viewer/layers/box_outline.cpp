#include "viewer/layers/box_outline.h"

#include <QPainter>

namespace fleming::viewer {

void BoxOutline::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    if (scene.outline) drawBoxOutline(painter, *scene.outline);
}

void drawBoxOutline(QPainter& painter, const QRectF& device) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF box(device.topLeft() / ratio, device.size() / ratio);
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3));
    painter.drawRect(box);
    painter.setPen(QPen(QColor(255, 220, 90), 1, Qt::DashLine));
    painter.drawRect(box);
}

}  // namespace fleming::viewer
