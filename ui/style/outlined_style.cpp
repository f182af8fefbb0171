#include "ui/style/outlined_style.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace fleming::ui {

namespace {

/// Draws the outline of a control. A chosen button gets a tint and a thick outline: Fusion only darkens it, which is
/// hard to see in the dark theme.
void drawOutline(QPainter* painter, const QStyleOption& option, QRect rect, bool chosen = false, qreal corner = 2.0) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = (option.state & QStyle::State_HasFocus) && enabled;
    if (!focused && !chosen && !isDark()) return;  // Fusion's own outline is visible
    const QColor highlight = option.palette.color(QPalette::Highlight);
    QColor colour = focused || chosen ? highlight : controlBorder();
    if (!enabled) colour.setAlphaF(0.5F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (chosen) {
        QColor tint = highlight;
        tint.setAlphaF(enabled ? 0.25F : 0.1F);
        painter->setBrush(tint);
    } else {
        painter->setBrush(Qt::NoBrush);
    }
    const qreal width = chosen ? 2.0 : 1.0;
    painter->setPen(QPen(colour, width));
    painter->drawRoundedRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), corner, corner);
    painter->restore();
}

}  // namespace

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
        case PE_PanelButtonCommand:
        case PE_PanelButtonTool:
            // A flat button that is on, such as a heading with its text unfolded, is not a choice.
            drawOutline(painter, *option, option->rect,
                        (option->state & State_On) && !(option->state & State_AutoRaise));
            break;
        case PE_FrameLineEdit:
        case PE_IndicatorCheckBox:
            drawOutline(painter, *option, option->rect);
            break;
        case PE_IndicatorRadioButton:
            drawOutline(painter, *option, option->rect, false, option->rect.width() / 2.0);
            break;
        case PE_Frame:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame != nullptr && frame->lineWidth > 0) {
                drawOutline(painter, *option, option->rect);
            }
            break;
        default:
            break;
    }
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox) drawOutline(painter, *option, option->rect);
}

}  // namespace fleming::ui
