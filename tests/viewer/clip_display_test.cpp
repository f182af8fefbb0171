// Tests of the clip view in a real window: how it shows a frame, and what the pointer and the keys change of that.
#include "tests/viewer/drawn_clips.h"
#include "tests/viewer/view_testing.h"

#include <QSignalSpy>
#include <QtTest>

using namespace fleming;
using namespace fleming::viewer;
using namespace fleming::viewer::test;

namespace {

/// Returns the upper left corner of the image on the screen at zoom 1, device pixels.
QPoint cornerAtZoom1(const ClipView& view) {
    const double ratio = view.devicePixelRatioF();
    const QSizeF area = QSizeF(view.screen()->size()) * ratio;
    return {qRound(area.width() / 2 - 32), qRound(area.height() / 2 - 24)};
}

/// Returns true if the whole image on the screen, at zoom 1, is frame `frame` under `window`, pixel for pixel.
bool showsExactly(const ClipView& view, int frame, const Window& window) {
    const QImage shown = view.screen()->grab().toImage();
    const QPoint corner = cornerAtZoom1(view);
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 64; ++x) {
            const int level = windowed(DeepClip::valueAt(frame, x, y), window);
            if (shown.pixel(corner + QPoint(x, y)) != qRgb(level, level, level)) return false;
        }
    }
    return true;
}

}  // namespace

class ClipDisplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsOneDevicePixelForEachPixel();
    void changesTheWindowOfGreyFrames();
    void leavesColoursAlone();
    void zoomsPansAndScrollsLikeSlices();
    void asksForItsMenu();
    void picksTools();
};

void ClipDisplayTest::showsOneDevicePixelForEachPixel() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(std::make_shared<DeepClip>());
    view.setZoom(1);
    QTRY_VERIFY(showsExactly(view, 0, {2048, 4096}));
    view.seek(7);
    QTRY_VERIFY(showsExactly(view, 7, {2048, 4096}));
    QCOMPARE(view.zoom(), 1.0);  // it stays from frame to frame
}

void ClipDisplayTest::changesTheWindowOfGreyFrames() {
    const auto clip = std::make_shared<DeepClip>();
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(clip);
    view.setZoom(1);
    QTRY_COMPARE(view.shownFrame(), 0);
    QSignalSpy changes(&view, &ClipView::windowChanged);
    const int decodedBefore = clip->decoded;
    drag(*view.screen(), Qt::LeftButton, {250, 150}, {350, 120});
    const double step = 4095.0 / 200;
    const Window dragged{2048 - 30 * step, 4096 + 100 * step};
    QVERIFY(changes.count() > 0);
    QVERIFY(view.windowing() == Windowing(dragged));
    QTRY_VERIFY(showsExactly(view, 0, dragged));
    QCOMPARE(clip->decoded.load(), decodedBefore);  // the values are kept
    view.seek(3);
    QTRY_VERIFY(showsExactly(view, 3, dragged));
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_1);
    QVERIFY(view.windowing() == Windowing(Window{500, 300}));
    QTRY_VERIFY(showsExactly(view, 3, {500, 300}));
    QTest::keyClick(view.focusWidget(), Qt::Key_0);
    QTRY_VERIFY(showsExactly(view, 3, windowOfRange(300, 300 + 630 + 47)));
    QTest::keyClick(view.focusWidget(), Qt::Key_R);
    QVERIFY(!view.chosenWindowing());
    view.setZoom(1);
    QTRY_VERIFY(showsExactly(view, 3, {2048, 4096}));
    // While it plays, too.
    view.play();
    view.setWindowing(Window{700, 500});
    QTRY_VERIFY(view.shownFrame() > 5);
    view.pause();
    QTRY_VERIFY(showsExactly(view, view.frame(), {700, 500}));
    // Another clip begins under its own window.
    view.setClip(std::make_shared<DeepClip>());
    QVERIFY(view.windowing() == Windowing(Window{2048, 4096}));
}

void ClipDisplayTest::leavesColoursAlone() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setClip(std::make_shared<DrawnClip>());
    view.seek(20);
    QTRY_COMPARE(view.shownFrame(), 20);
    QVERIFY(!view.windowing());
    drag(*view.screen(), Qt::LeftButton, {50, 50}, {120, 20});
    view.setWindowing(Window{1, 2});
    view.setFocus();
    for (const Qt::Key key : {Qt::Key_0, Qt::Key_1, Qt::Key_9})
        QTest::keyClick(view.focusWidget(), key);
    QVERIFY(!view.windowing() && !view.chosenWindowing());
    QTest::qWait(20);
    QCOMPARE(greyInTheMiddle(view), 80);
}

void ClipDisplayTest::zoomsPansAndScrollsLikeSlices() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(std::make_shared<DeepClip>());
    QTRY_COMPARE(view.shownFrame(), 0);
    QVERIFY(!view.zoomPan());
    turnWheel(*view.screen(), -3);
    QCOMPARE(view.frame(), 3);
    turnWheel(*view.screen(), 1);
    QCOMPARE(view.frame(), 2);
    const double fitted = view.zoom();
    turnWheel(*view.screen(), 2, Qt::ControlModifier);
    QCOMPARE(view.frame(), 2);
    QVERIFY(qAbs(view.zoom() / fitted - 1.44) < 1e-9);
    drag(*view.screen(), Qt::RightButton, {250, 150}, {250, 100});
    QVERIFY(view.zoom() > 1.44 * fitted);
    const ZoomPan before = *view.zoomPan();
    for (const auto& [button, modifiers] :
         {std::pair(Qt::MiddleButton, Qt::NoModifier), std::pair(Qt::LeftButton, Qt::ShiftModifier)})
        drag(*view.screen(), button, {250, 150}, {270, 140}, Qt::KeyboardModifiers(modifiers));
    const double ratio = view.devicePixelRatioF();
    QVERIFY(qAbs(view.zoomPan()->x - (before.x - 2 * 20 * ratio / before.zoom)) < 1e-9);
    QVERIFY(qAbs(view.zoomPan()->y - (before.y + 2 * 10 * ratio / before.zoom)) < 1e-9);
    QVERIFY(view.windowing() == Windowing(Window{2048, 4096}));
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_F);
    QVERIFY(!view.zoomPan());
    QCOMPARE(view.zoom(), fitted);
    QTest::keyClick(view.focusWidget(), Qt::Key_Plus);
    QVERIFY(qAbs(view.zoom() / fitted - 1.2) < 1e-9);
    QTest::keyClick(view.focusWidget(), Qt::Key_Minus);
    QVERIFY(qAbs(view.zoom() / fitted - 1.0) < 1e-9);
    view.setZoomPan(before);
    QVERIFY(view.zoomPan() == before);
    for (const auto& [key, frame] : {std::pair(Qt::Key_PageDown, 12), std::pair(Qt::Key_PageUp, 2),
                                     std::pair(Qt::Key_Down, 3), std::pair(Qt::Key_Up, 2)}) {
        QTest::keyClick(view.focusWidget(), key);
        QCOMPARE(view.frame(), frame);
    }
}

void ClipDisplayTest::asksForItsMenu() {
    ClipView view;
    QVERIFY(showInWindow(view, {300, 200}));
    QSignalSpy menus(&view, &ClipView::menuRequested);
    QTest::mouseClick(view.screen(), Qt::RightButton, {}, {40, 30});
    QCOMPARE(menus.count(), 0);  // there is no clip
    view.setClip(std::make_shared<DrawnClip>());
    QTest::mouseClick(view.screen(), Qt::RightButton, {}, {40, 30});
    QCOMPARE(menus.count(), 1);
    QCOMPARE(menus[0][0].toPoint(), QPoint(40, 30));
    drag(*view.screen(), Qt::RightButton, {40, 30}, {40, 60});
    QCOMPARE(menus.count(), 1);
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_Menu);
    QCOMPARE(menus.count(), 2);
}

void ClipDisplayTest::picksTools() {
    ClipView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setClip(std::make_shared<DeepClip>());
    QTRY_COMPARE(view.shownFrame(), 0);
    QSignalSpy changes(&view, &ClipView::activeToolChanged);
    view.setFocus();
    QTest::keyClick(view.focusWidget(), Qt::Key_S);
    QCOMPARE(view.activeTool(), std::string("scroll"));
    drag(*view.screen(), Qt::LeftButton, {250, 100}, {250, 140});
    QCOMPARE(view.frame(), 5);
    QVERIFY(!view.chosenWindowing());
    QTest::keyClick(view.focusWidget(), Qt::Key_Escape);
    QCOMPARE(view.activeTool(), std::string("window"));
    QCOMPARE(changes.count(), 2);
    // The window over a box: frame 5 has values from 500 on, which rise by 10 to the right and by 1 down.
    QTRY_COMPARE(view.shownFrame(), 5);
    view.setZoom(1);
    view.setActiveTool("box-window");
    const auto at = [&view](int x, int y) { return (cornerAtZoom1(view) + QPoint(x, y)) / view.devicePixelRatioF(); };
    drag(*view.screen(), Qt::LeftButton, at(10, 8), at(30, 8));
    QVERIFY(!view.chosenWindowing());  // a line is no box
    drag(*view.screen(), Qt::LeftButton, at(10, 8), at(30, 20));
    const Window window = std::get<Window>(*view.chosenWindowing());
    const auto [low, high] = rangeOf(window);
    QVERIFY(low >= 608 && low < 630);
    QVERIFY(high <= 820 && high > 798);
}

QTEST_MAIN(ClipDisplayTest)
#include "clip_display_test.moc"
