#include "viewer/layers/focus_frame.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace fleming::viewer {

void FocusFrame::draw(QPainter& painter, const SliceScene& scene, const MmToDevice&) const {
    if (scene.hasFocus) drawFocusFrame(painter, scene.area);
}

void drawFocusFrame(QPainter& painter, const QRect& area) {
    painter.setPen(QPen(QGuiApplication::palette().color(QPalette::Highlight), 2));
    painter.drawRect(area.adjusted(1, 1, -1, -1));
}

}  // namespace fleming::viewer
