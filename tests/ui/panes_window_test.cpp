// Panes: layouts, the active pane, series in them, three planes.
#include "app/privacy.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QtTest>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::shown;
using testing::view;

class PanesWindowTest : public QObject {
    Q_OBJECT

    /// Opens `count` volumes of 5, 6, 7, ... slices and waits for the first one.
    static bool openVolumes(Fixture& f, int count) {
        QStringList paths;
        for (int i = 0; i < count; ++i)
            paths << testing::writeVolume(f.folder, QStringLiteral("scan%1.nii").arg(i), 5 + i);
        f.window->commands()->openPaths(paths);
        return QTest::qWaitFor([&] {
            return static_cast<int>(f.workspace->studies().series().size()) == count &&
                   area(f)->slicePage()->view()->sliceCount() == 5;
        });
    }
    static void click(QWidget* on) { QTest::mouseClick(on, Qt::LeftButton, {}, on->rect().center()); }

private Q_SLOTS:
    void layoutsShowOneSeriesAPane() {
        Fixture f;
        QVERIFY(openVolumes(f, 5));
        QCOMPARE(area(f)->panes().size(), std::size_t{1});
        f.press(Qt::Key_4, Qt::AltModifier);
        QCOMPARE(area(f)->panes().size(), std::size_t{4});
        QTRY_COMPARE(shown(f), (std::vector{5, 6, 7, 8}));  // all of them are loaded
        for (const Pane* pane : area(f)->panes())
            QVERIFY(pane->isVisible());
        f.press(Qt::Key_6, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6, 7, 8, 9, 0}));
        // The active pane stays when there are fewer.
        click(view(f, 3));
        QCOMPARE(area(f)->activePane(), area(f)->panes()[3]);
        f.press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(shown(f), (std::vector{8}));
        QCOMPARE(f.workspace->studies().chosen(), area(f)->activePane()->seriesId());
    }

    void theActivePaneIsTheOneThatQuestionsMean() {
        Fixture f;
        QVERIFY(openVolumes(f, 4));
        f.press(Qt::Key_4, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6, 7, 8}));
        click(view(f, 2));
        QCOMPARE(f.workspace->studies().chosen(), area(f)->panes()[2]->seriesId());
        QVERIFY(view(f, 2)->hasFocus());
        view(f, 2)->setSlice(6);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        const viewer::Provenance& frame = f.workspace->evidence().frames()[0].provenance;
        QCOMPARE(frame.count, 7);
        QCOMPARE(frame.index, 6);
        // Other panes keep their slices; the wheel over one scrolls that one alone.
        QCOMPARE(view(f, 0)->slice(), 2);
        QWheelEvent wheel(view(f, 1)->rect().center(), view(f, 1)->mapToGlobal(view(f, 1)->rect().center()), {},
                          QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        const int before = view(f, 1)->slice();
        QApplication::sendEvent(view(f, 1), &wheel);
        QCOMPARE(view(f, 1)->slice(), before + 1);
        QCOMPARE(view(f, 2)->slice(), 6);
        // The list shows which series it is; a click there makes its pane active.
        SeriesTree* tree = f.studyPanel()->seriesTree();
        QCOMPARE(SeriesTree::seriesOf(tree->currentItem())[0], f.workspace->studies().chosen());
        tree->setCurrentItem(tree->seriesRows()[3]);
        QCOMPARE(area(f)->activePane(), area(f)->panes()[3]);
        QCOMPARE(shown(f), (std::vector{5, 6, 7, 8}));
        // By keys.
        f.press(Qt::Key_F6, Qt::ControlModifier);
        QCOMPARE(area(f)->activePane(), area(f)->panes()[0]);
        f.press(Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(area(f)->activePane(), area(f)->panes()[3]);
        QVERIFY(view(f, 3)->hasFocus());
    }

    void aSeriesIsDraggedIntoAPane() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6}));
        const int third = f.workspace->studies().series()[2].id, first = f.workspace->studies().series()[0].id;
        testing::dropSeries(*area(f)->panes()[1], third);
        QTRY_COMPARE(shown(f), (std::vector{5, 7}));
        QCOMPARE(f.workspace->studies().chosen(), third);
        // One series in two panes, not linked: each has its own slice.
        area(f)->links().setOn(PaneLinks::Link::scrolling, false);
        testing::dropSeries(*area(f)->panes()[1], first);
        QTRY_COMPARE(shown(f), (std::vector{5, 5}));
        view(f, 1)->setSlice(4);
        QCOMPARE(view(f, 0)->slice(), 2);
        click(view(f, 0));
        QCOMPARE(f.workspace->studies().chosenSeries()->view.index, 2);
        click(view(f, 1));
        QCOMPARE(f.workspace->studies().chosenSeries()->view.index, 4);
        area(f)->links().setOn(PaneLinks::Link::scrolling, true);
    }

    void panesOfOneFrameOfReferenceScrollTogether() {
        Fixture f;
        // Two series of one frame: slices of 2 mm and of 2 mm from another place; and one of another frame.
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 10, "Doe^Jane", "9.1", 0.0) +
                                  testing::writeSeries(f.folder, "1.2", 8, "Doe^Jane", "9.1", 6.0) +
                                  testing::writeSeries(f.folder, "1.3", 10, "Doe^Jane", "9.2", 0.0);
        f.window->commands()->openPaths(paths);
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{3});
        f.press(Qt::Key_4, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{10, 8, 10, 0}));
        QTRY_VERIFY(view(f, 1)->camera().has_value() && view(f, 2)->camera().has_value());
        const int other = view(f, 2)->slice();
        click(view(f, 0));
        view(f, 0)->setSlice(7);  // 14 mm
        QCOMPARE(view(f, 1)->slice(), 4);
        QCOMPARE(view(f, 2)->slice(), other);
        view(f, 0)->setSlice(0);  // before the first slice of the other one, which stays
        QCOMPARE(view(f, 1)->slice(), 4);
        view(f, 1)->setSlice(1);  // 8 mm
        QCOMPARE(view(f, 0)->slice(), 4);
        // Zoom and window follow only if they are linked.
        const double zoom = view(f, 1)->zoom();
        QTest::keyClick(view(f, 0), Qt::Key_Plus);
        QTest::keyClick(view(f, 0), Qt::Key_1);
        QCOMPARE(view(f, 1)->zoom(), zoom);
        QVERIFY(view(f, 1)->windowing() != view(f, 0)->windowing());
        area(f)->links().setOn(PaneLinks::Link::zooming, true);
        area(f)->links().setOn(PaneLinks::Link::windowing, true);
        QTest::keyClick(view(f, 0), Qt::Key_Plus);
        QTest::keyClick(view(f, 0), Qt::Key_2);
        QVERIFY(std::abs(view(f, 1)->camera()->pixelsPerMm / view(f, 0)->camera()->pixelsPerMm - 1) < 1e-6);
        QVERIFY(view(f, 1)->windowing() == view(f, 0)->windowing());
        QVERIFY(view(f, 2)->windowing() != view(f, 0)->windowing());
        area(f)->links().setOn(PaneLinks::Link::zooming, false);
        area(f)->links().setOn(PaneLinks::Link::windowing, false);
    }

    void pointingShowsThePositionInOtherPanes() {
        Fixture f;
        f.window->commands()->openPaths(testing::writeSeries(f.folder, "1.1", 10));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        QTRY_COMPARE(shown(f), (std::vector{10}));
        f.press(Qt::Key_5, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{10, 8, 8, 10}));
        QTRY_VERIFY(view(f, 2)->camera().has_value());
        viewer::SliceView* axial = view(f, 0);
        const QImage before = view(f, 1)->grabImage();
        // Near the left upper corner of the image: the patient's right front.
        const viewer::Vector3 wanted{1, 6, 2.0 * axial->slice()};
        const auto camera = *axial->camera();
        const double ratio = axial->devicePixelRatioF();
        const QPointF at =
            QPointF(axial->rect().center()) +
            QPointF(wanted[0] - camera.centre[0], wanted[1] - camera.centre[1]) * camera.pixelsPerMm / ratio;
        QMouseEvent move(QEvent::MouseMove, at, axial->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::ShiftModifier);
        QApplication::sendEvent(axial, &move);
        QCOMPARE(view(f, 1)->slice(), 6);  // coronal: y
        QCOMPARE(view(f, 2)->slice(), 1);  // sagittal: x
        QVERIFY(view(f, 1)->grabImage() != before);
        const QImage crossed = view(f, 1)->grabImage();
        QMouseEvent without(QEvent::MouseMove, at, axial->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(axial, &without);
        QVERIFY(view(f, 1)->grabImage() != crossed);
    }

    void aPressInTheListChoosesNothingBeforeItIsAClick() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        SeriesTree* tree = f.studyPanel()->seriesTree();
        const int first = f.workspace->studies().chosen();
        const QPoint row = tree->visualItemRect(tree->seriesRows()[2]).center();
        QTest::mousePress(tree->viewport(), Qt::LeftButton, {}, row);
        QCOMPARE(f.workspace->studies().chosen(), first);  // a drag into a pane may follow
        QTest::mouseRelease(tree->viewport(), Qt::LeftButton, {}, row);
        QVERIFY(f.workspace->studies().chosen() != first);
    }

    void aSeriesThatIsDraggedIntoTheActivePaneIsChosen() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        const int third = f.workspace->studies().series()[2].id;
        testing::dropSeries(*area(f)->activePane(), third);
        QTRY_COMPARE(shown(f), (std::vector{7}));
        QCOMPARE(f.workspace->studies().chosen(), third);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(f.workspace->evidence().frames()[0].provenance.count, 7);
    }

    void anEmptyActivePaneDoesNotHideTheChosenSeries() {
        Fixture f;
        QVERIFY(openVolumes(f, 1));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 0}));
        area(f)->activate(area(f)->panes()[1]);
        f.press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5}));
    }

    void eachPaneKeepsItsPlaneWhenAllAreShownAnew() {
        Fixture f;
        QVERIFY(openVolumes(f, 1));
        f.press(Qt::Key_5, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 24, 32, 5}));
        app::Privacy::mode().setOn(true);
        QCOMPARE(shown(f), (std::vector{5, 24, 32, 5}));
        app::Privacy::mode().setOn(false);
        QCOMPARE(shown(f), (std::vector{5, 24, 32, 5}));
        // Also if the planes are chosen before there are pixels.
        f.workspace->studies().closeAll();
        f.press(Qt::Key_1, Qt::AltModifier);
        f.window->commands()->openPaths({testing::writeVolume(f.folder, QStringLiteral("late.nii"), 9)});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{1});
        area(f)->showThreePlanes();
        QTRY_COMPARE(shown(f), (std::vector{9, 24, 32, 9}));
    }

    void threePlanesOfAVolume() {
        Fixture f;
        QVERIFY(openVolumes(f, 2));
        f.press(Qt::Key_5, Qt::AltModifier);
        QCOMPARE(area(f)->panes().size(), std::size_t{4});
        QTRY_COMPARE(shown(f), (std::vector{5, 24, 32, 5}));
        QCOMPARE(view(f, 0)->plane(), viewer::Plane::axial);
        QCOMPARE(view(f, 1)->plane(), viewer::Plane::coronal);
        QCOMPARE(view(f, 2)->plane(), viewer::Plane::sagittal);
        QVERIFY(area(f)->panes()[3]->volumeTabShown());
        QTRY_VERIFY(std::abs(area(f)->panes()[0]->height() - area(f)->panes()[2]->height()) <= 2);
        QVERIFY(std::abs(area(f)->panes()[0]->width() - area(f)->panes()[3]->width()) <= 2);
        click(view(f, 1));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(f.workspace->evidence().frames()[0].provenance.plane, viewer::Plane::coronal);
    }

    void theMenuOfAPaneAsksAboutItsSlice() {
        Fixture f;
        f.loadModel();
        QVERIFY(openVolumes(f, 2));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6}));
        view(f, 1)->setSlice(4);
        const double zoom = view(f, 1)->zoom();
        QTest::mouseClick(view(f, 1), Qt::RightButton, {}, QPoint(20, 20));
        QCOMPARE(view(f, 1)->zoom(), zoom);
        QCOMPARE(area(f)->activePane(), area(f)->panes()[1]);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("&Ask about this slice"));
        menu->actions().front()->trigger();
        menu->close();
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(f.workspace->evidence().frames()[0].provenance.count, 6);
        QCOMPARE(f.workspace->evidence().frames()[0].provenance.index, 4);
        QVERIFY(f.composer()->box()->hasFocus());
        // A drag with the right button zooms, as before, and shows no menu.
        testing::drag(view(f, 0), Qt::RightButton, {0, 40});
        QVERIFY(QApplication::activePopupWidget() == nullptr);
        view(f, 0)->setFocus();
        QTest::keyClick(view(f, 0), Qt::Key_Menu);
        QVERIFY(QApplication::activePopupWidget() != nullptr);
        QApplication::activePopupWidget()->close();
    }

    void aDoubleClickMaximises() {
        Fixture f;
        QVERIFY(openVolumes(f, 4));
        f.press(Qt::Key_4, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6, 7, 8}));
        const QSize small = view(f, 1)->size();
        QTest::mouseDClick(view(f, 1), Qt::LeftButton, {}, view(f, 1)->rect().center());
        QTRY_VERIFY(view(f, 1)->width() > 1.9 * small.width() && view(f, 1)->height() > 1.7 * small.height());
        QVERIFY(area(f)->isMaximised() && !area(f)->panes()[0]->isVisible());
        QCOMPARE(area(f)->activePane(), area(f)->panes()[1]);
        f.press(Qt::Key_Return, Qt::AltModifier);
        QVERIFY(!area(f)->isMaximised() && area(f)->panes()[0]->isVisible());
        QTRY_COMPARE(view(f, 1)->size(), small);
    }

    void everyGridUpToFourByFourCanBeChosen() {
        Fixture f;
        QVERIFY(openVolumes(f, 2));
        int grids = 0;
        for (QAction* action : f.window->menuBar()->findChildren<QAction*>()) {
            static const QRegularExpression kGrid(QStringLiteral("^([1-4]) × ([1-4])$"));
            const QRegularExpressionMatch match = kGrid.match(action->text());
            if (!match.hasMatch()) continue;
            action->trigger();
            QCOMPARE(area(f)->grid(), (PaneGrid{match.captured(1).toInt(), match.captured(2).toInt()}));
            QCOMPARE(area(f)->panes().size(), static_cast<std::size_t>(area(f)->grid().count()));
            ++grids;
        }
        QCOMPARE(grids, 16);
    }

    void emptyPanesGetNoSeriesOfAnotherPatient() {
        Fixture f;
        f.window->commands()->openPaths(testing::writeSeries(f.folder, "1.1", 6) +
                                        testing::writeSeries(f.folder, "1.2", 7, "Roe^Richard", "9.8"));
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(view(f, 0)->sliceCount() > 0);
        f.press(Qt::Key_4, Qt::AltModifier);
        QTRY_COMPARE(std::ranges::count(shown(f), 0), 3);
        QTest::qWait(100);
        QCOMPARE(std::ranges::count(shown(f), 0), 3);
    }

    void bracketsGoFromSeriesToSeries() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        view(f, 0)->setFocus();
        QTest::keyClick(view(f, 0), Qt::Key_BracketLeft);  // there is none before
        QCOMPARE(shown(f), std::vector{5});
        QTest::keyClick(view(f, 0), Qt::Key_BracketRight);
        QTRY_COMPARE(shown(f), std::vector{6});
        QVERIFY(view(f, 0)->hasFocus());
        QTest::keyClick(view(f, 0), Qt::Key_BracketRight);
        QTRY_COMPARE(shown(f), std::vector{7});
        QTest::keyClick(view(f, 0), Qt::Key_BracketLeft);
        QTRY_COMPARE(shown(f), std::vector{6});
        QCOMPARE(f.workspace->studies().chosen(), area(f)->activePane()->seriesId());
    }

    void aSeriesThatIsChosenForAnEmptyPaneMovesThere() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6}));
        const int second = area(f)->panes()[1]->seriesId();
        area(f)->activePane()->setSeries(-1);
        f.workspace->studies().choose(second);
        QTRY_COMPARE(shown(f)[0], 6);
        QVERIFY(area(f)->panes()[1]->seriesId() != second);
    }

    void keysActOnTheSlicesAfterAMenu() {
        Fixture f;
        QVERIFY(openVolumes(f, 1));
        f.studyPanel()->seriesTree()->setFocus();
        area(f)->slicePage()->windowMenu()->actions().back()->trigger();
        QVERIFY(view(f, 0)->hasFocus());
    }

    void aPaneOfAClosedSeriesShowsOneThatWaits() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6}));
        f.workspace->studies().close({area(f)->panes()[1]->seriesId()});
        QTRY_COMPARE(shown(f), (std::vector{5, 7}));
    }

    void closedSeriesLeaveTheirPanes() {
        Fixture f;
        QVERIFY(openVolumes(f, 3));
        f.press(Qt::Key_4, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6, 7, 0}));
        f.workspace->studies().close({area(f)->panes()[1]->seriesId()});
        QCOMPARE(shown(f), (std::vector{5, 0, 7, 0}));
        // The active one: the next series comes.
        f.workspace->studies().close({area(f)->panes()[0]->seriesId()});
        QCOMPARE(f.workspace->studies().chosen(), area(f)->activePane()->seriesId());
        // What is opened fills the empty panes.
        f.window->commands()->openPaths({testing::writeVolume(f.folder, QStringLiteral("late.nii"), 11)});
        QTRY_VERIFY(std::ranges::count(shown(f), 11) == 1);
        f.workspace->studies().closeAll();
        QCOMPARE(shown(f), (std::vector{0, 0, 0, 0}));
    }

    void toolsAndMenusFollowTheActivePane() {
        Fixture f;
        QVERIFY(openVolumes(f, 2));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6}));
        click(view(f, 1));
        QTest::keyClick(view(f, 1), Qt::Key_Z);
        QCOMPARE(view(f, 0)->activeTool(), std::string("zoom"));
        QVERIFY(area(f)->panes()[1]->controls()->isVisible());
        QVERIFY(!area(f)->panes()[0]->controls()->isVisible());
        const auto isInMenuBar = [&](const Pane* pane) {
            const QList<QMenu*> menus = f.window->menuBar()->findChildren<QMenu*>();
            return std::ranges::any_of(menus, [&](const QMenu* menu) {
                return menu->actions().contains(pane->slicePage()->windowMenu()->menuAction());
            });
        };
        QVERIFY(isInMenuBar(area(f)->panes()[1]));
        QVERIFY(!isInMenuBar(area(f)->panes()[0]));
        f.press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(isInMenuBar(area(f)->panes()[0]));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::PanesWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "panes_window_test.moc"
