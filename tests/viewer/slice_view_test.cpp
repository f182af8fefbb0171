// Tests of the slice view in a real window.
#include "viewer/views/slice_view.h"

#include "tests/viewer/phantom.h"
#include "tests/viewer/view_testing.h"
#include "viewer/render/render.h"
#include "viewer/render/window_presets.h"

#include <QSignalSpy>
#include <QtTest>

using namespace fleming::viewer;
using namespace fleming::viewer::test;

class SliceViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheRenderedPixelsOneForOne();
    void showsAnisotropicVoxelsInTheirTrueShape();
    void showsTheSamePatientHoweverScanned();
    void averagesWhereItReduces();
    void scrollsByWheelAndKeys();
    void windowsByDragging();
    void zoomsAndPans();
    void picksToolsByKey();
    void picksWindowsByKey();
    void inverts();
    void keepsThePlaceOfEachPlane();
    void saysTheValueUnderTheCursor();
    void waitsForSlices();
    void saysWhichSlicesCouldNotBeRead();
    void choosesTheDefaultWindowWhenSlicesCome();
    void clears();
    void looksAsItDid_data();
    void looksAsItDid();
};

void SliceViewTest::showsTheRenderedPixelsOneForOne() {
    Geometry geometry;
    geometry.size = {200, 150, 3};
    Series series = volumeSeries(geometry, ScalarType::int16);
    const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), -1000, 1000));
    SliceView view;
    QVERIFY(showInWindow(view, {321, 280}));
    view.setSeries(series, volume);
    view.setZoom(1.0);
    for (const Windowing& windowing : {Windowing{Window{40, 400}}, Windowing{MinMax{}}}) {
        view.setWindowing(windowing);
        view.setSlice(2);
        const QImage shown = view.grabImage();
        const RgbImage expected = render(*volume, slicePlane(geometry, Plane::axial, 2), {windowing});
        const QPoint corner(qRound((321 - 200) / 2.0), qRound((280 - 150) / 2.0));
        for (int y = 0; y < 150; ++y) {
            for (int x = 0; x < 200; ++x) {
                const std::uint8_t* rgb = expected.rgb.data() + 3 * (y * 200 + x);
                QCOMPARE(shown.pixel(corner + QPoint(x, y)), qRgb(rgb[0], rgb[1], rgb[2]));
            }
        }
    }
}

void SliceViewTest::showsAnisotropicVoxelsInTheirTrueShape() {
    // The dense ball has a diameter of 36 mm in every plane. Voxels are 4.2 x 4.2 x 10 mm, and the view is not square.
    const Series series = phantomSeries(kAxial, {100, 50, 42}, {4.2, 8.4, 10.0});
    SliceView view;
    QVERIFY(showInWindow(view, {600, 400}));
    view.setSeries(series, scan(series));
    view.setWindowing(kOnlyTheBall);
    const std::vector<std::pair<Plane, Vector3>> places{{Plane::axial, organs().back().centre},
                                                        {Plane::coronal, organs().back().centre},
                                                        {Plane::sagittal, organs().back().centre}};
    for (const auto& [plane, centre] : places) {
        view.setPlane(plane);
        const Vector3 voxel = series.geometry().patientToVoxel(centre);
        const int axis = planeAxes(series.geometry(), plane).sliceAxis;
        view.setSlice(static_cast<int>(std::lround(voxel[static_cast<std::size_t>(axis)])));
        const QRect box = boxOfBright(view.grabImage(), 200);
        QVERIFY2(box.width() > 15, toString(plane));
        QVERIFY2(std::abs(box.width() - box.height()) <= 14, toString(plane));
    }
}

void SliceViewTest::showsTheSamePatientHoweverScanned() {
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    for (const auto& directions : uprightOrientations()) {
        const Series series = phantomSeries(directions, {60, 60, 60}, {7, 7, 7});
        view.setSeries(series, scan(series));
        view.setWindowing(kOnlyTheBall);
        for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
            view.setPlane(plane);
            const int axis = planeAxes(series.geometry(), plane).sliceAxis;
            const Vector3 voxel = series.geometry().patientToVoxel(organs().back().centre);
            view.setSlice(static_cast<int>(std::lround(voxel[static_cast<std::size_t>(axis)])));
            const QPointF ball = middleOfBright(view.grabImage(), 200) - QPointF(150, 150);
            // Its centre is 110 mm left, 10 mm anterior and 120 mm superior; 300 pixels show 420 mm.
            const double scale = 300.0 / 420.0;
            const QPointF expected = plane == Plane::axial     ? QPointF(110, -10) * scale
                                     : plane == Plane::coronal ? QPointF(110, -120) * scale
                                                               : QPointF(-10, -120) * scale;
            QVERIFY2((ball - expected).manhattanLength() < 8, toString(plane));
        }
    }
}

void SliceViewTest::averagesWhereItReduces() {
    // A fine chequerboard, strongly reduced, is uniformly grey without moiré.
    Geometry geometry;
    geometry.size = {1200, 1200, 1};
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.info = PictureInfo{series.image()};
    std::vector<std::uint8_t> values(voxelCount(geometry));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = (i % 1200 + i / 1200) % 2 ? 255 : 0;
    SliceView view;
    QVERIFY(showInWindow(view, {250, 250}));
    view.setSeries(series, filledVolume(series, values));
    const QImage shown = view.grabImage();
    for (int y = 60; y < 190; ++y) {
        for (int x = 60; x < 190; ++x)
            QVERIFY(std::abs(qGray(shown.pixel(x, y)) - 127) < 16);
    }
}

void SliceViewTest::scrollsByWheelAndKeys() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    QCOMPARE(view.sliceCount(), 42);
    QCOMPARE(view.slice(), 21);
    QSignalSpy changes(&view, &SliceView::sliceChanged);
    turnWheel(view, -1);
    QCOMPARE(view.slice(), 22);
    turnWheel(view, 3);
    QCOMPARE(view.slice(), 19);
    turnWheel(view, -0.5);  // half notches of a touch pad
    QCOMPARE(view.slice(), 19);
    turnWheel(view, -0.5);
    QCOMPARE(view.slice(), 20);
    QCOMPARE(changes.count(), 3);
    const std::vector<std::pair<Qt::Key, int>> keys{
        {Qt::Key_Down, 21},   {Qt::Key_Right, 22}, {Qt::Key_Up, 21}, {Qt::Key_Left, 20}, {Qt::Key_PageDown, 30},
        {Qt::Key_PageUp, 20}, {Qt::Key_Home, 0},   {Qt::Key_Up, 0},  {Qt::Key_End, 41},  {Qt::Key_Down, 41}};
    for (const auto& [key, slice] : keys) {
        QTest::keyClick(&view, key);
        QCOMPARE(view.slice(), slice);
    }
    view.setPlane(Plane::sagittal);
    QCOMPARE(view.sliceCount(), 96);
    view.setSlice(1000);
    QCOMPARE(view.slice(), 95);
}

void SliceViewTest::windowsByDragging() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    QCOMPARE(std::get<Window>(view.windowing()), (Window{50, 400}));
    QSignalSpy changes(&view, &SliceView::windowChanged);
    drag(view, Qt::LeftButton, {100, 100}, {200, 100});
    Window window = std::get<Window>(view.windowing());
    QCOMPARE(window.center, 50.0);
    QVERIFY(window.width > 500);
    QVERIFY(changes.count() > 0);
    drag(view, Qt::LeftButton, {100, 100}, {100, 200});
    QVERIFY(std::get<Window>(view.windowing()).center > 100);
    drag(view, Qt::LeftButton, {250, 100}, {-1500, 100});
    window = std::get<Window>(view.windowing());
    QCOMPARE(window.width, 1.0);
    // From min-max, the drag starts with the equivalent window.
    view.setWindowing(MinMax{});
    drag(view, Qt::LeftButton, {100, 100}, {100, 100});
    QVERIFY(std::get<Window>(view.windowing()).width > 1000);
    view.resetView();
    QCOMPARE(std::get<Window>(view.windowing()), (Window{50, 400}));
}

void SliceViewTest::zoomsAndPans() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    view.setWindowing(kOnlyTheBall);
    view.setSlice(33);  // through the ball
    const double fitted = view.zoom();
    QCOMPARE(fitted, 300.0 / 96);
    const QPointF before = middleOfBright(view.grabImage(), 200);
    drag(view, Qt::MiddleButton, {150, 150}, {110, 170});
    QPointF after = middleOfBright(view.grabImage(), 200);
    QVERIFY((after - before - QPointF(-40, 20)).manhattanLength() < 3);
    drag(view, Qt::LeftButton, {150, 150}, {190, 130}, Qt::ShiftModifier);
    after = middleOfBright(view.grabImage(), 200);
    QVERIFY((after - before).manhattanLength() < 3);
    turnWheel(view, 1, Qt::ControlModifier);
    QVERIFY(view.zoom() > fitted * 1.1);
    QCOMPARE(view.slice(), 33);
    drag(view, Qt::RightButton, {150, 150}, {150, 250});
    QVERIFY(view.zoom() < fitted);
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_F);
    QCOMPARE(view.zoom(), fitted);
    view.resize(600, 450);
    QCOMPARE(view.zoom(), 450.0 / 96);
}

void SliceViewTest::picksWindowsByKey() {
    Series series = smallScan();
    series.modality = "CT";
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    const auto volume = scan(series);
    view.setSeries(series, volume);
    const auto window = [&] { return std::get<Window>(view.windowing()); };
    const std::vector<WindowPreset> presets = windowPresets("CT");
    for (int key = 1; key <= 9; ++key) {
        QTest::keyClick(&view, static_cast<Qt::Key>(Qt::Key_0 + key));
        QVERIFY(window() == presets[static_cast<std::size_t>(key) - 1].window);
    }
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(window() == *fullRange(*volume));
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_I);
    QTest::keyClick(&view, Qt::Key_R);
    QVERIFY(window() == defaultWindow(series, *volume));
    QVERIFY(!view.isInverted());
    QCOMPARE(view.zoom(), 300.0 / 96);
}

void SliceViewTest::picksToolsByKey() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    QCOMPARE(view.activeTool(), std::string("window"));
    const Window window = std::get<Window>(view.windowing());
    const double zoom = view.zoom();
    QTest::keyClick(&view, Qt::Key_Z);
    QCOMPARE(view.activeTool(), std::string("zoom"));
    drag(view, Qt::LeftButton, {150, 150}, {150, 110});
    QVERIFY(view.zoom() > zoom);
    QCOMPARE(std::get<Window>(view.windowing()), window);
    const int slice = view.slice();
    QTest::keyClick(&view, Qt::Key_S);
    drag(view, Qt::LeftButton, {150, 150}, {150, 190});
    QCOMPARE(view.slice(), slice + 5);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.activeTool(), std::string("window"));
    drag(view, Qt::LeftButton, {150, 150}, {190, 150});
    QVERIFY(std::get<Window>(view.windowing()).width > window.width);
}

void SliceViewTest::inverts() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    const QRgb before = view.grabImage().pixel(150, 120);
    QTest::keyClick(&view, Qt::Key_I);
    const QRgb after = view.grabImage().pixel(150, 120);
    QCOMPARE(qGray(before) + qGray(after), 255);
    QTest::keyClick(&view, Qt::Key_I);
    QCOMPARE(view.grabImage().pixel(150, 120), before);
}

void SliceViewTest::keepsThePlaceOfEachPlane() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    turnWheel(view, -5);
    turnWheel(view, 2, Qt::ControlModifier);
    drag(view, Qt::MiddleButton, {150, 150}, {170, 140});
    const int slice = view.slice();
    const double zoom = view.zoom();
    const QImage left = view.grabImage();
    QCOMPARE(slice, 42 / 2 + 5);
    view.setPlane(Plane::sagittal);
    QCOMPARE(view.slice(), 48);
    turnWheel(view, 7);
    view.setPlane(Plane::axial);
    QCOMPARE(view.slice(), slice);
    QCOMPARE(view.zoom(), zoom);
    QCOMPARE(view.grabImage(), left);
    view.setPlane(Plane::sagittal);
    QCOMPARE(view.slice(), 48 - 7);
    view.setSeries(series, scan(series));  // replaces the volume
    view.setPlane(Plane::sagittal);
    QCOMPARE(view.slice(), 48);
}

void SliceViewTest::saysTheValueUnderTheCursor() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    const QRect corner(0, 230, 120, 28);
    const QImage without = view.grabImage().copy(corner);
    QTest::mouseMove(&view, {150, 150});
    QTRY_VERIFY(view.grabImage().copy(corner) != without);
}

void SliceViewTest::waitsForSlices() {
    const Series series = smallScan();
    const auto volume = allocate(series);
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, volume);
    const QImage loading = view.grabImage();
    QVERIFY(middleOfBright(loading, 150) != QPointF(-1, -1));  // the loading text
    const auto full = scan(series);
    for (const int k : {21, 20}) {
        std::memcpy(volume->writableSlice(k).data(), full->slice(k).data(), full->sliceBytes());
        volume->markReady(k);
    }
    view.pixelsChanged();
    const QImage ready = view.grabImage();
    QVERIFY(ready != loading);
    view.setSlice(19);
    QVERIFY(view.grabImage() != ready);
    view.setPlane(Plane::coronal);  // needs all slices
    QVERIFY(middleOfBright(view.grabImage(), 150) != QPointF(-1, -1));
    for (int k = 0; k < 42; ++k) {
        std::memcpy(volume->writableSlice(k).data(), full->slice(k).data(), full->sliceBytes());
        volume->markReady(k);
    }
    view.pixelsChanged();
    SliceView complete;
    QVERIFY(showInWindow(complete, {300, 300}));
    complete.setSeries(series, full);
    complete.setPlane(Plane::coronal);
    view.clearFocus();
    complete.clearFocus();
    QCOMPARE(view.grabImage(), complete.grabImage());
}

void SliceViewTest::saysWhichSlicesCouldNotBeRead() {
    const Series series = smallScan();
    const auto full = scan(series);
    const auto volume = allocate(series);
    for (int k = 0; k < 42; ++k) {
        std::memcpy(volume->writableSlice(k).data(), full->slice(k).data(), full->sliceBytes());
        k == 20 ? volume->markDamaged(k) : volume->markReady(k);
    }
    SliceView view, whole;
    for (SliceView* each : {&view, &whole})
        QVERIFY(showInWindow(*each, {300, 300}));
    view.setSeries(series, volume);
    whole.setSeries(series, full);
    const auto looksTheSame = [&](Plane plane, int slice) {
        for (SliceView* each : {&view, &whole}) {
            each->setPlane(plane);
            each->setSlice(slice);
            each->clearFocus();
        }
        return view.grabImage() == whole.grabImage();
    };
    QVERIFY(!looksTheSame(Plane::axial, 20));
    QVERIFY(looksTheSame(Plane::axial, 19));
    QVERIFY(!looksTheSame(Plane::coronal, 40));  // intersects the damaged slice
}

void SliceViewTest::choosesTheDefaultWindowWhenSlicesCome() {
    Geometry geometry;
    geometry.size = {20, 20, 3};
    const Series series = volumeSeries(geometry, ScalarType::float32);
    const auto volume = allocate(series);
    SliceView view;
    view.setSeries(series, volume);
    QSignalSpy changes(&view, &SliceView::windowChanged);
    for (int k = 0; k < 3; ++k) {
        auto* values = reinterpret_cast<float*>(volume->writableSlice(k).data());
        for (int i = 0; i < 400; ++i)
            values[i] = static_cast<float>(i * (k + 1));
        volume->markReady(k);
        view.pixelsChanged();
    }
    QCOMPARE(changes.count(), 2);  // for the first slice, and when all are loaded
    QCOMPARE(std::get<Window>(view.windowing()), defaultWindow(series, *volume));
    view.setWindowing(Window{1, 2});
    view.pixelsChanged();
    QCOMPARE(std::get<Window>(view.windowing()), (Window{1, 2}));
}

void SliceViewTest::clears() {
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    view.setSeries({}, nullptr);
    QCOMPARE(view.sliceCount(), 0);
    for (const Qt::Key key :
         {Qt::Key_Down, Qt::Key_End, Qt::Key_Plus, Qt::Key_I, Qt::Key_0, Qt::Key_1, Qt::Key_F, Qt::Key_R})
        QTest::keyClick(&view, key);
    turnWheel(view, 1);
    drag(view, Qt::LeftButton, {10, 10}, {50, 50});
    QCOMPARE(middleOfBright(view.grabImage(), 10), QPointF(-1, -1));
}

void SliceViewTest::looksAsItDid_data() {
    QTest::addColumn<int>("plane");
    QTest::addColumn<QSize>("size");
    QTest::newRow("slice_axial") << static_cast<int>(Plane::axial) << QSize(360, 300);
    QTest::newRow("slice_coronal") << static_cast<int>(Plane::coronal) << QSize(360, 300);
    QTest::newRow("slice_sagittal") << static_cast<int>(Plane::sagittal) << QSize(300, 360);
    QTest::newRow("slice_small") << static_cast<int>(Plane::axial) << QSize(130, 120);
}

void SliceViewTest::looksAsItDid() {
    QFETCH(int, plane);
    QFETCH(QSize, size);
    const Series series = smallScan();
    SliceView view;
    QVERIFY(showInWindow(view, size));
    view.setSeries(series, scan(series));
    view.setPlane(static_cast<Plane>(plane));
    view.setWindowing(Window{-150, 1700});
    view.clearFocus();
    const QString difference = differenceFromBaseline(view.grabImage(), QTest::currentDataTag());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_MAIN(SliceViewTest)
#include "slice_view_test.moc"
