// Tests of how the slice view changes the look of a slice: turned, coloured, interpolated, windowed over a box, and
// with fewer texts.
#include "tests/viewer/phantom.h"
#include "tests/viewer/view_testing.h"
#include "viewer/render/colour_table.h"
#include "viewer/render/window_presets.h"
#include "viewer/views/slice_view.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <set>

using namespace fleming::viewer;
using namespace fleming::viewer::test;

class SliceLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsTheWindowToABox();
    void leavesOutTexts();
    void turnsByKey();
    void keepsWhatIsInTheMiddleWhenItTurns();
    void coloursByKey();
    void enlargesWithoutInterpolation();
};

void SliceLookTest::fitsTheWindowToABox() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    const Windowing before = view.windowing();
    QTest::keyClick(&view, Qt::Key_O);
    QCOMPARE(view.activeTool(), std::string("box-window"));
    drag(view, Qt::LeftButton, {100, 100}, {101, 101});
    QVERIFY(view.windowing() == before);  // a click
    drag(view, Qt::LeftButton, {60, 60}, {240, 240});
    const auto fitted = std::get<Window>(view.windowing());
    QVERIFY(view.windowing() != before);
    const SlicePlane plane = view.shownPlane().value();
    const double pixel = 300.0 / 96;
    const auto index = [&](int device) { return static_cast<int>(device / pixel); };
    QVERIFY(fitted == windowOverBox(*scan(series), plane, {index(60), index(60), index(240), index(240)}).value());
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.activeTool(), std::string("window"));
}

void SliceLookTest::leavesOutTexts() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {500, 400}));
    view.setSeries(series, scan(series));
    view.setWindowing(Window{1e6, 10});  // a black image
    const auto litPixels = [&](const QRect& part) {
        const QImage image = view.grabImage();
        int lit = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x)
                lit += qGray(image.pixel(x, y)) > 100 ? 1 : 0;
        }
        return lit;
    };
    const std::pair<SceneText, QRect> parts[] = {{SceneText::series, {10, 0, 190, 60}},
                                                 {SceneText::size, {300, 0, 190, 60}},
                                                 {SceneText::place, {10, 340, 170, 50}},
                                                 {SceneText::window, {320, 340, 170, 50}},
                                                 {SceneText::scale, {180, 330, 140, 40}}};
    for (const auto& [text, part] : parts) {
        QVERIFY(litPixels(part) > 0);
        view.setTexts(SceneTexts().with(text, false));
        QCOMPARE(litPixels(part), 0);
        view.setTexts(SceneTexts());
    }
    view.setTexts(SceneTexts(0));
    QVERIFY(litPixels({5, 150, 40, 100}) > 0);  // the letter of the direction stays
}

void SliceLookTest::turnsByKey() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    view.setWindowing(kOnlyTheBall);
    view.setSlice(33);
    QSignalSpy changes(&view, &SliceView::displayChanged);
    const QPointF ball = middleOfBright(view.grabImage(), 200) - QPointF(150, 150);
    QVERIFY(ball.manhattanLength() > 10);
    const auto isAt = [&](const QPointF& expected) {
        return (middleOfBright(view.grabImage(), 200) - QPointF(150, 150) - expected).manhattanLength() < 4;
    };
    QTest::keyClick(&view, Qt::Key_H);
    QVERIFY(isAt({-ball.x(), ball.y()}));
    QTest::keyClick(&view, Qt::Key_V);
    QVERIFY(isAt(-ball));
    QTest::keyClick(&view, Qt::Key_Period);
    QVERIFY(isAt({ball.y(), -ball.x()}));
    QTest::keyClick(&view, Qt::Key_Comma);
    QTest::keyClick(&view, Qt::Key_Comma);
    QVERIFY(isAt({-ball.y(), ball.x()}));
    QCOMPARE(changes.count(), 5);
    // All that looks up a position follows: the pointer is over the ball wherever that is.
    const QPoint over = middleOfBright(view.grabImage(), 200).toPoint();
    QSignalSpy points(&view, &SliceView::pointed);
    QTest::mouseMove(&view, over + QPoint(3, 0));
    QMouseEvent move(QEvent::MouseMove, over, view.mapToGlobal(over), Qt::NoButton, Qt::NoButton, Qt::ShiftModifier);
    QApplication::sendEvent(&view, &move);
    QCOMPARE(points.count(), 1);
    const auto mm = points[0][0].value<Vector3>();
    const Vector3 centre = organs().back().centre;
    QVERIFY(std::hypot(mm[0] - centre[0], mm[1] - centre[1]) < 10);
    QTest::keyClick(&view, Qt::Key_R);
    QVERIFY(view.look() == Look());
}

void SliceLookTest::keepsWhatIsInTheMiddleWhenItTurns() {
    const Series series = phantomSeries(kAxial, {100, 50, 42}, {4.2, 8.4, 10.0});
    SliceView view;
    QVERIFY(showInWindow(view, {300, 200}));
    view.setSeries(series, scan(series));
    turnWheel(view, 5, Qt::ControlModifier);
    drag(view, Qt::MiddleButton, {150, 100}, {190, 130});
    const SliceView::Camera before = view.camera().value();
    for (const int key : {Qt::Key_H, Qt::Key_Period, Qt::Key_V, Qt::Key_Period}) {
        QTest::keyClick(&view, static_cast<Qt::Key>(key));
        const SliceView::Camera after = view.camera().value();
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY(std::abs(after.centre[axis] - before.centre[axis]) < 2.0 / before.pixelsPerMm);
        QVERIFY(std::abs(after.pixelsPerMm - before.pixelsPerMm) < 1e-9);
    }
}

void SliceLookTest::coloursByKey() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    const int grey = qGray(view.grabImage().pixel(150, 120));
    for (const ColourTable table : colourTables().subspan(1)) {
        QTest::keyClick(&view, Qt::Key_C);
        QVERIFY(view.look().colours == table);
        const auto [red, green, blue] = colourTable(table)[static_cast<std::size_t>(grey)];
        const QRgb shown = view.grabImage().pixel(150, 120);
        QVERIFY(std::abs(qRed(shown) - red) + std::abs(qGreen(shown) - green) + std::abs(qBlue(shown) - blue) < 60);
    }
    QTest::keyClick(&view, Qt::Key_C);
    QVERIFY(view.look().colours == ColourTable::grey);
}

void SliceLookTest::enlargesWithoutInterpolation() {
    Geometry geometry;
    geometry.size = {4, 4, 1};
    const Series series = volumeSeries(geometry, ScalarType::uint8);
    SliceView view;
    QVERIFY(showInWindow(view, {400, 400}));
    view.setSeries(series, filledVolume(series, std::vector<std::uint8_t>{0, 255, 0, 255, 255, 0, 255, 0,  //
                                                                          0, 255, 0, 255, 255, 0, 255, 0}));
    view.setWindowing(Window{128, 256});
    const auto levels = [&] {
        const QImage image = view.grabImage();
        std::set<int> found;
        for (int x = 110; x < 290; ++x)
            found.insert(qGray(image.pixel(x, 150)));
        return found;
    };
    QVERIFY(levels().size() > 10);
    QTest::keyClick(&view, Qt::Key_N);
    QCOMPARE(levels(), (std::set<int>{0, 255}));
}

QTEST_MAIN(SliceLookTest)
#include "slice_look_test.moc"
