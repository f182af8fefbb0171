#include "ui/style/outlined_style.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace fleming::ui {

namespace {

void drawOutline(QPainter* painter, const QStyleOption& option, QRect rect) {
    const bool focused = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Enabled);
    if (!focused && !isDark()) return;  // Fusion's own outline is visible
    QColor colour = focused ? option.palette.color(QPalette::Highlight) : controlBorder();
    if (!(option.state & QStyle::State_Enabled)) colour.setAlphaF(0.5F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(colour);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

}  // namespace

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
        case PE_FrameLineEdit:
        case PE_PanelButtonCommand:
        case PE_PanelButtonTool:
        case PE_IndicatorCheckBox:
            drawOutline(painter, *option, option->rect);
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
