// Tests of the volume view in a real window with off-screen ray casting in VTK.
#include "viewer/views/volume_view.h"

#include "base/error.h"
#include "tests/viewer/phantom.h"
#include "tests/viewer/view_testing.h"
#include "viewer/raycast/volume_caster.h"
#include "viewer/views/orientation_cube.h"

#include <QSignalSpy>
#include <QtTest>
#include <vtkMultiThreader.h>

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
    void windowsByDragging_data();
    void windowsByDragging();
    void changesTheOpacityByDragging();
    void cropsWithTheMouse();
    void cropsWithKeys();
    void looksFromTheSideThatIsClicked();
    void givesARenderingThatCanBeMadeAnew();
    void rendersTheSamePixelsOnAnyNumberOfCores();
    void showsUptakeBlackOnWhite();
    void drawsThumbnails();
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
    view.setSeries(series, volume);
    view.setPreset("mip");
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
    view.setSeries(series, filledVolume(series, values));
    view.setPreset("mip");
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
    for (const char* preset : {"bone", "soft-tissue", "mip"}) {
        view.setPreset(preset);
        QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
        QCOMPARE(view.preset()->id, std::string(preset));
        pictures << view.grabImage();
    }
    // Soft tissue fills the outline of the body, bone does not. MIP is grey.
    QVERIFY(qGray(pictures[1].pixel(60, 120)) > 20);
    QVERIFY(qGray(pictures[0].pixel(60, 120)) < 10);
    const QColor mip = pictures[2].pixelColor(100, 100);
    QVERIFY(mip.red() > 60 && mip.red() == mip.green() && mip.green() == mip.blue());
}

void VolumeViewTest::windowsByDragging_data() {
    QTest::addColumn<QString>("preset");
    for (const char* preset : {"mip", "soft-tissue"})
        QTest::newRow(preset) << QString::fromLatin1(preset);
}

void VolumeViewTest::windowsByDragging() {
    QFETCH(QString, preset);
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {200, 200}));
    view.setSeries(series, scan(series));
    view.setPreset(preset.toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const std::optional<Window> usual = view.window();
    QVERIFY(usual && !view.look().window);
    const QImage before = view.grabImage();
    const auto camera = view.rendering()->camera;
    QSignalSpy rests(&view, &VolumeView::cameAtRest);
    // Down: the centre rises, so less is seen; nothing rotates.
    drag(view, Qt::LeftButton, {100, 100}, {100, 190}, Qt::ControlModifier);
    QVERIFY(view.window()->center > usual->center + 0.4 * usual->width);
    QCOMPARE(view.window()->width, usual->width);
    QVERIFY(view.rendering()->camera == camera);
    QVERIFY(rests.wait(kPatienceMs));
    const QImage after = view.grabImage();
    QVERIFY(qGray(after.pixel(70, 130)) + 20 < qGray(before.pixel(70, 130)));
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(*view.window(), *usual);
    drag(view, Qt::LeftButton, {100, 100}, {160, 100}, Qt::ControlModifier);  // right: wider
    QCOMPARE(view.window()->center, usual->center);
    QVERIFY(view.window()->width > 1.2 * usual->width);
}

void VolumeViewTest::changesTheOpacityByDragging() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {200, 200}));
    view.setSeries(series, scan(series));
    view.setPreset("skin");
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const auto brightness = [&view] { return qGray(view.grabImage().pixel(70, 130)); };
    const int opaque = brightness();
    QVERIFY(opaque > 60);
    QSignalSpy rests(&view, &VolumeView::cameAtRest);
    drag(view, Qt::LeftButton, {100, 10}, {100, 190}, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(std::abs(view.look().opacity - 0.1) < 1e-9);
    QVERIFY(rests.wait(kPatienceMs));
    QVERIFY(brightness() < opaque);
    drag(view, Qt::LeftButton, {100, 10}, {100, 190}, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view.look().opacity, 0.0);
    QVERIFY(rests.wait(kPatienceMs));
    // Nothing is left: the picture is its ground. (Text lies at the edges.)
    QCOMPARE(middleOfBright(view.grabImage().copy(50, 50, 100, 100), 1), QPointF(-1, -1));
    drag(view, Qt::LeftButton, {100, 190}, {100, 10}, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(view.look().opacity > 0.8);
    view.setPreset("mip");  // its own opacity; a projection has none to change
    drag(view, Qt::LeftButton, {100, 10}, {100, 190}, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view.look().opacity, 1.0);
}

void VolumeViewTest::cropsWithTheMouse() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, scan(series));
    view.setPreset("skin");
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const QImage whole = view.grabImage();
    QVERIFY(qGray(whole.pixel(110, 190)) > 40 && qGray(whole.pixel(190, 190)) > 40);
    QTest::keyClick(&view, Qt::Key_B);
    QVERIFY(view.cropBoxShown());
    // From the front, the patient's left is on the right. Drag that face by a third of the box to the middle.
    const double scale = 300 / view.rendering()->camera.height, half = 64 * 6.5 / 2 * scale;
    QSignalSpy rests(&view, &VolumeView::cameAtRest);
    const int by = static_cast<int>(half * 0.9);
    const QPoint handle(static_cast<int>(150 + half), 150);
    drag(view, Qt::LeftButton, handle, handle - QPoint(by, 0));
    QVERIFY(view.look().crop.has_value());
    QVERIFY(std::abs(view.look().crop->upper[0] - (63.5 - by / scale / 6.5)) < 0.5);
    QCOMPARE(view.look().crop->lower[0], -0.5);
    QVERIFY(rests.wait(kPatienceMs));
    QTest::keyClick(&view, Qt::Key_B);  // without the lines of the box
    const QImage cropped = view.grabImage();
    QCOMPARE(qGray(cropped.pixel(190, 190)), 0);  // rays through the cropped part meet nothing
    QVERIFY(std::abs(qGray(cropped.pixel(110, 190)) - qGray(whole.pixel(110, 190))) < 12);
    view.setCrop({});
    QVERIFY(!view.look().crop && rests.wait(kPatienceMs));
    QVERIFY(qGray(view.grabImage().pixel(190, 190)) > 40);
}

void VolumeViewTest::cropsWithKeys() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {200, 200}));
    view.setSeries(series, scan(series));
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!view.look().crop);  // without the box, keys rotate
    QTest::keyClick(&view, Qt::Key_B);
    for (std::size_t face = 0; face < 6; ++face) {
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_PageDown);
    }
    const VolumeCrop crop = view.look().crop.value();
    const Index3 size = series.geometry().size;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        QVERIFY(std::abs(crop.lower[axis] - (-0.5 + 0.06 * size[axis])) < 1e-9);
        QVERIFY(std::abs(crop.upper[axis] - (size[axis] - 0.5 - 0.06 * size[axis])) < 1e-9);
    }
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(view.look().crop->lower[0], -0.5);  // not beyond the volume
    QTest::keyClick(&view, Qt::Key_Backspace);
    QVERIFY(!view.look().crop);
}

void VolumeViewTest::looksFromTheSideThatIsClicked() {
    std::shared_ptr<const Volume> volume;
    const Series series = ballSeries(kAxial, {64, 64, 64}, {6.5, 6.5, 6.5}, volume);
    VolumeView view;
    QVERIFY(showInWindow(view, {300, 300}));
    view.setSeries(series, volume);
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(&view, static_cast<Qt::Key>(Qt::Key_1 + i));
        const Vector3 out = directionTo(kPatientSides[i]);
        QVERIFY(length(cross(view.rendering()->camera.into, out)) < 1e-9);
        QVERIFY(dot(view.rendering()->camera.into, out) < 0);
    }
    // Between the front, the left and the head, the three faces can be seen; each is found by where it is drawn.
    for (const PatientSide wanted : {PatientSide::anterior, PatientSide::left, PatientSide::superior}) {
        view.resetView();
        drag(view, Qt::LeftButton, {150, 200}, {150 - 80, 200 + 60});
        const VolumeCamera camera = view.rendering()->camera;
        const OrientationCube cube(camera, view.rect(), view.fontMetrics().height());
        QPoint at(-1, -1);
        for (int y = 0; y < 150 && at.x() < 0; ++y) {
            for (int x = 299; x >= 150 && at.x() < 0; --x) {
                if (cube.faceAt(QPointF(x, y)) == wanted && cube.faceAt(QPointF(x, y + 4)) == wanted) at = {x, y + 2};
            }
        }
        QVERIFY(at.x() >= 0);
        QTest::mouseClick(&view, Qt::LeftButton, {}, at);
        QVERIFY(length(cross(view.rendering()->camera.into, directionTo(wanted))) < 1e-9);
        QVERIFY(dot(view.rendering()->camera.into, directionTo(wanted)) < 0);
        QVERIFY(view.rendering()->camera.focus == camera.focus && view.rendering()->camera.height == camera.height);
    }
}

void VolumeViewTest::givesARenderingThatCanBeMadeAnew() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    const auto volume = scan(series);
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 200}));
    view.setSeries(series, volume);
    view.setPreset("muscle");
    drag(view, Qt::LeftButton, {100, 100}, {140, 120});
    QTest::keyClick(&view, Qt::Key_B);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    const VolumeRendering rendering = view.rendering().value();
    QVERIFY(rendering.look.crop && rendering.look.window);
    const RgbImage once = renderVolume(series, volume, rendering), again = renderVolume(series, volume, rendering);
    QVERIFY(once.rgb == again.rgb);
    QVERIFY(once.width == rendering.width && once.height == rendering.height);
    // The view without a graphics card draws the same; text, cube and box lie over it, but not in the middle.
    QImage captured;
    view.capture([&](const QImage& image) { captured = image; });
    QVERIFY(captured.size() == QSize(once.width, once.height));
    int differing = 0;
    for (int y = 60; y < 140; ++y) {
        for (int x = 80; x < 160; ++x) {
            const std::uint8_t* pixel = &once.rgb[static_cast<std::size_t>(3 * (y * once.width + x))];
            const QRgb shown = captured.pixel(x, y);
            differing += std::abs(qRed(shown) - pixel[0]) > 24 || std::abs(qGreen(shown) - pixel[1]) > 24;
        }
    }
    QVERIFY2(differing < 200, qPrintable(QString::number(differing)));
    VolumeView other;
    QVERIFY(showInWindow(other, {240, 200}));
    other.setSeries(series, volume);
    other.setRendering(rendering);
    QTRY_VERIFY_WITH_TIMEOUT(other.isAtRest(), kPatienceMs);
    QVERIFY(other.rendering() == rendering);
    const auto stopped = [] {
        std::stop_source source;
        source.request_stop();
        return source;
    }();
    QVERIFY_EXCEPTION_THROWN(renderVolume(series, volume, rendering, stopped.get_token()), fleming::Cancelled);
}

void VolumeViewTest::rendersTheSamePixelsOnAnyNumberOfCores() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    const auto volume = scan(series);
    VolumeRendering rendering{frontCamera(series.geometry(), 1.0), {"soft-tissue"}, 200, 200};
    rotate(rendering.camera, 30, 20);
    const int usual = vtkMultiThreader::GetGlobalDefaultNumberOfThreads();
    std::vector<RgbImage> images;
    for (const int threads : {1, 2, 3, 7}) {
        vtkMultiThreader::SetGlobalDefaultNumberOfThreads(threads);
        images.push_back(renderVolume(series, volume, rendering));
    }
    vtkMultiThreader::SetGlobalDefaultNumberOfThreads(usual);
    for (const RgbImage& image : images)
        QVERIFY(image.rgb == images.front().rgb);
}

void VolumeViewTest::showsUptakeBlackOnWhite() {
    std::shared_ptr<const Volume> volume;
    Series series = ballSeries(kAxial, {64, 64, 64}, {6.5, 6.5, 6.5}, volume);
    series.modality = "PT";
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    view.setSeries(series, volume);
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    QCOMPARE(view.preset()->id, std::string("pet-mip"));
    const QImage shown = view.grabImage();
    const double scale = 240 / view.rendering()->camera.height;
    const QPoint ball = (QPointF(120, 120) + QPointF(110, -120) * scale).toPoint();
    QVERIFY(qGray(shown.pixel(ball)) < 60);
    QVERIFY(qGray(shown.pixel(120, 120)) > 200);  // a ray without uptake
    QVERIFY(qGray(shown.pixel(4, 60)) > 250);     // beside the volume
}

void VolumeViewTest::drawsThumbnails() {
    const Series series = phantomSeries(kAxial, {64, 64, 42}, {6.5, 6.5, 10});
    VolumeView view;
    QVERIFY(showInWindow(view, {200, 200}));
    view.setSeries(series, scan(series));
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    std::vector<std::string> ids;
    for (const VolumePreset* preset : view.presets())
        ids.push_back(preset->id);
    QVERIFY(ids.size() > 5 && ids.front() == "bone");
    QSignalSpy drawn(&view, &VolumeView::thumbnailDrawn);
    view.requestThumbnails(ids, {64, 48});
    QTRY_COMPARE_WITH_TIMEOUT(drawn.size(), static_cast<qsizetype>(ids.size()), kPatienceMs);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const QImage image = drawn[static_cast<qsizetype>(i)][1].value<QImage>();
        QCOMPARE(drawn[static_cast<qsizetype>(i)][0].toString().toStdString(), ids[i]);
        QCOMPARE(image.size(), QSize(64, 48));
    }
    QVERIFY(drawn[0][1].value<QImage>() != drawn[1][1].value<QImage>());
    QVERIFY(view.isAtRest());
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
    QTest::addColumn<QString>("preset");
    QTest::newRow("volume_bone") << QStringLiteral("bone");
    QTest::newRow("volume_soft_tissue") << QStringLiteral("soft-tissue");
    QTest::newRow("volume_mip") << QStringLiteral("mip");
}

void VolumeViewTest::looksAsItDid() {
    QFETCH(QString, preset);
    const Series series = phantomSeries(kAxial, {96, 96, 64}, {4.2, 4.2, 6.5});
    VolumeView view;
    QVERIFY(showInWindow(view, {240, 240}));
    view.setSeries(series, scan(series));
    view.setPreset(preset.toStdString());
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&view, Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), kPatienceMs);
    view.clearFocus();
    const QString difference = differenceFromBaseline(view.grabImage(), QTest::currentDataTag());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_MAIN(VolumeViewTest)
#include "volume_view_test.moc"
