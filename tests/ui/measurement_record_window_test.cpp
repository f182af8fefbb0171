// What is measured in the window belongs to the session: recorded with the questions, and there when it is opened
// again.
#include "app/export/exporters.h"
#include "app/session/session.h"
#include "tests/ui/mouse.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/window_test.h"
#include "ui/measure/measured_views.h"
#include "ui/measure/measurement_panel.h"
#include "ui/window/commands.h"
#include "ui/window/panel_layout.h"

#include <QFile>
#include <QTreeWidget>
#include <QtTest>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::Mouse;
using testing::view;

class MeasurementRecordWindowTest : public QObject {
    Q_OBJECT

    static app::MeasurementList& list(const Fixture& f) { return f.workspace->measurements(); }
    static const std::vector<app::RecordedMeasurement>& recorded(const Fixture& f) {
        return f.workspace->session().measurements();
    }

    static QPoint pointOf(const viewer::SliceView* view, double column, double row) {
        const viewer::SlicePlane plane = *view->shownPlane();
        const viewer::Roi roi{
            viewer::RoiShape::probe, {plane.toPatient(column, row), plane.right, plane.down}, {{0, 0}}};
        return view->placeOf(roi).toPoint();
    }

    static void draw(Fixture& f, Qt::Key tool, const QPointF& from, const QPointF& to) {
        viewer::SliceView* on = view(f, 0);
        on->setFocus();
        QTest::keyClick(on, tool);
        Mouse(*f.window).drag(*on, pointOf(on, from.x(), from.y()), pointOf(on, to.x(), to.y()));
        QTest::keyClick(on, Qt::Key_Escape);
    }

    static QTreeWidget* rows(const Fixture& f) {
        return qobject_cast<MeasurementPanel*>(f.window->panelLayout()->widget(MeasurementPanel::kId))->list();
    }

    static app::SessionSnapshot snapshotOf(const QString& file) {
        return app::Session(file.toStdString(), app::Session::Access::read).snapshot();
    }

private Q_SLOTS:
    void theyAreRecordedWithTheQuestionAndComeBack() {
        QString file;
        std::vector<app::ListedMeasurement> before;
        std::vector<viewer::ShownRoi> shown;
        QTemporaryDir kept;
        const QString scan = testing::writeVolume(kept, QStringLiteral("scan.nii"), 12);
        {
            Fixture f;
            f.loadModel();
            f.window->commands()->openPaths({scan});
            QTRY_COMPARE(view(f, 0)->sliceCount(), 12);
            QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume->complete());
            draw(f, Qt::Key_L, {4, 6}, {14, 6});
            draw(f, Qt::Key_E, {16, 4}, {26, 14});
            draw(f, Qt::Key_Q, {2, 16}, {8, 20});
            QCOMPARE(list(f).all().size(), 3U);
            list(f).rename(1, QStringLiteral("Lesion"));
            QVERIFY(f.workspace->session().file().isEmpty());
            f.press(Qt::Key_E, Qt::ControlModifier);
            QVERIFY(f.ask(QStringLiteral("How large is it?")));
            f.model->say(inference::Channel::answer, "12 mm");
            f.model->finish();
            QVERIFY(f.finished());
            QTRY_COMPARE(recorded(f).size(), 3U);
            file = f.workspace->session().file();
            // Delete removes one, and the record says so.
            area(f)->measuredViews().board().select(3);
            view(f, 0)->setFocus();
            QTest::keyClick(view(f, 0), Qt::Key_Delete);
            QTRY_COMPARE(recorded(f).size(), 2U);
            before = list(f).all();
            shown = area(f)->measuredViews().board().rois();
        }
        const app::SessionSnapshot snapshot = snapshotOf(file);
        QCOMPARE(snapshot.measurements.size(), 2U);
        QVERIFY(snapshot.record && !snapshot.record->fault);
        QCOMPARE(snapshot.measurements[0].name, "Lesion");
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(snapshot.measurements[i].roi == before[i].roi);
        QVERIFY(snapshot.measurements[1].measured.statistics->count > 40);
        // What was deleted is in no export.
        QTemporaryDir out;
        for (const char* id : {"json", "csv"}) {
            const QString path = out.filePath(QLatin1String(id));
            app::exportTo(path.toStdString(), *app::findExporter(id), snapshot,
                          {.includePaths = true, .keepIdentity = true});
            QFile text(id == std::string("csv") ? path + QStringLiteral("/measurements.csv") : path);
            QVERIFY(text.open(QIODevice::ReadOnly));
            const QByteArray bytes = text.readAll();
            QVERIFY(bytes.contains("Lesion") && bytes.contains("\"M2\"") && !bytes.contains("\"M3\""));
        }

        Fixture f;
        f.workspace->session().open(file);
        QTRY_COMPARE(list(f).all().size(), 2U);
        QVERIFY(list(f).all() == before);
        QTRY_COMPARE(view(f, 0)->sliceCount(), 12);  // the scan is opened again
        QTRY_VERIFY(f.workspace->studies().chosenSeries()->volume->complete());
        const auto& rois = area(f)->measuredViews().board().rois();
        QCOMPARE(rois.size(), shown.size());
        for (std::size_t i = 0; i < rois.size(); ++i) {
            QVERIFY(rois[i].roi == shown[i].roi);
            QCOMPARE(rois[i].name, shown[i].name);
            QCOMPARE(rois[i].values, shown[i].values);
            QCOMPARE(rois[i].space, shown[i].space);
        }
        QCOMPARE(rows(f)->topLevelItemCount(), 2);
        QCOMPARE(rows(f)->topLevelItem(0)->text(0), QStringLiteral("Lesion"));
        // There is nothing to undo; what is done now can be.
        view(f, 0)->setFocus();
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(list(f).all() == before);
        draw(f, Qt::Key_L, {2, 20}, {12, 20});
        QCOMPARE(list(f).all().size(), 3U);
        QCOMPARE(list(f).all().back().name, QStringLiteral("M4"));
        view(f, 0)->setFocus();
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(list(f).all() == before);
        QTest::qWait(700);
        QCOMPARE(recorded(f).size(), 2U);
        // Another session has others.
        f.workspace->session().startNew();
        QVERIFY(list(f).all().empty());
        QCOMPARE(rows(f)->topLevelItemCount(), 0);
        QVERIFY(area(f)->measuredViews().board().rois().empty());
    }

    void nothingIsRecordedWhileAHandleIsDragged() {
        Fixture f;
        QVERIFY(f.openVolume());
        f.workspace->session().open(f.folder.filePath(QStringLiteral("a.fleming")));
        QTRY_VERIFY(!f.workspace->session().file().isEmpty());
        draw(f, Qt::Key_L, {4, 6}, {14, 6});
        QTRY_COMPARE(recorded(f).size(), 1U);
        const viewer::Roi drawn = recorded(f)[0].roi;
        viewer::SliceView* on = view(f, 0);
        const QPoint end = pointOf(on, 14, 6), target = pointOf(on, 20, 9);
        QTest::mousePress(on, Qt::LeftButton, {}, end);
        QTest::mouseMove(on, (end + target) / 2);
        QTest::mouseMove(on, target);
        QTest::qWait(700);
        QVERIFY(recorded(f)[0].roi == drawn);
        QTest::mouseRelease(on, Qt::LeftButton, {}, target);
        QTRY_VERIFY(recorded(f)[0].roi != drawn);
        QVERIFY(recorded(f)[0].roi == list(f).all()[0].roi);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::MeasurementRecordWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "measurement_record_window_test.moc"
