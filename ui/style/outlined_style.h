#pragma once

#include <QProxyStyle>

namespace fleming::ui {

/// Fusion with outlines that are seen on dark palettes too: Fusion derives them from the window's colour by darkening
/// it, which leaves nothing to see there. Fields, boxes and buttons get an outline of 3 : 1 against the window, which
/// is what WCAG 2.1 (1.4.11) asks of the edges of controls.
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
