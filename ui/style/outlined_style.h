#pragma once

#include <QProxyStyle>

namespace fleming::ui {

/// Qt's Fusion style with outlines that are visible on dark palettes. Fusion darkens the colour of the window for them,
/// which leaves almost no contrast there. Fields, boxes and buttons get outlines with a contrast of at least 3 : 1
/// against the window (WCAG 2.1, 1.4.11).
class OutlinedStyle : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

}  // namespace fleming::ui
