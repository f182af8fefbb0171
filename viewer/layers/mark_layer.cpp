#include "viewer/layers/mark_layer.h"

#include "viewer/marks/mark_board.h"

#include <QPainter>

namespace fleming::viewer {

void MarkLayer::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    if (scene.marks == nullptr || !scene.isReady) return;
    const double ratio = painter.device()->devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const QRectF area(QPointF(scene.area.topLeft()) * ratio, QSizeF(scene.area.size()) * ratio);
    drawMarks(painter, scene.marks->shown(), map.imageToDevice(), ratio, area);
}

}  // namespace fleming::viewer
