#pragma once

#include <QWidget>
#include <QWindow>
#include <QtTest>

namespace fleming::ui::testing {

/// The mouse as the window system gives it: events go to the window, which finds the widget under the pointer by
/// itself, keeps track of grabs and hands out enter and leave events. Points are in the coordinates of the widget that
/// is named.
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
    /// Presses, moves in a few steps, releases. The points are those of the moment of the press: `widget` may move.
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
