// Measuring in the window: tools by key, menu and mouse, the list, undo, calibration, other planes and panes.
#include "app/privacy.h"
#include "tests/ui/mouse.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/window_test.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/measure/histogram_view.h"
#include "ui/measure/measured_views.h"
#include "ui/measure/measurement_panel.h"
#include "ui/measure/view_text_field.h"
#include "ui/views/pane_links.h"
#include "ui/window/commands.h"
#include "ui/window/panel_layout.h"
#include "viewer/render/tilted_slices.h"
#include "viewer/text/measurement_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::Mouse;
using testing::view;
using viewer::RoiShape;

class MeasureWindowTest : public QObject {
    Q_OBJECT

    static app::MeasurementList& list(const Fixture& f) { return f.workspace->measurements(); }
    static viewer::RoiBoard& board(const Fixture& f) { return area(f)->measuredViews().board(); }

    /// Where a pixel of the shown slice is in the view.
    static QPoint pointOf(const viewer::SliceView* view, double column, double row) {
        const viewer::SlicePlane plane = *view->shownPlane();
        const viewer::Roi roi{RoiShape::probe, {plane.toPatient(column, row), plane.right, plane.down}, {{0, 0}}};
        return view->placeOf(roi).toPoint();
    }

    /// Drags from one pixel of the slice to another.
    static void draw(Fixture& f, const viewer::SliceView* on, const QPointF& from, const QPointF& to) {
        Mouse(*f.window).drag(*on, pointOf(on, from.x(), from.y()), pointOf(on, to.x(), to.y()));
    }

    static bool isMeasured(const Fixture& f, std::size_t count) {
        return QTest::qWaitFor([&] {
            const auto& all = list(f).all();
            return all.size() == count && std::ranges::all_of(all, [&](const app::ListedMeasurement& each) {
                       return list(f).resultOf(each.id).measured.has_value();
                   });
        });
    }

    static const viewer::Measurement& last(const Fixture& f) {
        return *list(f).resultOf(list(f).all().back().id).measured;
    }

    static QAction* menuEntry(const Fixture& f, const QString& menu, const QString& text) {
        for (QAction* title : f.window->menuBar()->actions()) {
            if (title->text() != menu) continue;
            QMetaObject::invokeMethod(title->menu(), "aboutToShow");
            for (QAction* action : title->menu()->actions()) {
                if (action->text().section(QLatin1Char('\t'), 0, 0) == text) return action;
            }
        }
        return nullptr;
    }

    /// Inserts the selected measurement into the question.
    static void insertSelected(const Fixture& f) {
        QAction* selected = menuEntry(f, QStringLiteral("M&easure"), QStringLiteral("&Selected measurement"));
        QMetaObject::invokeMethod(selected->menu(), "aboutToShow");
        for (QAction* action : selected->menu()->actions()) {
            if (action->text().contains(QStringLiteral("question"))) action->trigger();
        }
    }

    static MeasurementPanel* panel(const Fixture& f) {
        return qobject_cast<MeasurementPanel*>(f.window->panelLayout()->widget(MeasurementPanel::kId));
    }

    static void clickRow(MeasurementPanel* in, int row) {
        QTreeWidget* tree = in->list();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          tree->visualItemRect(tree->topLevelItem(row)).center() -
                              QPoint(tree->visualItemRect(tree->topLevelItem(row)).width() / 2 - 30, 0));
    }

private Q_SLOTS:
    void cleanup() { app::Privacy::mode().setOn(false); }

    void eachToolDrawsByItsKeyAndStaysUntilEsc() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        const std::pair<Qt::Key, RoiShape> tools[] = {
            {Qt::Key_L, RoiShape::length},    {Qt::Key_B, RoiShape::bidirectional}, {Qt::Key_E, RoiShape::ellipse},
            {Qt::Key_Q, RoiShape::rectangle}, {Qt::Key_J, RoiShape::freehand},      {Qt::Key_P, RoiShape::probe}};
        double row = 2;
        std::size_t count = 0;
        for (const auto& [key, shape] : tools) {
            QTest::keyClick(on, key);
            draw(f, on, {2, row}, {8, row + 2.5});
            QCOMPARE(list(f).all().size(), ++count);
            QCOMPARE(list(f).all().back().roi.shape, shape);
            draw(f, on, {14, row}, {20, row + 2.5});  // the tool stays
            QCOMPARE(list(f).all().size(), ++count);
            row += 3.5;
        }
        QTest::keyClick(on, Qt::Key_Escape);
        QCOMPARE(on->activeTool(), "window");
        draw(f, on, {24, 4}, {28, 8});
        QCOMPARE(list(f).all().size(), count);
        QVERIFY(isMeasured(f, count));
    }

    void valuesAreThoseOfThePixels() {
        std::mt19937 random(5);
        Fixture f;
        std::vector<int> values(32 * 24 * 12);
        for (int& value : values)
            value = static_cast<int>(random() % 2000) - 1000;
        const QString path = testing::writeVolume(f.folder, QStringLiteral("random.nii"), 12, [&](int i, int j, int k) {
            return values[static_cast<std::size_t>((k * 24 + j) * 32 + i)];
        });
        f.window->commands()->openPaths({path});
        QTRY_COMPARE(view(f, 0)->sliceCount(), 12);
        viewer::SliceView* on = view(f, 0);
        QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume->complete());
        on->setFocus();
        QTest::keyClick(on, Qt::Key_Q);
        draw(f, on, {4, 5}, {20, 17});
        QVERIFY(isMeasured(f, 1));
        // Brute force over the voxels of the slice whose centres lie in the box.
        const viewer::Roi& roi = list(f).all().front().roi;
        const viewer::Volume& volume = *f.workspace->studies().chosenSeries()->volume;
        const viewer::SlicePlane plane = *on->shownPlane();
        double sum = 0;
        std::int64_t count = 0;
        for (int row = 0; row < plane.height; ++row) {
            for (int column = 0; column < plane.width; ++column) {
                const viewer::Vector3 mm = plane.toPatient(column, row);
                const viewer::Vector2 at = viewer::toPlane(roi.plane, mm);
                const auto& a = roi.points[0];
                const auto& b = roi.points[1];
                if (at[0] < std::min(a[0], b[0]) || at[0] > std::max(a[0], b[0]) || at[1] < std::min(a[1], b[1]) ||
                    at[1] > std::max(a[1], b[1]))
                    continue;
                const viewer::Vector3 voxel = volume.geometry().patientToVoxel(mm);
                sum += volume.value(static_cast<int>(std::lround(voxel[0])), static_cast<int>(std::lround(voxel[1])),
                                    static_cast<int>(std::lround(voxel[2])));
                ++count;
            }
        }
        QVERIFY(count > 100);
        QCOMPARE(last(f).statistics->count, count);
        QVERIFY(std::abs(last(f).statistics->mean - sum / static_cast<double>(count)) < 1e-9);
        const double width = std::abs(roi.points[1][0] - roi.points[0][0]);
        const double height = std::abs(roi.points[1][1] - roi.points[0][1]);
        QVERIFY(std::abs(*last(f).areaMm2 / (width * height) - 1) < 1e-9);
        // The label says so, and so does the list.
        QTRY_VERIFY(!board(f).rois().front().values.isEmpty());
        QCOMPARE(board(f).rois().front().values, viewer::measurementLines(RoiShape::rectangle, last(f)));
    }

    void lengthsAreTheSameUnderZoomFlipAndRotation() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        for (const Qt::Key key : {Qt::Key_F, Qt::Key_H, Qt::Key_Period, Qt::Key_V, Qt::Key_Plus}) {
            QTest::keyClick(on, key);
            const viewer::SlicePlane plane = *on->shownPlane();
            const double middleX = (plane.width - 1) / 2.0, middleY = (plane.height - 1) / 2.0;
            const QPoint from = pointOf(on, middleX - 4, middleY - 3), to = pointOf(on, middleX + 4, middleY + 3);
            Mouse(*f.window).drag(*on, from, to);
            QVERIFY(isMeasured(f, list(f).all().size()));
            // A pixel of the volume is 1 mm, one of the screen much less.
            const double pixel = 1 / on->camera()->pixelsPerMm;
            QVERIFY(std::abs(*last(f).lengthMm - 10) < 2 * pixel);
            list(f).remove({list(f).all().back().id});
        }
    }

    void anAnnotationIsMovedByItsHandleNudgedDeletedAndUndone() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {4, 6}, {14, 6});
        QTest::keyClick(on, Qt::Key_Escape);
        const viewer::Roi drawn = list(f).all().front().roi;
        // The window tool moves it too.
        draw(f, on, {14, 6}, {14, 16});
        const viewer::Roi bent = list(f).all().front().roi;
        QVERIFY(std::abs(std::hypot(bent.points[1][0] - drawn.points[1][0], bent.points[1][1] - drawn.points[1][1]) -
                         10) < 0.1);
        QCOMPARE(bent.points[0], drawn.points[0]);
        QVERIFY(board(f).selected());
        const int slice = on->slice();
        f.press(Qt::Key_Down);
        QCOMPARE(on->slice(), slice);
        QVERIFY(list(f).all().front().roi != bent);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list(f).all().front().roi, bent);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list(f).all().front().roi, drawn);
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list(f).all().front().roi, bent);
        f.press(Qt::Key_Delete);
        QVERIFY(list(f).all().empty());
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list(f).all().front().roi, bent);
        // Tab selects, Esc ends that, and then the arrow keys scroll again.
        f.press(Qt::Key_Tab);
        QCOMPARE(board(f).selected(), std::optional(list(f).all().front().id));
        f.press(Qt::Key_Escape);
        QVERIFY(!board(f).selected());
        f.press(Qt::Key_Down);
        QCOMPARE(on->slice(), slice + 1);
    }

    void aCopyGoesToTheNextSlice() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_E);
        draw(f, on, {4, 4}, {14, 12});
        const int slice = on->slice();
        f.press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list(f).all().size(), std::size_t{2});
        QCOMPARE(on->slice(), slice + 1);
        QVERIFY(isMeasured(f, 2));
        // Slices are 100 apart in this volume.
        const double first = list(f).resultOf(list(f).all()[0].id).measured->statistics->mean;
        QVERIFY(std::abs(last(f).statistics->mean - first - 100) < 1e-9);
        // At the last slice there is no next one.
        on->setSlice(11);
        board(f).select({});
        draw(f, on, {16, 4}, {26, 12});
        f.press(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list(f).all().size(), std::size_t{3});
    }

    void otherPlanesShowTheCut() {
        Fixture f;
        QVERIFY(f.openVolume());
        area(f)->showThreePlanes();
        QTRY_COMPARE(view(f, 1)->sliceCount(), 24);
        viewer::SliceView* axial = view(f, 0);
        axial->setFocus();
        QTest::keyClick(axial, Qt::Key_E);
        const int rows = axial->shownPlane()->height;
        QCOMPARE(rows, 24);
        draw(f, axial, {6, 6}, {20, 18});
        QVERIFY(isMeasured(f, 1));
        const viewer::Roi& roi = list(f).all().front().roi;
        viewer::SliceView* coronal = view(f, 1);
        int cuts = 0;
        for (int slice = 0; slice < coronal->sliceCount(); ++slice) {
            coronal->setSlice(slice);
            const auto shown = coronal->shownRois();
            QVERIFY(shown.has_value());
            QVERIFY(!viewer::liesIn(roi, shown->cut));
            cuts += viewer::cutBy(roi, shown->cut).empty() ? 0 : 1;
        }
        QVERIFY(cuts >= 11 && cuts <= 13);
        // It is seen: the coronal slice differs with and without it.
        coronal->setSlice(12);
        const QImage with = coronal->grabImage();
        list(f).undoStack().undo();
        QVERIFY(with != coronal->grabImage());
    }

    void theListShowsRenamesAndDeletes() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {4, 4}, {14, 4});
        on->setSlice(9);
        draw(f, on, {4, 8}, {14, 16});
        QVERIFY(isMeasured(f, 2));
        on->setSlice(0);
        f.press(Qt::Key_F8, Qt::ShiftModifier);
        MeasurementPanel* measurements = panel(f);
        QTRY_VERIFY(measurements->isVisible());
        QTreeWidget* tree = measurements->list();
        QTRY_COMPARE(tree->topLevelItemCount(), 2);
        QVERIFY(tree->topLevelItem(0)->text(2).contains(viewer::lengthText(*list(f).resultOf(1).measured)));
        clickRow(measurements, 1);
        QCOMPARE(on->slice(), 9);
        QCOMPARE(board(f).selected(), std::optional(2));
        // F2 renames.
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Lesion"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(list(f).find(2)->name, QStringLiteral("Lesion"));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Lesion\tLength")));
        QTest::keyClick(tree, Qt::Key_Delete);
        QCOMPARE(list(f).all().size(), std::size_t{1});
        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(list(f).all().size(), std::size_t{2});
        // The series has its name only without the privacy mode.
        const QString series = tree->topLevelItem(0)->text(4);
        QVERIFY(!series.isEmpty());
        app::Privacy::mode().setOn(true);
        QVERIFY(tree->topLevelItem(0)->text(4) != series);
    }

    void theHistogramCountsThePixelsOfTheSelectedRegion() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_E);
        draw(f, on, {4, 4}, {18, 18});
        QVERIFY(isMeasured(f, 1));
        f.press(Qt::Key_F8, Qt::ShiftModifier);
        HistogramView* histogram = panel(f)->histogram();
        QVERIFY(histogram->histogram().counts.empty());
        on->setFocus();
        f.press(Qt::Key_Tab);
        const auto counted = [&] {
            const auto& counts = histogram->histogram().counts;
            return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
        };
        QTRY_COMPARE(counted(), last(f).statistics->count);
        // The value of a voxel is 100 k + i: a bin for each column.
        QCOMPARE(histogram->histogram().width, 1.0);
        QCOMPARE(histogram->histogram().first, last(f).statistics->min - 0.5);
        f.press(Qt::Key_Escape);  // puts the tool down
        f.press(Qt::Key_Escape);  // ends the selection
        QTRY_COMPARE(counted(), std::int64_t{0});
    }

    void binsHoldAllValuesOnce() {
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            const bool whole = round % 2 == 0;
            std::normal_distribution<double> normal(0, std::pow(10.0, round % 7 - 2));
            std::vector<double> values(1 + random() % 300);
            for (double& value : values)
                value = whole ? std::round(normal(random)) : normal(random);
            const app::Histogram histogram = app::histogramOf(values, 64);
            QVERIFY(histogram.counts.size() >= 1 && histogram.counts.size() <= 64);
            QVERIFY(histogram.counts.front() > 0 && histogram.counts.back() > 0);
            std::int64_t all = 0;
            for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
                const double from = histogram.first + histogram.width * static_cast<double>(i);
                const bool isLast = i + 1 == histogram.counts.size();
                const auto inside = std::ranges::count_if(values, [&](double value) {
                    return value >= from - 1e-9 && (isLast || value < from + histogram.width - 1e-9);
                });
                if (whole) QCOMPARE(histogram.counts[i], static_cast<std::int64_t>(inside));
                all += histogram.counts[i];
            }
            QCOMPARE(all, static_cast<std::int64_t>(values.size()));
        }
    }

    void aMeasurementIsNamedInTheQuestion() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {4, 4}, {14, 4});
        QVERIFY(isMeasured(f, 1));
        f.press(Qt::Key_E, Qt::ControlModifier);  // the slice becomes Image-1
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        f.chatPanel()->composer()->box()->setPlainText(QStringLiteral("What is"));
        board(f).select(1);
        insertSelected(f);
        QCOMPARE(f.chatPanel()->composer()->box()->toPlainText(),
                 QStringLiteral("What is M1 (%1) on Image-1").arg(viewer::lengthText(last(f))));
    }

    void measurementsGoThroughAFile() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        for (const Qt::Key key : {Qt::Key_L, Qt::Key_E, Qt::Key_Q, Qt::Key_P}) {
            QTest::keyClick(on, key);
            const double row = 2 + 5 * static_cast<double>(list(f).all().size());
            draw(f, on, {4, row}, {10, row + 3});
        }
        QVERIFY(isMeasured(f, 4));
        const std::vector<app::ListedMeasurement> before = list(f).all();
        const QString file = f.folder.filePath(QStringLiteral("regions.json"));
        f.workspace->measurementFiles().save(file);
        QTRY_VERIFY(QFileInfo::exists(file));
        list(f).remove({1, 2, 3, 4});
        QVERIFY(list(f).all().empty());
        f.workspace->measurementFiles().load(file, f.workspace->studies().chosen());
        QTRY_COMPARE(list(f).all().size(), std::size_t{4});
        for (std::size_t i = 0; i < before.size(); ++i) {
            const app::ListedMeasurement& after = list(f).all()[i];
            QCOMPARE(after.name, before[i].name);
            QCOMPARE(after.colour, before[i].colour);
            QVERIFY(after.roi.shape == before[i].roi.shape);
            for (std::size_t point = 0; point < after.roi.points.size(); ++point) {
                const viewer::Vector3 a = viewer::toPatient(after.roi.plane, after.roi.points[point]);
                const viewer::Vector3 b = viewer::toPatient(before[i].roi.plane, before[i].roi.points[point]);
                QVERIFY(viewer::length({a[0] - b[0], a[1] - b[1], a[2] - b[2]}) < 1e-6);
            }
        }
        list(f).undoStack().undo();  // the import is one step
        QVERIFY(list(f).all().empty());
    }

    void aClosedSeriesKeepsItsMeasurements() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {4, 4}, {14, 4});
        QVERIFY(isMeasured(f, 1));
        const app::ListedMeasurement before = list(f).all().front();
        f.workspace->studies().closeAll();
        QCOMPARE(list(f).all().size(), std::size_t{1});
        QVERIFY(list(f).seriesOf(before) == nullptr);
        QVERIFY(f.openVolume());
        QVERIFY(list(f).seriesOf(list(f).all().front()) != nullptr);
        QCOMPARE(list(f).all().front(), before);
    }

    void anArrowAsksForItsText() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_W);
        draw(f, on, {4, 4}, {14, 10});
        auto* field = qobject_cast<ViewTextField*>(QApplication::focusWidget());
        QVERIFY(field != nullptr);
        QVERIFY(on->rect().contains(field->geometry()));
        QTest::keyClicks(field, QStringLiteral("a question, 1"));  // no keys of the view
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(list(f).all().front().note, QStringLiteral("a question, 1"));
        QTRY_VERIFY(on->hasFocus());
        QCOMPARE(on->activeTool(), "arrow-note");
        draw(f, on, {4, 14}, {14, 20});
        f.press(Qt::Key_Escape);  // drops the text, not the arrow
        QCOMPARE(list(f).all().size(), std::size_t{2});
        QVERIFY(list(f).all().back().note.isEmpty());
    }

    void aPictureIsCalibratedByALength() {
        Fixture f;
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("photo.png"))});
        QTRY_COMPARE(view(f, 0)->sliceCount(), 1);
        viewer::SliceView* on = view(f, 0);
        QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume &&
                    f.workspace->studies().chosenSeries()->volume->complete());
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {5, 10}, {25, 10});
        QVERIFY(isMeasured(f, 1));
        QVERIFY(!last(f).lengthMm);
        const double px = *last(f).lengthPx;
        QVERIFY(std::abs(px - 20) < 0.2);
        QVERIFY(list(f).canCalibrate(1));
        board(f).select(1);
        // The menu key opens the menu of the measurement under the pointer; here through the menu bar.
        QAction* selected = menuEntry(f, QStringLiteral("M&easure"), QStringLiteral("&Selected measurement"));
        QVERIFY(selected != nullptr && selected->isEnabled());
        QMetaObject::invokeMethod(selected->menu(), "aboutToShow");
        QAction* calibrate = nullptr;
        for (QAction* action : selected->menu()->actions()) {
            if (action->text().contains(QStringLiteral("Calibrate"))) calibrate = action;
        }
        QVERIFY(calibrate != nullptr);
        calibrate->trigger();
        auto* dialog = f.window->findChild<QInputDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->setDoubleValue(50);
        dialog->accept();
        QTRY_VERIFY(last(f).lengthMm.has_value());
        QVERIFY(std::abs(*last(f).lengthMm - 50) < 1e-9);
        QVERIFY(last(f).calibration.source == viewer::CalibrationSource::user);
        QVERIFY(board(f).rois().front().values.contains(viewer::calibrationText(viewer::CalibrationSource::user)));
        QTest::keyClick(on, Qt::Key_Q);
        draw(f, on, {5, 15}, {25, 25});
        QVERIFY(isMeasured(f, 2));
        const auto& box = list(f).all().back().roi.points;
        const double expected = std::abs((box[1][0] - box[0][0]) * (box[1][1] - box[0][1])) * 2500 / (px * px);
        QVERIFY(std::abs(*last(f).areaMm2 / expected - 1) < 1e-9);
        list(f).undoStack().undo();
        list(f).undoStack().undo();
        QTRY_VERIFY(!list(f).resultOf(1).measured->lengthMm);
    }

    void aVolumeWithPositionsIsNotCalibrated() {
        Fixture f;
        QVERIFY(f.openVolume());
        view(f, 0)->setFocus();
        QTest::keyClick(view(f, 0), Qt::Key_L);
        draw(f, view(f, 0), {4, 4}, {14, 4});
        QVERIFY(isMeasured(f, 1));
        QVERIFY(!list(f).canCalibrate(1));
    }

    void theMenuPicksToolsForAllPanes() {
        Fixture f;
        QVERIFY(f.openVolume());
        f.press(Qt::Key_2, Qt::AltModifier);
        QAction* cobb = menuEntry(f, QStringLiteral("M&easure"), QStringLiteral("Cobb angle"));
        QVERIFY(cobb != nullptr && cobb->isEnabled() && !cobb->isChecked());
        cobb->trigger();
        QCOMPARE(view(f, 0)->activeTool(), "cobb");
        QCOMPARE(view(f, 1)->activeTool(), "cobb");
        QVERIFY(menuEntry(f, QStringLiteral("M&easure"), QStringLiteral("Cobb angle"))->isChecked());
        QVERIFY(view(f, 0)->hasFocus());
        draw(f, view(f, 0), {4, 4}, {14, 6});
        draw(f, view(f, 0), {4, 16}, {14, 12});
        QVERIFY(isMeasured(f, 1));
        const double expected = (std::atan2(2, 10) + std::atan2(4, 10)) * 180 / M_PI;
        QVERIFY(std::abs(*last(f).angleDegrees - expected) < 1.5);  // of whole pixels of the screen
        // A double click draws, it does not maximise the pane.
        QTest::mouseDClick(view(f, 0), Qt::LeftButton, {}, view(f, 0)->rect().center());
        QVERIFY(!area(f)->isMaximised());
    }

    void anotherSeriesDropsWhatIsBeingDragged() {
        Fixture f;
        QVERIFY(f.openVolume());
        f.window->commands()->openPaths({testing::writeVolume(f.folder, QStringLiteral("other.nii"), 5)});
        QTRY_COMPARE(view(f, 0)->sliceCount(), 5);
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {4, 4}, {20, 4});
        QVERIFY(isMeasured(f, 1));
        QTest::keyClick(on, Qt::Key_Escape);
        const viewer::Roi before = list(f).all()[0].roi;
        Mouse mouse(*f.window);
        const QPoint from = pointOf(on, 12, 4), to = pointOf(on, 12, 12);
        mouse.press(*on, from);
        mouse.moveTo(*on, to);
        QVERIFY(!(board(f).shown().at(0).roi == before));
        QTest::keyClick(on, Qt::Key_BracketLeft);
        QTRY_COMPARE(view(f, 0)->sliceCount(), 12);
        mouse.release(*on, to);
        QVERIFY(list(f).all()[0].roi == before);
        QVERIFY(board(f).shown().at(0).roi == before);
    }

    void anObliqueImageIsNotTheSliceOfTheSameNumber() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume());
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, Qt::Key_L);
        draw(f, on, {4, 4}, {20, 4});
        QVERIFY(isMeasured(f, 1));
        QTest::keyClick(on, Qt::Key_Escape);
        const auto inserted = [&f] {
            f.composer()->box()->clear();
            insertSelected(f);
            return f.composer()->box()->toPlainText();
        };
        board(f).select(list(f).all()[0].id);
        on->setTilt(viewer::rotationAround({0, 0, 0}, {1, 0, 0}, 0.2));
        QTest::keyClick(on, Qt::Key_K);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        QVERIFY(f.workspace->evidence().frames()[0].provenance.oblique.has_value());
        QVERIFY(!inserted().contains(QStringLiteral("Image-")));
        on->setTilt({});
        QTest::keyClick(on, Qt::Key_K);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{2});
        QVERIFY2(inserted().contains(QStringLiteral("Image-2")), qPrintable(inserted()));
    }

    void labelsStayInTheViewOnBlackAndWhite() {
        for (const int grey : {-1000, 3000}) {
            Fixture f;
            f.window->commands()->openPaths(
                {testing::writeVolume(f.folder, QStringLiteral("flat.nii"), 3,
                                      [grey](int i, int, int) { return i == 0 ? (grey < 0 ? 3000 : -1000) : grey; })});
            QTRY_COMPARE(view(f, 0)->sliceCount(), 3);
            viewer::SliceView* on = view(f, 0);
            QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume->complete());
            on->setFocus();
            const QImage before = on->grabImage();
            QTest::keyClick(on, Qt::Key_E);
            draw(f, on, {22, 16}, {29, 22});  // near the corner
            QVERIFY(isMeasured(f, 1));
            QTRY_VERIFY(!board(f).rois().front().values.isEmpty());
            const QImage after = on->grabImage();
            // Light and dark pixels were drawn, whatever is below.
            int light = 0, dark = 0;
            for (int y = 0; y < after.height(); ++y) {
                for (int x = 0; x < after.width(); ++x) {
                    if (after.pixel(x, y) == before.pixel(x, y)) continue;
                    const int level = qGray(after.pixel(x, y));
                    light += level > 150 ? 1 : 0;
                    dark += level < 60 ? 1 : 0;
                }
            }
            QVERIFY2(light > 200 || grey > 0, qPrintable(QString::number(light)));
            QVERIFY2(dark > 200 || grey < 0, qPrintable(QString::number(dark)));
        }
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::MeasureWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "measure_window_test.moc"
