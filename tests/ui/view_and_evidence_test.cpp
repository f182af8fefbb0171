// The view and the evidence in a real window: opening, scrolling, window/level, picking, reordering, dropped and bad
// files.
#include "tests/ui/window_test.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/style/theme.h"
#include "ui/views/slice_page.h"
#include "ui/views/start_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QMouseEvent>
#include <QSlider>
#include <QSpinBox>
#include <QUrl>
#include <QWheelEvent>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;

class ViewAndEvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatToDoWhileNothingIsOpen() {
        Fixture f;
        QVERIFY(f.window->findChild<StartPage*>()->isVisible());
        const auto* banner = f.window->findChild<QLabel*>(QStringLiteral("researchBanner"));
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("research")));
        QVERIFY(!f.window->messageBar()->isVisible());
    }

    void opensAndScrolls() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        QCOMPARE(f.studyPanel()->seriesTree()->seriesRows().size(), std::size_t{1});
        QVERIFY(!f.window->findChild<StartPage*>()->isVisible());
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        auto* slider = f.window->findChild<QSlider*>(QStringLiteral("sliceSlider"));
        QCOMPARE(view->sliceCount(), 12);
        QCOMPARE(slider->maximum(), 11);
        slider->setValue(2);
        QCOMPARE(view->slice(), 2);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home);
        const int first = view->slice();
        QTest::keyClick(view, Qt::Key_End);
        QCOMPARE(std::abs(view->slice() - first), 11);
        QCOMPARE(slider->value(), view->slice());
        const int before = view->slice();
        const QPointF middle = view->rect().center();
        for (const int turn : {120, -120}) {
            QWheelEvent wheel(middle, view->mapToGlobal(middle), {}, QPoint(0, turn), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(view, &wheel);
            if (view->slice() != before) break;
        }
        QCOMPARE(std::abs(view->slice() - before), 1);
        QCOMPARE(f.workspace->studies().find(f.workspace->studies().chosen())->view.index, view->slice());
    }

    void adjustsTheWindowByDragging() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        const viewer::Windowing before = view->windowing();
        const QPoint middle = view->rect().center();
        QTest::mousePress(view, Qt::LeftButton, Qt::NoModifier, middle);
        QMouseEvent drag(QEvent::MouseMove, middle + QPoint(60, 40), view->mapToGlobal(middle + QPoint(60, 40)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view, &drag);
        QTest::mouseRelease(view, Qt::LeftButton, Qt::NoModifier, middle + QPoint(60, 40));
        QVERIFY(std::get<viewer::Window>(view->windowing()) != std::get<viewer::Window>(before));
        const auto told = f.workspace->studies().find(f.workspace->studies().chosen())->view.windowing;
        QVERIFY(told && std::get<viewer::Window>(*told) == std::get<viewer::Window>(view->windowing()));
    }

    void showsTheChosenPlane() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        f.window->viewArea()->slicePage()->setPlane(viewer::Plane::coronal);
        QCOMPARE(view->sliceCount(), 24);
        f.window->viewArea()->slicePage()->setPlane(viewer::Plane::sagittal);
        QCOMPARE(view->sliceCount(), 32);
        QCOMPARE(f.window->findChild<QSlider*>(QStringLiteral("sliceSlider"))->maximum(), 31);
    }

    void restoresTheViewOfASeries() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        const int volume = f.workspace->studies().chosen();
        f.window->viewArea()->slicePage()->goTo(viewer::Plane::coronal, 7);
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        QTRY_COMPARE(f.studyPanel()->seriesTree()->seriesRows().size(), std::size_t{2});
        QTRY_VERIFY(f.workspace->studies().chosen() != volume);
        QTRY_COMPARE(f.window->viewArea()->slicePage()->view()->sliceCount(), 1);
        f.studyPanel()->seriesTree()->setCurrentItem(f.studyPanel()->seriesTree()->seriesRows()[0]);
        QCOMPARE(f.workspace->studies().chosen(), volume);
        QTRY_COMPARE(f.window->viewArea()->slicePage()->view()->sliceCount(), 24);
        QCOMPARE(f.window->viewArea()->slicePage()->view()->plane(), viewer::Plane::coronal);
        QCOMPARE(f.window->viewArea()->slicePage()->view()->slice(), 7);
    }

    void numbersAndReordersEvidence() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        EvidenceStrip* strip = f.evidenceStrip();
        f.window->viewArea()->slicePage()->view()->setSlice(4);
        strip->addCurrentAction()->trigger();
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(f.workspace->evidence().frames()[0].provenance.index, 4);
        strip->countBox()->setValue(3);
        strip->addEvenlyAction()->trigger();
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{4});
        QCOMPARE(strip->list()->count(), 4);
        QCOMPARE(strip->list()->item(3)->text(), QStringLiteral("Image-4"));
        QCOMPARE(indices(f), (std::vector<int>{4, 0, 5, 11}));

        strip->list()->setFocus();
        strip->list()->setCurrentRow(0);
        QTest::keyClick(strip->list(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(indices(f), (std::vector<int>{0, 4, 5, 11}));
        QCOMPARE(strip->list()->currentRow(), 1);
        QTest::keyClick(strip->list(), Qt::Key_Return);
        QCOMPARE(f.window->viewArea()->slicePage()->view()->slice(), 4);
        QTest::keyClick(strip->list(), Qt::Key_Delete);
        QCOMPARE(indices(f), (std::vector<int>{0, 5, 11}));
        QTest::mouseClick(strip->list()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          strip->list()->visualItemRect(strip->list()->item(2)).center());
        QCOMPARE(f.window->viewArea()->slicePage()->view()->slice(), 11);
        strip->clearAction()->trigger();
        QCOMPARE(strip->list()->count(), 0);
    }

    void picksWhatTheScreenShows() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        SlicePage* page = f.window->viewArea()->slicePage();
        page->goTo(viewer::Plane::sagittal, 9);
        page->view()->setWindowing(viewer::Window{300, 500});
        f.evidenceStrip()->addCurrentAction()->trigger();
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        const viewer::Provenance& provenance = f.workspace->evidence().frames()[0].provenance;
        QCOMPARE(provenance.plane.value(), viewer::Plane::sagittal);
        QCOMPARE(provenance.index, 9);
        QVERIFY(provenance.window == (viewer::Window{300, 500}));
    }

    void takesPlainSlicesUnlessAskedForTheLook() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        SlicePage* page = f.window->viewArea()->slicePage();
        const auto entry = [&](const QString& text) {
            for (QAction* action : page->lookMenu()->actions()) {
                if (action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')) == text) return action;
            }
            return static_cast<QAction*>(nullptr);
        };
        entry(QStringLiteral("Flip left to right"))->trigger();
        page->view()->setFocus();
        QTest::keyClick(page->view(), Qt::Key_C);
        f.evidenceStrip()->addCurrentAction()->trigger();
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        entry(QStringLiteral("Evidence as displayed"))->trigger();
        f.evidenceStrip()->addCurrentAction()->trigger();
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{2});
        entry(QStringLiteral("Evidence as displayed"))->trigger();
        const viewer::Frame& plain = f.workspace->evidence().frames()[0];
        const viewer::Frame& shown = f.workspace->evidence().frames()[1];
        QVERIFY(plain.provenance.look == viewer::Look());
        QVERIFY(shown.provenance.look == page->view()->look());
        QVERIFY(shown.provenance.look.turn.mirrored);
        QVERIFY(plain.image.rgb != shown.image.rgb);
        // The view keeps its look while another series is shown.
        const viewer::Look look = page->view()->look();
        const int volume = f.workspace->studies().chosen();
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        QTRY_VERIFY(f.workspace->studies().chosen() != volume);
        QTRY_VERIFY(f.window->viewArea()->slicePage()->view()->look() == viewer::Look());
        f.workspace->studies().choose(volume);
        QTRY_VERIFY(f.window->viewArea()->slicePage()->view()->look() == look);
    }

    void opensDroppedFiles() {
        Fixture f;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(testing::writeVolume(f.folder, QStringLiteral("dropped.nii"), 3))});
        const QPoint at = f.window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &drop);
        QTRY_COMPARE(f.studyPanel()->seriesTree()->seriesRows().size(), std::size_t{1});
    }

    void listsBadFilesAndOpensGoodOnes() {
        Fixture f;
        testing::writeVolume(f.folder, QStringLiteral("good.nii"), 3);
        QFile broken(testing::writeVolume(f.folder, QStringLiteral("broken.nii"), 9));
        QVERIFY(broken.open(QIODevice::ReadWrite) && broken.resize(700));
        broken.close();
        f.window->commands()->openPaths({f.folder.path()});
        QTRY_COMPARE(f.studyPanel()->seriesTree()->seriesRows().size(), std::size_t{1});
        QAbstractItemModel* notes = f.studyPanel()->notesList()->model();
        QTRY_COMPARE(notes->rowCount(), 1);
        QVERIFY(notes->index(0, 0).data().toString().contains(QStringLiteral("broken.nii")));
    }

    void reportsAFileThatCannotBeOpenedOnce() {
        Fixture f;
        f.window->commands()->openPaths({f.folder.filePath(QStringLiteral("missing.dcm"))});
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QVERIFY2(f.window->messageBar()->message().contains(QStringLiteral("missing.dcm")),
                 qPrintable(f.window->messageBar()->message()));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        f.window->messageBar()->dismiss();
        QVERIFY(!f.window->messageBar()->isVisible());
    }

    void namesEverythingThatTakesTheFocus() {
        Fixture f;
        QVERIFY(f.openVolume());
        for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QScrollBar");
            QVERIFY2(named || inner, qPrintable(QStringLiteral("%1 %2").arg(
                                         QLatin1String(widget->metaObject()->className()), widget->objectName())));
        }
    }

    void changesTheThemeOfAnOpenWindow() {
        Fixture f;
        const auto grabIn = [&f](const char* appearance) {
            applyAppearance(QLatin1String(appearance));
            QTest::qWait(50);
            return f.window->grab().toImage();
        };
        const QImage light = grabIn("light");
        const QImage dark = grabIn("dark");
        QVERIFY(isDark());
        const QPoint corner = f.studyPanel()->mapTo(f.window.get(), QPoint(2, 2));  // background of the panel
        const int lightness = light.pixelColor(corner).lightness();
        const int darkness = dark.pixelColor(corner).lightness();
        QVERIFY2(lightness > darkness + 100, qPrintable(QStringLiteral("%1 and %2").arg(lightness).arg(darkness)));
    }

    void closesWhileFilesLoad() {
        for (int wait : {0, 5, 40}) {
            Fixture f;
            f.window->commands()->openPaths(
                {testing::writeVolume(f.folder, QStringLiteral("a.nii"), 400), f.folder.path()});
            QTest::qWait(wait);
            f.window->close();
            f.window.reset();
            f.workspace.reset();
        }
    }

private:
    static std::vector<int> indices(const Fixture& f) {
        std::vector<int> list;
        for (const viewer::Frame& frame : f.workspace->evidence().frames())
            list.push_back(frame.provenance.index);
        return list;
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ViewAndEvidenceTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "view_and_evidence_test.moc"
