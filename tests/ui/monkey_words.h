#pragma once

#include <QKeySequence>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace fleming::ui::testing {

// What a monkey says about what it does, and where its mouse is.

inline QString nameOf(const QWidget& widget) {
    return QLatin1String(widget.metaObject()->className()) +
           (widget.objectName().isEmpty() ? QString() : QLatin1Char('#') + widget.objectName());
}

inline QString textOf(QPoint point) {
    return QStringLiteral("(%1, %2)").arg(point.x()).arg(point.y());
}

inline QString textOf(int key, Qt::KeyboardModifiers modifiers) {
    return QKeySequence(key | static_cast<int>(modifiers)).toString(QKeySequence::PortableText);
}

/// Returns the window of a widget, if it can take events now.
inline QWindow* windowOf(const QWidget* widget) {
    return widget != nullptr && widget->isVisible() ? widget->window()->windowHandle() : nullptr;
}

inline QPoint inWindow(const QWidget& widget, QPoint at) {
    const QPoint point = widget.mapTo(widget.window(), at);
    const QSize size = widget.window()->size();
    return {std::clamp(point.x(), 0, size.width() - 1), std::clamp(point.y(), 0, size.height() - 1)};
}

}  // namespace fleming::ui::testing
