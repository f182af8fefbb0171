// The view in a real window, by mouse and keys: what it remembers, and that evidence is what it shows.
#include "app/studies/samples.h"
#include "tests/ui/window_test.h"
#include "ui/browser/notes_model.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"
#include "viewer/render/render.h"
#include "viewer/views/clip_view.h"

#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

namespace fleming::ui {

using testing::drag;
using testing::Fixture;

class ViewStateTest : public QObject {
    Q_OBJECT

    static viewer::SliceView* view(const Fixture& f) { return f.window->viewArea()->slicePage()->view(); }

    static void wheel(QWidget* on, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const QPointF middle = on->rect().center();
        QWheelEvent event(middle, on->mapToGlobal(middle), {}, QPoint(0, 120 * notches), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(on, &event);
    }

    static void clickRow(SeriesTree* tree, std::size_t row) {
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(tree->seriesRows()[row]).center());
    }

    static void clickTab(const Fixture& f, int tab) {
        auto* tabs = f.window->viewArea()->findChild<QTabBar*>();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    }

private Q_SLOTS:
    void makesInvertedEvidenceOfAnInvertedView() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        QTest::mouseClick(view(f), Qt::LeftButton);
        QTest::keyClick(view(f), Qt::Key_I);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        const viewer::Frame& frame = f.workspace->evidence().frames()[0];
        QVERIFY(frame.provenance.inverted);
        const auto* open = f.workspace->studies().find(f.workspace->studies().chosen());
        const viewer::RgbImage usual = viewer::render(
            *open->volume, viewer::slicePlane(open->series.geometry(), view(f)->plane(), view(f)->slice()),
            {view(f)->windowing()});
        QCOMPARE(usual.rgb.size(), frame.image.rgb.size());
        for (std::size_t i = 0; i < usual.rgb.size(); ++i)
            QCOMPARE(255 - usual.rgb[i], int{frame.image.rgb[i]});
        // The pixel in the middle of the view is that of the evidence.
        QTest::keyClick(view(f), Qt::Key_F);
        const QImage screen = view(f)->grabImage();
        const int shown = qGray(screen.pixel(screen.width() / 2, screen.height() / 2));
        const std::size_t middle =
            3 * static_cast<std::size_t>(frame.image.height / 2 * frame.image.width + frame.image.width / 2);
        QVERIFY2(std::abs(shown - frame.image.rgb[middle]) <= 4, qPrintable(QString::number(shown)));
        QVERIFY(f.evidenceStrip()->list()->item(0)->toolTip().contains(QStringLiteral("inverted")));
        f.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);  // evenly spaced evidence also looks as shown
        QTRY_VERIFY(f.workspace->evidence().frames().size() > 5);
        QVERIFY(f.workspace->evidence().frames().back().provenance.inverted);
    }

    void showsTheActiveTool() {
        Fixture f;
        QMenu* menu = f.window->viewArea()->slicePage()->toolMenu();
        QVERIFY(!menu->isEnabled());
        QVERIFY(f.openVolume());
        QVERIFY(menu->isEnabled());
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        const auto checked = [&] {
            QStringList names;
            for (const QAction* action : menu->actions()) {
                if (action->isChecked()) names << action->text();
            }
            return names.join(QLatin1Char(';'));
        };
        QCOMPARE(checked(), QStringLiteral("Window/level\tD"));
        const auto isShown = [&](const QString& name) {
            for (const auto* button : f.window->viewArea()->slicePage()->controls()->findChildren<QToolButton*>()) {
                if (button->menu() == menu) return button->isVisible() && button->text().contains(name);
            }
            return false;
        };
        QVERIFY(isShown(QStringLiteral("Window/level")));
        QTest::keyClick(view, Qt::Key_Z);
        QCOMPARE(checked(), QStringLiteral("Zoom\tZ"));
        QVERIFY(isShown(QStringLiteral("Zoom")));
        menu->actions().at(2)->trigger();
        QCOMPARE(view->activeTool(), std::string("pan"));
        QCOMPARE(checked(), QStringLiteral("Pan\tM"));
        QVERIFY(isShown(QStringLiteral("Pan")));
        f.window->viewArea()->showTab(true);
        QVERIFY(!menu->isEnabled());
        // A narrow page has no room for the button; the menu bar has the tools too.
        f.window->viewArea()->showTab(false);
        f.window->resize(682, 400);
        QTRY_VERIFY(!isShown(QStringLiteral("Pan")));
        f.window->resize(1280, 800);
        QTRY_VERIFY(isShown(QStringLiteral("Pan")));
    }

    void restoresThePositionOfAPlane() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        wheel(view(f), -3);
        const int slice = view(f)->slice();
        QVERIFY(slice != 6);
        f.press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(view(f)->plane(), viewer::Plane::sagittal);
        wheel(view(f), 4);
        const int sagittal = view(f)->slice();
        f.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(view(f)->slice(), slice);
        f.press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(view(f)->slice(), sagittal);
    }

    void restoresThePositionOfASeries() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        SeriesTree* list = f.studyPanel()->seriesTree();
        QTRY_COMPARE(list->seriesRows().size(), std::size_t{2});
        clickRow(list, 0);
        QTRY_COMPARE(view(f)->sliceCount(), 12);
        wheel(view(f), 3, Qt::ControlModifier);
        drag(view(f), Qt::MiddleButton, {30, -20});
        drag(view(f), Qt::LeftButton, {40, 30});
        QTest::keyClick(view(f), Qt::Key_I);
        f.press(Qt::Key_2, Qt::ControlModifier);
        wheel(view(f), -2);
        wheel(view(f), 2, Qt::ControlModifier);
        const auto places = view(f)->places();
        const auto window = std::get<viewer::Window>(view(f)->windowing());
        QCOMPARE(places.size(), std::size_t{2});
        QVERIFY(places.at(viewer::Plane::axial).zoomPan && places.at(viewer::Plane::coronal).zoomPan);

        clickRow(list, 1);
        QTRY_COMPARE(view(f)->sliceCount(), 1);
        QVERIFY(!view(f)->isInverted() && !view(f)->places().begin()->second.zoomPan);
        clickRow(list, 0);
        QTRY_COMPARE(view(f)->sliceCount(), 24);
        QCOMPARE(view(f)->plane(), viewer::Plane::coronal);
        QVERIFY(view(f)->places() == places);
        QVERIFY(std::get<viewer::Window>(view(f)->windowing()) == window);
        QVERIFY(view(f)->isInverted());
        clickTab(f, 1);
        clickTab(f, 0);
        QVERIFY(view(f)->places() == places);
    }

    void choosesASeriesThatIsOpenedAgain() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        const int volume = f.workspace->studies().chosen();
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        QTRY_VERIFY(f.workspace->studies().chosen() != volume);
        f.window->commands()->openPaths({f.folder.filePath(QStringLiteral("volume.nii"))});
        QTRY_COMPARE(f.workspace->studies().chosen(), volume);
        QCOMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(f.window->messageBar()->message().contains(QStringLiteral("already open")));
    }

    void listsManySkippedFilesQuickly() {
        /// Counts the calls of a view.
        class Counting : public NotesModel {
        public:
            using NotesModel::NotesModel;
            QVariant data(const QModelIndex& index, int role) const override {
                ++asked;
                return NotesModel::data(index, role);
            }
            mutable int asked = 0;
        };
        std::vector<Error> skipped;
        for (int i = 0; i < 200'000; ++i)
            skipped.emplace_back("file.empty", "/scans/" + std::to_string(i) + ".txt");
        Counting model;
        model.setContent({QStringLiteral("A note.")}, &skipped);
        QCOMPARE(model.rowCount(), 200'001);
        QCOMPARE(model.index(200'000, 0).data().toString(), QStringLiteral("199999.txt: The file is empty."));
        Fixture f;
        QListView* list = f.studyPanel()->notesList();
        list->setModel(&model);
        list->show();
        QTRY_VERIFY(model.asked > 0);
        QTest::qWait(300);
        list->scrollToBottom();
        QTest::qWait(100);
        QVERIFY2(model.asked < 20'000, qPrintable(QString::number(model.asked)));
        list->setModel(nullptr);
    }

    void theMiddleFitsInto420Pixels() {
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(1.5 * usual.pointSizeF());
        QApplication::setFont(large);
        {
            Fixture f;
            QVERIFY(f.openVolume(12));
            const auto widest = [&] {
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
                return std::max({f.window->viewArea()->minimumSizeHint().width(), f.window->viewArea()->minimumWidth(),
                                 f.evidenceStrip()->minimumSizeHint().width()});
            };
            QVERIFY2(widest() <= 420, qPrintable(QString::number(widest())));
            clickTab(f, 1);
            QVERIFY2(widest() <= 420, qPrintable(QString::number(widest())));
            f.window->commands()->openPaths(
                {QString::fromStdString(app::findSample("ultrasound.mp4").value().path.string())});
            QTRY_VERIFY(f.window->viewArea()->clipView()->isVisible() &&
                        f.window->viewArea()->clipView()->shownFrame() >= 0);
            QVERIFY2(widest() <= 420, qPrintable(QString::number(widest())));
        }
        QApplication::setFont(usual);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ViewStateTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "view_state_test.moc"
