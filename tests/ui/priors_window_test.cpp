// A series beside a prior of the same patient; panes that are linked by hand; the crosshair; the memory for images.
#include "app/privacy.h"
#include "app/settings.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/library/scans_dialog.h"
#include "ui/registration/registration_dialog.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/space_links.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QtTest>

#include <cmath>
#include <random>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::shown;
using testing::view;

class PriorsWindowTest : public QObject {
    Q_OBJECT

    /// Opens series and waits until the first one is shown.
    static bool open(Fixture& f, const QStringList& paths, std::size_t count) {
        f.window->commands()->openPaths(paths);
        return QTest::qWaitFor(
            [&] { return f.workspace->studies().series().size() == count && view(f, 0)->sliceCount() > 0; });
    }
    /// Chooses the series with so many slices, in one pane.
    static void choose(Fixture& f, int slices) {
        for (const app::OpenSeries& open : f.workspace->studies().series()) {
            if (open.series.geometry().size[2] == slices) f.workspace->studies().choose(open.id);
        }
        QTRY_COMPARE(view(f, 0)->sliceCount(), slices);
    }
    static void point(viewer::SliceView* at, const QPointF& place, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QMouseEvent move(QEvent::MouseMove, place, at->mapToGlobal(place), Qt::NoButton, Qt::NoButton, modifiers);
        QApplication::sendEvent(at, &move);
    }
    static QAction* entryOf(const QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions()) {
            if (action->text().section(QLatin1Char('\t'), 0, 0) == text) return action;
            if (action->menu() == nullptr) continue;
            if (QAction* found = entryOf(action->menu(), text)) return found;
        }
        return nullptr;
    }
    /// Returns an entry of the menus in the menu bar.
    static QAction* entry(const Fixture& f, const QString& text) {
        for (const QAction* top : f.window->menuBar()->actions()) {
            if (QAction* found = entryOf(top->menu(), text)) return found;
        }
        return nullptr;
    }

private Q_SLOTS:
    void cleanup() {
        QSettings().clear();
        app::Privacy::mode().setOn(false);
    }

    void aSeriesIsShownBesideItsPrior() {
        Fixture f;
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 21, "Doe^Jane", "9.1", 0, "20240501") +
                                  testing::writeSeries(f.folder, "1.2", 11, "Doe^Jane", "9.2", 500, "20220201", 4) +
                                  testing::writeSeries(f.folder, "1.3", 15, "Doe^Jane", "9.3", 0, "20190501");
        QVERIFY(open(f, paths, 3));
        choose(f, 21);
        view(f, 0)->setWindowing(viewer::Window{111, 222});
        view(f, 0)->setSlice(5);
        f.press(Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{21, 11}));  // the nearest earlier one
        QCOMPARE(area(f)->activePane(), area(f)->panes()[0]);
        QTRY_COMPARE(view(f, 1)->slice(), 3);  // a quarter of the way: 2.5, rounded
        QVERIFY(view(f, 1)->windowing() == viewer::Windowing(viewer::Window{111, 222}));
        QCOMPARE(view(f, 0)->slice(), 5);
        const QString message = f.window->messageBar()->message();
        QVERIFY2(message.contains(QLatin1String("Series 1")) && message.contains(QLatin1String("2022-02-01")) &&
                     message.contains(QLatin1String("2 years and 3 month(s) earlier")),
                 qPrintable(message));
        // They are linked: 8 mm on in both, which is four slices here and two there.
        view(f, 0)->setSlice(9);
        QCOMPARE(view(f, 1)->slice(), 5);
        view(f, 1)->setSlice(3);
        QCOMPARE(view(f, 0)->slice(), 5);
        // The other prior.
        f.clickMessageButton(QStringLiteral("Other priors…"));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions()[0]->isChecked() && !menu->actions()[1]->isChecked());
        menu->actions()[1]->trigger();
        menu->close();
        QTRY_COMPARE(shown(f), (std::vector{21, 15}));
        QTRY_COMPARE(view(f, 1)->slice(), 4);  // 3.5
        QVERIFY(f.window->messageBar()->message().contains(QLatin1String("2019-05-01")));
        // The first link has stayed.
        view(f, 0)->setSlice(9);
        f.clickMessageButton(QStringLiteral("Other priors…"));
        menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        menu->actions()[0]->trigger();
        menu->close();
        QTRY_COMPARE(shown(f), (std::vector{21, 11}));
        QTRY_COMPARE(view(f, 1)->slice(), 5);
    }

    void aSharedFrameOfReferenceGivesThePosition() {
        Fixture f;
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 21, "Doe^Jane", "9.1", 0, "20240501") +
                                  testing::writeSeries(f.folder, "1.2", 12, "Doe^Jane", "9.1", 6, "20230501");
        QVERIFY(open(f, paths, 2));
        choose(f, 21);
        view(f, 0)->setSlice(7);  // 14 mm
        entry(f, QStringLiteral("Compare with pr&ior"))->trigger();
        QTRY_COMPARE(shown(f), (std::vector{21, 12}));
        QTRY_COMPARE(view(f, 1)->slice(), 4);
        QVERIFY(!area(f)->links().isLinkedByHand(area(f)->panes()[0]));
        // The plane of the left one.
        area(f)->panes()[0]->slicePage()->setPlane(viewer::Plane::coronal);
        f.press(Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE(view(f, 1)->plane(), viewer::Plane::coronal);
        QCOMPARE(shown(f), (std::vector{8, 8}));
    }

    void aLaterStudyIsShownIfThereIsNoEarlierOne() {
        Fixture f;
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 21, "Doe^Jane", "9.1", 0, "20240501") +
                                  testing::writeSeries(f.folder, "1.2", 12, "Doe^Jane", "9.2", 0, "20240507");
        QVERIFY(open(f, paths, 2));
        choose(f, 21);
        f.press(Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{21, 12}));
        QVERIFY(f.window->messageBar()->message().contains(QLatin1String("6 day(s) later")));
    }

    void itIsSaidWhyThereIsNoPrior() {
        Fixture f;
        f.press(Qt::Key_P, Qt::AltModifier);
        QCOMPARE(f.window->messageBar()->message(), QStringLiteral("Open a series first."));
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 21) +
                                  testing::writeSeries(f.folder, "1.2", 12, "Roe^Ann", "9.2", 0, "20200101");
        QVERIFY(open(f, paths, 2));
        choose(f, 21);
        f.press(Qt::Key_P, Qt::AltModifier);
        QVERIFY(f.window->messageBar()->message().contains(QLatin1String("only one study of this patient")));
        QCOMPARE(shown(f), (std::vector{21}));
        // The library may know another study of the patient.
        f.clickMessageButton(QStringLiteral("Local library…"));
        QTRY_VERIFY(f.window->findChild<ScansDialog*>() != nullptr);
        QCOMPARE(f.window->findChild<ScansDialog*>()->filter()->text(), QStringLiteral("P-17"));
        f.window->findChild<ScansDialog*>()->reject();
        f.workspace->studies().closeAll();
        QVERIFY(open(f, {testing::writeVolume(f.folder, QStringLiteral("a.nii"), 9)}, 1));
        f.press(Qt::Key_P, Qt::AltModifier);
        QVERIFY(f.window->messageBar()->message().contains(QLatin1String("name no patient")));
    }

    void privacyModeTellsTheIntervalAlone() {
        Fixture f;
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 21, "Doe^Jane", "9.1", 0, "20240501") +
                                  testing::writeSeries(f.folder, "1.2", 12, "Doe^Jane", "9.2", 0, "20230501") +
                                  testing::writeSeries(f.folder, "1.3", 15, "Doe^Jane", "9.3", 0, "20210501");
        QVERIFY(open(f, paths, 3));
        choose(f, 21);
        app::Privacy::mode().setOn(true);
        f.press(Qt::Key_P, Qt::AltModifier);
        const QString message = f.window->messageBar()->message();
        f.clickMessageButton(QStringLiteral("Other priors…"));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QStringList texts{message};
        for (const QAction* action : menu->actions())
            texts << action->text();
        menu->close();
        for (const QString& text : texts) {
            for (const char* secret : {"2023", "2021", "2024", "Chest", "Doe", "Jane", "P-17"})
                QVERIFY2(!text.contains(QLatin1String(secret)), qPrintable(text));
        }
        QVERIFY2(message.contains(QLatin1String("1 year(s) earlier")), qPrintable(message));
    }

    void panesLinkedByHandScrollByTheirOffset() {
        Fixture f;
        const QStringList paths = testing::writeSeries(f.folder, "1.1", 21, "Doe^Jane", "9.1", 0) +
                                  testing::writeSeries(f.folder, "1.2", 18, "Doe^Jane", "9.2", 300) +
                                  testing::writeSeries(f.folder, "1.3", 15, "Doe^Jane", "9.3", -40);
        QVERIFY(open(f, paths, 3));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{21, 18}));
        view(f, 0)->setSlice(4);
        view(f, 1)->setSlice(10);
        view(f, 0)->setSlice(5);
        QCOMPARE(view(f, 1)->slice(), 10);  // not linked yet
        view(f, 0)->setSlice(4);
        area(f)->activate(area(f)->panes()[0]);
        entry(f, QStringLiteral("Link with the oth&er panes here"))->trigger();
        QVERIFY(f.window->messageBar()->message().contains(QLatin1String("1 other pane")));
        view(f, 0)->setSlice(6);
        QCOMPARE(view(f, 1)->slice(), 12);
        view(f, 1)->setSlice(9);
        QCOMPARE(view(f, 0)->slice(), 3);
        view(f, 0)->setSlice(20);  // beyond the other one, which stays
        QCOMPARE(view(f, 1)->slice(), 9);
        // The pointer with Shift shows the position in the other one, by the same offset.
        view(f, 0)->setSlice(6);
        point(view(f, 0), view(f, 0)->rect().center(), Qt::ShiftModifier);
        QCOMPARE(view(f, 1)->slice(), 12);
        point(view(f, 0), view(f, 0)->rect().center());
        // The offset survives another series in the pane, and comes back with the first one.
        const int second = area(f)->panes()[1]->seriesId();
        const int third = f.workspace->studies().series()[2].id;
        testing::dropSeries(*area(f)->panes()[1], third);
        QTRY_COMPARE(shown(f), (std::vector{21, 15}));
        const int stays = view(f, 1)->slice();
        view(f, 0)->setSlice(2);
        QCOMPARE(view(f, 1)->slice(), stays);
        testing::dropSeries(*area(f)->panes()[1], second);
        QTRY_COMPARE(shown(f), (std::vector{21, 18}));
        QCOMPARE(view(f, 1)->slice(), 8);  // it goes to the position of the other one
        view(f, 0)->setSlice(5);
        QCOMPARE(view(f, 1)->slice(), 11);
        // Until it is undone, here by the menu of the pane.
        QTest::mouseClick(view(f, 1), Qt::RightButton, {}, QPoint(20, 20));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QAction* unlink = entryOf(menu, QStringLiteral("&Unlink from the other panes"));
        QVERIFY(unlink != nullptr);
        unlink->trigger();
        menu->close();
        view(f, 0)->setSlice(9);
        QCOMPARE(view(f, 1)->slice(), 11);
        QVERIFY(!area(f)->links().isLinkedByHand(area(f)->panes()[0]));
    }

    void aSeriesInAnEmptyPaneGoesToTheOthers() {
        Fixture f;
        QVERIFY(open(f, testing::writeSeries(f.folder, "1.1", 21, "Doe^Jane", "9.1", 0), 1));
        f.press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(shown(f), (std::vector{21, 0}));
        view(f, 0)->setSlice(15);  // 30 mm
        f.window->commands()->openPaths(testing::writeSeries(f.folder, "1.2", 18, "Doe^Jane", "9.1", 20));
        QTRY_COMPARE(shown(f), (std::vector{21, 18}));
        QCOMPARE(view(f, 1)->slice(), 5);
        QCOMPARE(view(f, 0)->slice(), 15);
    }

    void theCrosshairFollowsThePointerWhileItIsOn() {
        Fixture f;
        QVERIFY(open(f, testing::writeSeries(f.folder, "1.1", 21), 1));
        f.press(Qt::Key_5, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{21, 8, 8, 21}));
        QTRY_VERIFY(view(f, 2)->camera().has_value());
        const QPointF corner = QPointF(view(f, 0)->rect().center()) + QPointF(20, 20);
        const QImage before = view(f, 1)->grabImage();
        point(view(f, 0), corner);
        QVERIFY(view(f, 1)->grabImage() == before);
        view(f, 0)->setFocus();
        QTest::keyClick(view(f, 0), Qt::Key_X);
        QVERIFY(area(f)->links().isOn(PaneLinks::Link::cross));
        point(view(f, 0), corner);
        const QImage crossed = view(f, 1)->grabImage();
        QVERIFY(crossed != before);
        point(view(f, 0), corner + QPointF(12, 0));
        QVERIFY(view(f, 2)->slice() > 0);
        QTest::keyClick(view(f, 0), Qt::Key_X);
        QVERIFY(!area(f)->links().isOn(PaneLinks::Link::cross));
        const int slice = view(f, 2)->slice();
        point(view(f, 0), corner + QPointF(-60, 0));
        QCOMPARE(view(f, 2)->slice(), slice);
        entry(f, QStringLiteral("&Crosshair"))->trigger();
        QVERIFY(area(f)->links().isOn(PaneLinks::Link::cross));
    }

    void linksOfSpacesAreTransitiveAndCanBeUndone() {
        using viewer::RigidTransform;
        const auto shift = [](double x, double y, double z) { return RigidTransform{.translation = {x, y, z}}; };
        SpaceLinks links;
        QVERIFY(links.between("a", "a").has_value() && !links.between("a", "b"));
        links.link("a", "b", shift(1, 0, 0));
        links.link("c", "d", shift(0, 0, 5));
        QVERIFY(!links.between("b", "c"));
        links.link("b", "c", shift(0, 2, 0));
        QVERIFY(links.between("a", "d")->translation == (viewer::Vector3{1, 2, 5}));
        QVERIFY(links.between("d", "a")->translation == (viewer::Vector3{-1, -2, -5}));
        links.link("a", "c", shift(7, 7, 7));  // c alone gets another place
        QVERIFY(links.between("a", "c")->translation == (viewer::Vector3{7, 7, 7}));
        QVERIFY(links.between("a", "d")->translation == (viewer::Vector3{1, 2, 5}));
        links.unlink("b");
        QVERIFY(!links.between("a", "b") && links.between("a", "d"));
        links.unlink("c");
        links.unlink("d");
        QVERIFY(!links.isLinked("a"));  // alone
    }

    /// Opens a volume and the same one moved by two slices and four columns, side by side.
    static bool openMoved(Fixture& f) {
        const auto blobs = [](double i, double j, double k) {
            const auto blob = [&](double x, double y, double z, double size, double value) {
                const double d = (i - x) * (i - x) + (j - y) * (j - y) + 9 * (k - z) * (k - z);
                return value * std::exp(-d / (2 * size * size));
            };
            return static_cast<int>(blob(12, 10, 10, 6, 900) + blob(20, 15, 13, 3, 700) + blob(9, 16, 8, 2.5, 500) +
                                    blob(17, 6, 15, 3, -400));
        };
        const QStringList paths{testing::writeVolume(f.folder, QStringLiteral("fixed.nii"), 24,
                                                     [&](int i, int j, int k) { return blobs(i, j, k); }),
                                testing::writeVolume(f.folder, QStringLiteral("moving.nii"), 25,
                                                     [&](int i, int j, int k) { return blobs(i - 4, j, k - 2); })};
        if (!open(f, paths, 2)) return false;
        f.press(Qt::Key_2, Qt::AltModifier);
        return QTest::qWaitFor([&] {
            const auto& series = f.workspace->studies().series();
            return series[0].volume && series[0].volume->complete() && series[1].volume && series[1].volume->complete();
        });
    }
    static RegistrationDialog* registrationOf(const Fixture& f) {
        entry(f, QStringLiteral("Link by re&gistration…"))->trigger();
        return f.window->findChild<RegistrationDialog*>();
    }
    static QPushButton* button(const QWidget* in, const QString& text) {
        for (QPushButton* each : in->findChildren<QPushButton*>()) {
            if (each->text() == text) return each;
        }
        return nullptr;
    }

    void aRegistrationLinksOnlyIfItIsAccepted() {
        Fixture f;
        QVERIFY(openMoved(f));
        const std::vector<Pane*>& panes = area(f)->panes();
        area(f)->activate(panes[0]);
        QPointer<RegistrationDialog> dialog = registrationOf(f);
        QVERIFY(dialog != nullptr);
        auto* board = dialog->findChild<CheckerboardView*>();
        QVERIFY(button(dialog, QStringLiteral("Cancel")) != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!board->image().isNull(), 60000);
        QVERIFY(!area(f)->links().between(panes[0], panes[1]));
        // The sliders change the slice and the tiles.
        const QImage before = board->image();
        dialog->findChild<QSlider*>(QStringLiteral("slice"))->setValue(9);
        const QImage other = board->image();
        QVERIFY(other != before);
        dialog->findChild<QSlider*>(QStringLiteral("tile"))->setValue(6);
        QVERIFY(board->image() != other);
        QTest::mouseClick(button(dialog, QStringLiteral("&Discard")), Qt::LeftButton);
        QTRY_VERIFY(dialog == nullptr);
        QVERIFY(!area(f)->links().between(panes[0], panes[1]));
        dialog = registrationOf(f);
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, QStringLiteral("&Use for linking"))->isEnabled(), 60000);
        QTest::mouseClick(button(dialog, QStringLiteral("&Use for linking")), Qt::LeftButton);
        const auto found = area(f)->links().between(panes[0], panes[1]);
        QVERIFY(found.has_value());
        // NIfTI's x points to the right, so that four columns are -4 mm or 4 mm by the file; two slices are 6 mm.
        QVERIFY(std::abs(std::abs(found->translation[0]) - 4) < 0.5 && std::abs(found->translation[2] - 6) < 0.5);
        view(f, 0)->setSlice(8);
        QCOMPARE(view(f, 1)->slice(), 10);
    }

    void aRegistrationNeedsTwoFramesOfReference() {
        Fixture f;
        QVERIFY(open(f, testing::writeSeries(f.folder, "1.1", 21), 1));
        f.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(registrationOf(f) == nullptr);
        QVERIFY(f.window->messageBar()->message().contains(QLatin1String("two frames of reference")));
    }

    void aRegistrationCanBeCancelled() {
        Fixture f;
        QVERIFY(openMoved(f));
        QPointer<RegistrationDialog> dialog = registrationOf(f);
        QTest::mouseClick(button(dialog, QStringLiteral("Cancel")), Qt::LeftButton);
        QTRY_VERIFY(dialog == nullptr);
        QVERIFY(!area(f)->links().between(area(f)->panes()[0], area(f)->panes()[1]));
    }

    void aSeriesThatDoesNotFitIsRefusedAndLoadedLater() {
        Fixture f;
        const QStringList paths{testing::writeVolume(f.folder, QStringLiteral("a.nii"), 20),
                                testing::writeVolume(f.folder, QStringLiteral("b.nii"), 30)};
        constexpr std::int64_t kSlice = 32 * 24 * 2;
        f.workspace->studies().setMemoryLimit(40 * kSlice);
        QVERIFY(open(f, paths, 2));
        QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume->complete());
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(f.window->messageBar()->message().contains(QLatin1String("needs 46 kB")));
        QVERIFY2(f.window->messageBar()->message().contains(QLatin1String("31 kB")),
                 qPrintable(f.window->messageBar()->message()));
        QCOMPARE(shown(f), (std::vector{20, 0}));
        // With another limit it is loaded at once.
        f.workspace->studies().setMemoryLimit(50 * kSlice);
        QTRY_COMPARE(shown(f), (std::vector{20, 30}));
        // The screen is never freed, and what is off it is when there is no room.
        f.workspace->studies().setMemoryLimit(40 * kSlice);
        QVERIFY(f.workspace->studies().series()[0].volume && f.workspace->studies().series()[1].volume);
        area(f)->activate(area(f)->panes()[1]);
        f.press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{30}));
        QVERIFY(!f.workspace->studies().series()[0].volume);
        f.workspace->studies().choose(f.workspace->studies().series()[0].id);
        QTRY_COMPARE(shown(f), (std::vector{20}));
        QVERIFY(!f.workspace->studies().series()[1].volume);
    }

    void theMemoryIsASetting() {
        Fixture f;
        const std::int64_t before = f.workspace->studies().memoryLimit();
        QVERIFY(before > 0);
        f.press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(f.window->findChild<SettingsDialog*>() != nullptr);
        auto* dialog = f.window->findChild<SettingsDialog*>();
        auto* memory = dialog->findChild<QDoubleSpinBox*>(QStringLiteral("imageMemory"));
        QVERIFY(memory->text().contains(QLatin1String("Half of what is free")));
        memory->setValue(1.5);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(f.workspace->studies().memoryLimit(), std::int64_t{1'500'000'000});
        QCOMPARE(app::settings::imageMemory(), 1.5);
        // The next window has it too.
        const Fixture next;
        QCOMPARE(next.workspace->studies().memoryLimit(), std::int64_t{1'500'000'000});
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::PriorsWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "priors_window_test.moc"
