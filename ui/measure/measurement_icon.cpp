#include "ui/measure/measurement_icon.h"

#include "viewer/marks/mark_painter.h"

#include <QPainter>
#include <QPixmap>

namespace fleming::ui {

QIcon colourIcon(int colour) {
    constexpr int kSide = 32;  // scaled down where it is drawn
    QPixmap pixmap(kSide, kSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 160), 2));
    painter.setBrush(viewer::markColour(colour));
    painter.drawEllipse(QRectF(4, 4, kSide - 8, kSide - 8));
    return pixmap;
}

}  // namespace fleming::ui
