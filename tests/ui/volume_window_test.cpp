// Volumes in a real window: looks, window, opacity, crop box, camera, pictures as files and as evidence.
#include "app/evidence/provenance_json.h"
#include "app/picture_file.h"
#include "app/replay/source_check.h"
#include "tests/ui/window_test.h"
#include "tests/viewer/view_testing.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/composer.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/pane.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/views/volume_gallery.h"
#include "ui/views/volume_page.h"
#include "ui/views/volume_toolbar.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"
#include "viewer/views/input_map.h"

#include <QFileDialog>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

#include <tiffio.h>

namespace fleming::ui {

namespace {

using testing::Fixture;

constexpr int kPatienceMs = 60000;  // ray casting without a GPU is slow

VolumePage* page(const Fixture& f) {
    return f.window->viewArea()->volumePage();
}

viewer::VolumeView* view(const Fixture& f) {
    return page(f)->view();
}

bool isAtRest(const Fixture& f) {
    return QTest::qWaitFor([&f] { return view(f) != nullptr && view(f)->isAtRest(); }, kPatienceMs);
}

/// Opens a volume and shows it as one.
bool showVolume(Fixture& f) {
    if (!f.openVolume(24)) return false;
    f.window->viewArea()->showTab(true);
    return isAtRest(f);
}

QToolButton* button(const Fixture& f, const QString& name) {
    for (QToolButton* each : page(f)->controls()->findChildren<QToolButton*>()) {
        if (each->isVisible() && (each->accessibleName().startsWith(name) || each->text().startsWith(name)))
            return each;
    }
    return nullptr;
}

QAction* entry(const QToolButton* of, const QString& text) {
    for (QAction* action : of->menu()->actions()) {
        if (action->text().startsWith(text)) return action;
    }
    return nullptr;
}

}  // namespace

class VolumeWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGalleryChoosesALook() {
        Fixture f;
        QVERIFY(showVolume(f));
        const std::string usual = view(f)->preset()->id;
        view(f)->setFocus();
        QTest::keyClick(view(f), Qt::Key_G);
        VolumeGallery* gallery = page(f)->controls()->gallery();
        QTRY_VERIFY(gallery->isVisible());
        QListWidget* list = gallery->list();
        QCOMPARE(static_cast<std::size_t>(list->count()), view(f)->presets().size());
        QCOMPARE(list->currentItem()->data(Qt::UserRole).toString().toStdString(), usual);
        // The pictures come one by one, and differ.
        const auto picture = [list](int row) {
            return list->item(row)->icon().pixmap(VolumeGallery::kThumbnail).toImage();
        };
        const QImage empty = [] {
            QImage black(VolumeGallery::kThumbnail, QImage::Format_RGB32);
            black.fill(Qt::black);
            return black;
        }();
        QTRY_VERIFY_WITH_TIMEOUT(picture(0).convertToFormat(QImage::Format_RGB32) != empty, kPatienceMs);
        const int wanted = list->currentRow() + 1;
        QTest::keyClick(list, Qt::Key_Right);
        QCOMPARE(list->currentRow(), wanted);
        const std::string chosen = list->currentItem()->data(Qt::UserRole).toString().toStdString();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(!gallery->isVisible());
        QCOMPARE(view(f)->preset()->id, chosen);
        QVERIFY(isAtRest(f));
        QVERIFY(button(f, QStringLiteral("Look of the volume"))
                    ->accessibleName()
                    .contains(button(f, QStringLiteral("Look of the volume"))->text()));
    }

    void keepsTheLookOfASeries() {
        Fixture f;
        QVERIFY(showVolume(f));
        view(f)->setPreset("mip");
        QToolButton* window = button(f, QStringLiteral("Window/level"));
        QVERIFY(window != nullptr);
        const QString usual = window->text();
        const auto slices = f.window->viewArea()->slicePage()->view()->windowing();
        testing::drag(view(f), Qt::LeftButton, {50, 40}, Qt::ControlModifier);
        QVERIFY(window->text() != usual);
        const auto chosen = view(f)->window();
        testing::drag(view(f), Qt::LeftButton, {60, 10});
        const auto camera = view(f)->rendering()->camera;
        QVERIFY(slices == f.window->viewArea()->slicePage()->view()->windowing());
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        QTRY_COMPARE(f.studyPanel()->seriesTree()->seriesRows().size(), std::size_t{2});
        QTRY_VERIFY(!f.window->viewArea()->hasVolumeTab());
        f.workspace->studies().choose(f.workspace->studies().series()[0].id);
        QTRY_VERIFY(f.window->viewArea()->volumeTabShown());
        QVERIFY(isAtRest(f));
        QCOMPARE(view(f)->preset()->id, std::string("mip"));
        QVERIFY(view(f)->window() == chosen);
        QVERIFY(view(f)->rendering()->camera == camera);
        Q_EMIT window->menu()->aboutToShow();
        window->menu()->actions().last()->trigger();
        QTRY_COMPARE(window->text(), usual);
    }

    void controlsChangeTheView() {
        Fixture f;
        QVERIFY(showVolume(f));
        auto* opacity = page(f)->controls()->findChild<QSlider*>();
        QVERIFY(opacity->isEnabled() && !opacity->accessibleName().isEmpty());
        opacity->setFocus();
        QTest::keyClick(opacity, Qt::Key_PageDown);
        QVERIFY(view(f)->look().opacity < 1.0);
        QCOMPARE(std::lround(100 * view(f)->look().opacity), static_cast<long>(opacity->value()));
        testing::drag(view(f), Qt::LeftButton, {0, -20}, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(std::lround(100 * view(f)->look().opacity), static_cast<long>(opacity->value()));
        entry(button(f, QStringLiteral("View from")), QStringLiteral("Left"))->trigger();
        QCOMPARE(view(f)->rendering()->camera.into, (viewer::Vector3{-1, 0, 0}));
        QAction* box = entry(button(f, QStringLiteral("Crop")), QStringLiteral("Show the crop box"));
        box->trigger();
        QVERIFY(view(f)->cropBoxShown());
        QTest::keyClick(view(f), Qt::Key_B);
        QVERIFY(!box->isChecked());
        QAction* whole = entry(button(f, QStringLiteral("Crop")), QStringLiteral("Show the whole"));
        QVERIFY(!whole->isEnabled());
        QTest::keyClick(view(f), Qt::Key_B);
        QTest::keyClick(view(f), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(whole->isEnabled());
        whole->trigger();
        QVERIFY(!view(f)->look().crop);
        QTest::mouseClick(button(f, QStringLiteral("Reset")), Qt::LeftButton);
        QCOMPARE(opacity->value(), 100);
        QCOMPARE(view(f)->rendering()->camera.into, (viewer::Vector3{0, 1, 0}));
        for (const QToolButton* each : page(f)->controls()->findChildren<QToolButton*>()) {
            QVERIFY(each->focusPolicy() & Qt::TabFocus);
            QVERIFY(!each->accessibleName().isEmpty() || !each->text().isEmpty());
        }
    }

    void thePictureIsEvidence() {
        Fixture f;
        f.loadModel();
        QVERIFY(showVolume(f));
        QAction* add = f.evidenceStrip()->addCurrentAction();
        QTRY_VERIFY(add->isEnabled());
        QCOMPARE(add->text(), QStringLiteral("Add view"));
        view(f)->setPreset("mip");
        testing::drag(view(f), Qt::LeftButton, {30, 20});
        QTest::keyClick(view(f), Qt::Key_B);
        QTest::keyClick(view(f), Qt::Key_Down, Qt::ShiftModifier);
        QTest::mouseClick(button(f, QStringLiteral("Ask")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(f.workspace->evidence().frames().size(), std::size_t{1}, kPatienceMs);
        QTRY_VERIFY(f.composer()->isAncestorOf(QApplication::focusWidget()));
        const viewer::Frame frame = f.workspace->evidence().frames()[0];
        QVERIFY(frame.provenance.rendering.has_value());
        QCOMPARE(frame.provenance.rendering->camera, view(f)->rendering()->camera);
        QCOMPARE(frame.provenance.rendering->look.preset, std::string("mip"));
        QVERIFY(frame.provenance.rendering->look.window == view(f)->window());
        QVERIFY(frame.provenance.rendering->look.crop == view(f)->look().crop);
        QCOMPARE(std::max(frame.image.width, frame.image.height), app::kRenderingSide);
        QVERIFY(!frame.provenance.fileSha256.empty());
        // The original file gives the same picture; a record that claims another one is found.
        app::Exchange exchange;
        exchange.id = 1;
        exchange.firstImage = 1;
        exchange.evidence = {frame, frame};
        exchange.evidence[1].image.rgb[100] ^= 1;
        const std::int64_t wanted[] = {1};
        const auto faults = app::checkSources({exchange}, wanted);
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults[0].image, 2);
        QCOMPARE(std::string(faults[0].error.code()), std::string("source.other_rendering"));
        // Going to the image shows the volume with its camera and look again.
        view(f)->setPreset(view(f)->presets().front()->id);
        view(f)->resetView();
        view(f)->setCrop({});
        f.window->viewArea()->showTab(false);
        f.window->viewArea()->goTo(f.workspace->studies().chosen(), frame.provenance);
        QVERIFY(f.window->viewArea()->volumeTabShown());
        QVERIFY(isAtRest(f));
        const viewer::VolumeRendering shown = *view(f)->rendering();
        QVERIFY(shown.camera == frame.provenance.rendering->camera);
        QVERIFY(shown.look == frame.provenance.rendering->look);
    }

    void savesThePicture_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"picture.png", "picture.jpg", "picture.tif"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void savesThePicture() {
        QFETCH(QString, name);
        Fixture f;
        QVERIFY(showVolume(f));
        const QString file = f.folder.filePath(name);
        QTest::keyClick(view(f), Qt::Key_Right);  // the picture waits for the full quality
        QTest::mouseClick(button(f, QStringLiteral("Save picture")), Qt::LeftButton);
        auto* dialog = f.window->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(f.window->messageBar()->message().contains(name), kPatienceMs);
        QVERIFY(!f.window->messageBar()->message().contains(f.folder.path()));
        view(f)->clearFocus();
        QImage wanted;
        view(f)->capture([&wanted](const QImage& image) { wanted = image.convertToFormat(QImage::Format_RGB888); });
        QVERIFY(!wanted.isNull());
        if (name.endsWith(QStringLiteral(".tif"))) {
            TIFF* tiff = TIFFOpen(qPrintable(file), "r");
            QVERIFY(tiff != nullptr);
            std::vector<std::uint32_t> pixels(static_cast<std::size_t>(wanted.width() * wanted.height()));
            QVERIFY(TIFFReadRGBAImageOriented(tiff, static_cast<std::uint32_t>(wanted.width()),
                                              static_cast<std::uint32_t>(wanted.height()), pixels.data(),
                                              ORIENTATION_TOPLEFT, 1) == 1);
            TIFFClose(tiff);
            for (int y = 0; y < wanted.height(); ++y) {
                for (int x = 0; x < wanted.width(); ++x) {
                    const std::uint32_t pixel = pixels[static_cast<std::size_t>(y * wanted.width() + x)];
                    QCOMPARE(qRgb(TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel)), wanted.pixel(x, y));
                }
            }
        } else {
            const QImage read = QImage(file).convertToFormat(QImage::Format_RGB888);
            QCOMPARE(read.size(), wanted.size());
            if (name.endsWith(QStringLiteral(".png"))) QVERIFY(read == wanted);
        }
        QVERIFY_EXCEPTION_THROWN(app::writePicture(f.folder.filePath(QStringLiteral("no/folder.png")), wanted), Error);
    }

    void everyPaneCanBeAVolume() {
        Fixture f;
        QVERIFY(f.openVolume(24));
        f.window->viewArea()->showThreePlanes();
        for (Pane* pane : f.window->viewArea()->panes())
            pane->showTab(true);
        for (const Pane* pane : f.window->viewArea()->panes()) {
            QTRY_VERIFY_WITH_TIMEOUT(pane->volumePage()->view() != nullptr && pane->volumePage()->view()->isAtRest(),
                                     kPatienceMs);
        }
        // A click makes a pane active, and its controls are those that are seen.
        Pane* last = f.window->viewArea()->panes().back();
        QTest::mouseClick(last->volumePage()->view(), Qt::LeftButton, {}, QPoint(20, 20));
        QCOMPARE(f.window->viewArea()->activePane(), last);
        QVERIFY(last->volumePage()->controls()->isVisible());
        QVERIFY(!f.window->viewArea()->panes().front()->volumePage()->controls()->isVisible());
        QTest::mouseDClick(last->volumePage()->view(), Qt::LeftButton, {}, QPoint(20, 20));
        QVERIFY(f.window->viewArea()->isMaximised());
    }

    void keysAndDragsAreThoseThatTheUserHasChosen() {
        Fixture f;
        QVERIFY(showVolume(f));
        const auto restore = qScopeGuard([] { viewer::InputMap::shared().setChoices({}); });
        viewer::InputMap::shared().setChoices(
            {{QStringLiteral("volume/from-head"), {{{QKeySequence(Qt::Key_U)}}, {}}},
             {QStringLiteral("volume-mouse/rotate"), {{}, {{{viewer::Gesture::Kind::left, Qt::AltModifier}}}}},
             {QStringLiteral("volume-mouse/zoom"), {{}, {{{viewer::Gesture::Kind::left, {}}}}}}});
        view(f)->setFocus();
        const viewer::VolumeCamera front = view(f)->rendering()->camera;
        QTest::keyClick(view(f), Qt::Key_5);  // the default
        QVERIFY(view(f)->rendering()->camera == front);
        QTest::keyClick(view(f), Qt::Key_U);
        const viewer::VolumeCamera above = view(f)->rendering()->camera;
        QVERIFY(above.into[2] < -0.99);
        const auto dragged = [&f](Qt::KeyboardModifiers modifiers) {
            const QPoint from = view(f)->rect().center();
            QTest::mousePress(view(f), Qt::LeftButton, modifiers, from);
            QMouseEvent move(QEvent::MouseMove, from + QPoint(0, 30), view(f)->mapToGlobal(from + QPoint(0, 30)),
                             Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(view(f), &move);
            QTest::mouseRelease(view(f), Qt::LeftButton, modifiers, from + QPoint(0, 30));
            return view(f)->rendering()->camera;
        };
        const viewer::VolumeCamera zoomed = dragged({});
        QVERIFY(zoomed.into == above.into && zoomed.height != above.height);
        const viewer::VolumeCamera rotated = dragged(Qt::AltModifier);
        QVERIFY(rotated.into != zoomed.into && rotated.height == zoomed.height);
        QVERIFY(entry(button(f, QStringLiteral("View from")), QStringLiteral("Head"))
                    ->text()
                    .endsWith(QLatin1String("\tU")));
    }

    void theMenuAndTheKeysOfAllViewsAreThereToo() {
        Fixture f;
        QVERIFY(showVolume(f));
        QSignalSpy menus(f.window->viewArea(), &ViewArea::menuRequested);
        // The menu itself waits for the user.
        QTimer::singleShot(300, [] {
            if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
        });
        QTest::mouseClick(view(f), Qt::RightButton, {}, view(f)->rect().center());
        QCOMPARE(menus.size(), 1);
        view(f)->setFocus();
        QTest::keyClick(view(f), Qt::Key_K);
        QTRY_COMPARE_WITH_TIMEOUT(f.workspace->evidence().frames().size(), std::size_t{1}, kPatienceMs);
        QVERIFY(f.workspace->evidence().frames()[0].provenance.rendering.has_value());
        f.window->commands()->openPaths({testing::writeVolume(f.folder, QStringLiteral("other.nii"), 5)});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume != nullptr &&
                    f.workspace->studies().chosenSeries()->volume->complete());
        f.window->viewArea()->showTab(true);
        QTRY_VERIFY(view(f)->isVisible());
        QVERIFY(isAtRest(f));
        const int second = f.workspace->studies().chosen();
        view(f)->setFocus();
        QTest::keyClick(view(f), Qt::Key_BracketLeft);
        QTRY_VERIFY(f.workspace->studies().chosen() != second);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::VolumeWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "volume_window_test.moc"
