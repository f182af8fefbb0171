// Tests of the volume view in a real window with off-screen ray casting in VTK.
#include "viewer/views/volume_view.h"

#include "tests/viewer/phantom.h"
#include "tests/viewer/view_testing.h"

#include <QSignalSpy>
#include <QtTest>

using namespace fleming::viewer;
using namespace fleming::viewer::test;

namespace {

constexpr int kPatienceMs = 60000;  // ray casting without a GPU is slow

/// Returns a scan of the dense ball alone.
Series ballSeries(const std::array<Vector3, 3>& directions, const Index3& size, const Vector3& spacing,
                  std::shared_ptr<const Volume>& volume) {
    const Series series = phantomSeries(directions, size, spacing);
    const auto made = scan(series);
    for (int k = 0; k < size[2]; ++k) {
        auto* values = reinterpret_cast<std::int16_t*>(made->writableSlice(k).data());
        for (int i = 0; i < size[0] * size[1]; ++i) {
            if (values[i] < 1024 + 1000) values[i] = 24;
        }
    }
    volume = made;
    return series;
}

}  // namespace

class VolumeViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsThePatientFromTheFront_data();
    void showsThePatientFromTheFront();
    void turnsWithTheMouse();
    void showsAnUnorientedVolumeAsItsSlices();
    void changesPresets();
    void windowsAProjectionByDragging();
    void saysWhatItCannotShow();
    void closesWhilePreparing();
    void looksAsItDid_data();
    void looksAsItDid();
};

void VolumeViewTest::showsThePatientFromTheFront_data() {
    QTest::addColumn<int>("orientation");
    for (const int i : {0, 5, 13, 22})
        QTest::addRow("%d", i) << i;
}

void VolumeViewTest::showsThePatientFromTheFront() {
    QFETCH(int, orientation);
    std::shared_ptr<const Volume> volume;
    const auto directions = uprightOrientations()[static_cast<std::size_t>(orientation)];
    const Series series = ballSeries(directions, {105, 84, 60}, {4, 5, 7}, volume);
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    view.setPreset(VolumePreset::mip);
    view.setSeries(series, volume);
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const QImage shown = view.grabImage();
    // Left and superior in the patient: at the upper right. Its diameter is 36 mm for any voxel size.
    const QPointF ball = middleOfBright(shown, 60) - QPointF(120, 120);
    const double scale = 240 / (420 * 1.1);
    QVERIFY2((ball - QPointF(110, -120) * scale).manhattanLength() < 8,
             qPrintable(QString("%1 %2").arg(ball.x()).arg(ball.y())));
    const QRect box = boxOfBright(shown, 60);
    QVERIFY2(box.width() >= 12 && box.width() <= 28, qPrintable(QString::number(box.width())));
    QVERIFY(std::abs(box.width() - box.height()) <= 6);
}

void VolumeViewTest::turnsWithTheMouse() {
    std::shared_ptr<const Volume> volume;
    const Series series = ballSeries(kAxial, {64, 64, 64}, {6.5, 6.5, 6.5}, volume);
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    view.setSeries(series, volume);
    QSignalSpy rests(&view, &VolumeView::cameAtRest);
    QVERIFY(rests.wait(kPatienceMs));
    drag(view, Qt::LeftButton, {20, 120}, {20 + 360, 120});  // 180 degrees at 0.5 degrees per pixel: from behind
    QVERIFY(!view.isAtRest());
    QVERIFY(rests.wait(kPatienceMs));
    QPointF ball = middleOfBright(view.grabImage(), 60) - QPointF(120, 120);
    QVERIFY(ball.x() < -40 && ball.y() < -40);
    view.resetView();
    drag(view, Qt::LeftButton, {120, 20}, {120, 20 + 180});  // front down: from above
    QVERIFY(rests.wait(kPatienceMs));
    ball = middleOfBright(view.grabImage(), 60) - QPointF(120, 120);
    QVERIFY2(ball.x() > 40 && std::abs(ball.y()) < 20, qPrintable(QString("%1 %2").arg(ball.x()).arg(ball.y())));
    view.resetView();
    drag(view, Qt::MiddleButton, {120, 120}, {60, 150});
    QVERIFY(rests.wait(kPatienceMs));
    ball = middleOfBright(view.grabImage(), 60) - QPointF(120, 120);
    QVERIFY((ball - QPointF(-3, -32)).manhattanLength() < 8);
    view.resetView();
    turnWheel(view, -3);
    QVERIFY(rests.wait(kPatienceMs));
    QVERIFY(middleOfBright(view.grabImage(), 60).x() - 120 < 48);
}

void VolumeViewTest::showsAnUnorientedVolumeAsItsSlices() {
    Geometry geometry;
    geometry.size = {40, 40, 20};
    const Series series = volumeSeries(geometry, ScalarType::float32);
    std::vector<float> values(voxelCount(geometry), 0.0F);
    for (int k = 0; k < 20; ++k) {
        for (int j = 4; j < 10; ++j) {
            for (int i = 30; i < 36; ++i)
                values[static_cast<std::size_t>((k * 40 + j) * 40 + i)] = 5.0F;
        }
    }
    values[7] = std::nanf("");
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    view.setPreset(VolumePreset::mip);
    view.setSeries(series, filledVolume(series, values));
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const QPointF block = middleOfBright(view.grabImage(), 120) - QPointF(120, 120);
    QVERIFY(block.x() > 50 && block.y() < -50);  // high columns, low rows: right and up
}

void VolumeViewTest::changesPresets() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {200, 200}));
    view.setSeries(series, scan(series));
    QList<QImage> pictures;
    for (const VolumePreset preset : {VolumePreset::bone, VolumePreset::softTissue, VolumePreset::mip}) {
        view.setPreset(preset);
        QCOMPARE(view.preset(), preset);
        QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
        pictures << view.grabImage();
    }
    // Soft tissue fills the outline of the body, bone does not. MIP is grey.
    QVERIFY(qGray(pictures[1].pixel(60, 120)) > 20);
    QVERIFY(qGray(pictures[0].pixel(60, 120)) < 10);
    const QColor mip = pictures[2].pixelColor(100, 100);
    QVERIFY(mip.red() > 60 && mip.red() == mip.green() && mip.green() == mip.blue());
}

void VolumeViewTest::windowsAProjectionByDragging() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {200, 200}));
    view.setPreset(VolumePreset::mip);
    view.setSeries(series, scan(series));
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const std::optional<Window> usual = view.window();
    QVERIFY(usual && !view.chosenWindow());
    const QImage before = view.grabImage();
    QSignalSpy rests(&view, &VolumeView::cameAtRest);
    drag(view, Qt::LeftButton, {100, 100}, {100, 160}, Qt::ControlModifier);  // down: darker, no rotation
    QVERIFY(view.window()->center > usual->center + 0.25 * usual->width);
    QCOMPARE(view.window()->width, usual->width);
    QVERIFY(rests.wait(kPatienceMs));
    const QImage after = view.grabImage();
    QVERIFY(qGray(after.pixel(100, 80)) + 20 < qGray(before.pixel(100, 80)));
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(*view.window(), *usual);
    view.setPreset(VolumePreset::bone);
    drag(view, Qt::LeftButton, {100, 100}, {100, 160}, Qt::ControlModifier);  // rotates, since there is no window
    QCOMPARE(*view.window(), *usual);
}

void VolumeViewTest::saysWhatItCannotShow() {
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    Series series = phantomSeries(kAxial, {32, 32, 1}, {10, 10, 10});
    view.setSeries(series, scan(series));
    QVERIFY(middleOfBright(view.grabImage(), 120) != QPointF(-1, -1));  // the error message
    QVERIFY(!view.isAtRest());
    view.setSeries({}, nullptr);
    QCOMPARE(middleOfBright(view.grabImage(), 10), QPointF(-1, -1));
    QTest::keyClick(&view, Qt::Key_Left);
    turnWheel(view, 1);
}

void VolumeViewTest::closesWhilePreparing() {
    const Series series = phantomSeries(kAxial, {128, 128, 64}, {3.2, 3.2, 6.5});
    const auto volume = scan(series);
    for (const int wait : {0, 5, 30, 120, 400}) {
        VolumeView view;
        QVERIFY(showInWindow(view, {240, 240}));
        view.setSeries(series, volume);
        QTest::qWait(wait);
        view.setSeries(series, volume);
        QTest::qWait(wait);
    }
}

void VolumeViewTest::looksAsItDid_data() {
    QTest::addColumn<int>("preset");
    QTest::newRow("volume_bone") << static_cast<int>(VolumePreset::bone);
    QTest::newRow("volume_soft_tissue") << static_cast<int>(VolumePreset::softTissue);
    QTest::newRow("volume_mip") << static_cast<int>(VolumePreset::mip);
}

void VolumeViewTest::looksAsItDid() {
    QFETCH(int, preset);
    const Series series = phantomSeries(kAxial, {96, 96, 64}, {4.2, 4.2, 6.5});
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    view.setPreset(static_cast<VolumePreset>(preset));
    view.setSeries(series, scan(series));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&view, Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    view.clearFocus();
    const QString difference = differenceFromBaseline(view.grabImage(), QTest::currentDataTag());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_MAIN(VolumeViewTest)
#include "volume_view_test.moc"
