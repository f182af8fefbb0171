#pragma once

#include <QWidget>
#include <QWindow>
#include <QtTest>

namespace fleming::ui::testing {

/// Sends mouse events to the window as the window system does: Qt finds the widget under the pointer, handles grabs,
/// and sends enter and leave events. Points are in the coordinates of the given widget.
class Mouse {
public:
    explicit Mouse(QWidget& window) : window_(window.windowHandle()), top_(window) {}

    void press(const QWidget& widget, QPoint at) { pressAt(place(widget, at)); }
    void moveTo(const QWidget& widget, QPoint at) { QTest::mouseMove(window_, place(widget, at)); }
    void release(const QWidget& widget, QPoint at) { releaseAt(place(widget, at)); }
    void click(const QWidget& widget) { click(widget, widget.rect().center()); }
    void click(const QWidget& widget, QPoint at) {
        press(widget, at);
        release(widget, at);
    }
    /// Drags the left button in several steps. `widget` may move during the drag.
    void drag(const QWidget& widget, QPoint from, QPoint to) {
        constexpr int kSteps = 8;
        const QPoint start = place(widget, from), end = place(widget, to);
        pressAt(start);
        for (int step = 1; step <= kSteps; ++step)
            QTest::mouseMove(window_, start + (end - start) * step / kSteps);
        releaseAt(end);
    }

private:
    void pressAt(QPoint point) {
        QTest::mouseMove(window_, point);
        QTest::mousePress(window_, Qt::LeftButton, {}, point);
    }
    void releaseAt(QPoint point) { QTest::mouseRelease(window_, Qt::LeftButton, {}, point); }
    QPoint place(const QWidget& widget, QPoint at) const { return widget.mapTo(&top_, at); }

    QWindow* window_;
    QWidget& top_;
};

}  // namespace fleming::ui::testing
