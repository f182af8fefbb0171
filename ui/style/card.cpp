#include "ui/style/card.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace fleming::ui {

Card::Card(QWidget* parent) : QFrame(parent) {}

void Card::setMark(const QColor& colour) {
    mark_ = colour;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(outline, palette().base());
    if (mark_.isValid()) {
        painter.save();
        painter.setClipPath(outline);
        painter.fillRect(QRect(0, 0, 4, height()), mark_);
        painter.restore();
    }
    painter.setPen(cardBorder());
    painter.drawPath(outline);
}

}  // namespace fleming::ui
