// How panes are arranged when a study is opened, and going through the time points of a scan.
#include "app/settings.h"
#include "app/translations.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/patient_files.h"
#include "tests/ui/window_test.h"
#include "ui/browser/series_tree.h"
#include "ui/browser/study_panel.h"
#include "ui/window/commands.h"

#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QRandomGenerator>
#include <QSet>
#include <QWheelEvent>
#include <QtTest>

#include <cstring>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::shown;
using testing::view;

class StudyLayoutTest : public QObject {
    Q_OBJECT

    /// Writes a study with a series for each number of slices, in this order; a negative number is a localizer.
    static QStringList writeStudy(const QTemporaryDir& folder, const std::string& study, const std::vector<int>& slices,
                                  const std::string& patient = "Doe^Jane", const std::string& id = "P-17") {
        QStringList all;
        for (std::size_t i = 0; i < slices.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            const QStringList paths =
                testing::writeSeries(folder, study + "." + number, std::abs(slices[i]), patient, study + ".9");
            for (const QString& path : paths) {
                DcmFileFormat file;
                file.loadFile(path.toUtf8().constData());
                DcmDataset& data = *file.getDataset();
                data.putAndInsertString(DCM_StudyInstanceUID, study.c_str());
                data.putAndInsertString(DCM_SeriesNumber, number.c_str());
                data.putAndInsertString(DCM_PatientID, id.c_str());
                if (slices[i] < 0) data.putAndInsertString(DCM_ImageType, "ORIGINAL\\PRIMARY\\LOCALIZER");
                file.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit);
            }
            all += paths;
        }
        return all;
    }

    static void open(Fixture& f, const QStringList& paths) {
        f.window->commands()->openPaths(paths);
        QTRY_VERIFY(!f.workspace->studies().isOpening());
    }

    /// Writes a volume with the same slices at several times, each brighter than the one before.
    static QString writeTimePoints(const QTemporaryDir& folder, int times) {
        const QString path = testing::writeVolume(folder, QStringLiteral("perfusion.nii"), 6);
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite)) qFatal("cannot read %s", qPrintable(path));
        QByteArray bytes = file.readAll();
        const QByteArray voxels = bytes.mid(352);
        const std::int16_t dimensions = 4, count = static_cast<std::int16_t>(times);
        std::memcpy(bytes.data() + 40, &dimensions, 2);
        std::memcpy(bytes.data() + 48, &count, 2);
        bytes[123] = char{2 + 8};  // mm and s
        for (int time = 1; time < times; ++time)
            bytes += voxels;
        file.seek(0);
        file.write(bytes);
        return path;
    }

    static void altWheel(viewer::SliceView* on, int notches) {
        const QPointF at = on->rect().center();
        // Qt gives a wheel that is turned with Alt the other axis.
        QWheelEvent event(at, on->mapToGlobal(at), {}, QPoint(120 * notches, 0), Qt::NoButton, Qt::AltModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(on, &event);
    }

    /// Appends the entries of a menu and of its menus whose letter an earlier entry has.
    static void listTwice(const QString& menu, const QList<QAction*>& entries, QStringList& twice) {
        QSet<QString> letters;
        for (const QAction* action : entries) {
            if (!action->isVisible() || action->isSeparator()) continue;
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            if (!letter.isEmpty() && letters.contains(letter)) twice << menu + QLatin1String(" > ") + action->text();
            letters.insert(letter);
            if (QMenu* sub = action->menu()) {
                Q_EMIT sub->aboutToShow();
                listTwice(action->text(), sub->actions(), twice);
            }
        }
    }

private Q_SLOTS:
    void init() { app::settings::setArrangesStudies(true); }

    void theGridHasRoomForAllAndTheLargestImages() {
        QRandomGenerator random(QRandomGenerator::global()->generate());
        for (int i = 0; i < 2000; ++i) {
            const int series = random.bounded(0, 20);
            const QSize room(random.bounded(1, 2500), random.bounded(1, 1500));
            const PaneGrid grid = gridFor(series, room);
            const auto fits = [&](int rows, int columns) {
                return (rows == 1 || room.height() / rows >= kShortestSide) &&
                       (columns == 1 || room.width() / columns >= kShortestSide);
            };
            QVERIFY(fits(grid.rows, grid.columns));
            for (int rows = 1; rows <= PaneGrid::kMost; ++rows) {
                for (int columns = 1; columns <= PaneGrid::kMost; ++columns) {
                    if (!fits(rows, columns)) continue;
                    const auto side = [&](int r, int c) { return std::min(room.width() / c, room.height() / r); };
                    const int count = rows * columns;
                    if (grid.count() < series) {
                        QVERIFY(count <= grid.count());
                    } else if (count >= series) {
                        QVERIFY(side(rows, columns) <= side(grid.rows, grid.columns));
                    }
                }
            }
        }
        QCOMPARE(gridFor(4, {1400, 800}), (PaneGrid{2, 2}));
        QCOMPARE(gridFor(2, {1400, 800}), (PaneGrid{1, 2}));
        QCOMPARE(gridFor(2, {400, 900}), (PaneGrid{2, 1}));
        QCOMPARE(gridFor(9, {300, 300}), (PaneGrid{1, 1}));
    }

    void aStudyGetsAPaneForEachSeriesLocalizersLast() {
        Fixture f;
        f.window->resize(1800, 1200);
        open(f, writeStudy(f.folder, "1.2.1", {-3, 10, 8, 6}));
        QTRY_COMPARE(shown(f), (std::vector{10, 8, 6, 3}));
        QCOMPARE(f.workspace->studies().chosen(), area(f)->activePane()->seriesId());
        QCOMPARE(area(f)->activePane(), area(f)->panes()[0]);
        // A single series with a localizer gets all the room.
        f.workspace->studies().closeAll();
        open(f, writeStudy(f.folder, "1.2.2", {-3, 11}));
        QTRY_COMPARE(shown(f), (std::vector{11}));
    }

    void theLayoutOfTheUserStays() {
        Fixture f;
        f.window->resize(1800, 1200);
        open(f, writeStudy(f.folder, "1.2.1", {10, 8, 6}));
        QTRY_COMPARE(shown(f), (std::vector{10, 8, 6, 0}));
        f.press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(shown(f), (std::vector{10}));
        open(f, writeStudy(f.folder, "1.2.2", {7, 9}, "Roe^Max", "P-18"));
        QTRY_COMPARE(shown(f), (std::vector{7}));
        f.press(Qt::Key_0, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{7, 9}));
        // From then on they are arranged again: also for a patient who is chosen in the list.
        SeriesTree* tree = f.studyPanel()->seriesTree();
        for (QTreeWidgetItem* row : tree->seriesRows()) {
            if (f.workspace->studies().find(SeriesTree::seriesOf(row)[0])->series.geometry().size[2] == 8)
                tree->setCurrentItem(row);
        }
        QTRY_COMPARE(shown(f), (std::vector{10, 8, 6, 0}));
        QCOMPARE(area(f)->activePane(), area(f)->panes()[1]);
    }

    void theSettingLeavesOnePane() {
        app::settings::setArrangesStudies(false);
        Fixture f;
        f.window->resize(1800, 1200);
        open(f, writeStudy(f.folder, "1.2.1", {10, 8, 6}));
        QTRY_COMPARE(shown(f), (std::vector{10}));
    }

    void keysAndTheWheelGoThroughTime() {
        Fixture f;
        open(f, {writeTimePoints(f.folder, 3)});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{3});
        QTRY_COMPARE(shown(f), (std::vector{6}));
        const auto time = [&f] { return f.workspace->studies().chosenSeries()->series.description.parts[0].value; };
        QCOMPARE(time(), std::string("1"));
        view(f, 0)->setFocus();
        view(f, 0)->setSlice(4);
        f.press(Qt::Key_Right);
        QCOMPARE(time(), std::string("2"));
        QTRY_COMPARE(view(f, 0)->sliceCount(), 6);
        QCOMPARE(view(f, 0)->slice(), 4);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_Right);  // the last one stays
        QCOMPARE(time(), std::string("3"));
        QTRY_COMPARE(view(f, 0)->sliceCount(), 6);
        QCOMPARE(view(f, 0)->slice(), 4);
        altWheel(view(f, 0), 1);
        QCOMPARE(time(), std::string("2"));
        f.press(Qt::Key_Left);
        QCOMPARE(time(), std::string("1"));
        QTRY_COMPARE(view(f, 0)->sliceCount(), 6);
        f.press(Qt::Key_Down);
        QCOMPARE(view(f, 0)->slice(), 5);
    }

    void withoutTimeTheKeysScroll() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        view(f, 0)->setFocus();
        view(f, 0)->setSlice(4);
        f.press(Qt::Key_Right);
        QCOMPARE(view(f, 0)->slice(), 5);
        altWheel(view(f, 0), -1);
        QCOMPARE(view(f, 0)->slice(), 6);
        f.press(Qt::Key_Left);
        QCOMPARE(view(f, 0)->slice(), 5);
    }

    void aKeyImageIsEvidence() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        view(f, 0)->setFocus();
        view(f, 0)->setSlice(4);
        f.press(Qt::Key_K);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QCOMPARE(f.workspace->evidence().frames()[0].provenance.index, 4);
    }

    /// Two entries of a menu with one letter take turns, which nobody expects.
    void noTwoEntriesOfAMenuHaveOneLetter_data() {
        QTest::addColumn<QString>("language");
        for (const app::Language& language : app::languages())
            QTest::newRow(qPrintable(language.code)) << language.code;
    }
    void noTwoEntriesOfAMenuHaveOneLetter() {
        QFETCH(const QString, language);
        app::installTranslations(*qApp, QLocale(language));  // last: translators stay installed
        Fixture f;
        QVERIFY(f.openVolume(12));
        QStringList twice;
        listTwice(QStringLiteral("menu bar"), f.window->menuBar()->actions(), twice);
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QStringLiteral("; "))));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::StudyLayoutTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "study_layout_test.moc"
