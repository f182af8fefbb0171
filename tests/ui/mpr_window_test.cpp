// Multiplanar reformats: planes turned by their lines, slabs, and what becomes of them in the evidence.
#include "app/evidence/evidence.h"
#include "app/evidence/provenance_json.h"
#include "app/studies/samples.h"
#include "tests/ui/pane_testing.h"
#include "tests/ui/ui_testing.h"
#include "tests/ui/window_test.h"
#include "tests/viewer/view_testing.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "viewer/layers/plane_grips.h"
#include "viewer/render/tilted_slices.h"
#include "viewer/views/slice_view.h"

#include <QMenu>
#include <QtTest>

#include <cmath>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::view;
using viewer::dot;

class MprWindowTest : public QObject {
    Q_OBJECT

    static constexpr std::size_t kAxial = 0, kCoronal = 1, kSagittal = 2;

    /// Opens a head in three planes and the volume.
    static bool openThreePlanes(Fixture& f) {
        f.window->commands()->openPaths({QString::fromStdString(app::findSample("mr_head.nii.gz")->path.string())});
        if (!QTest::qWaitFor([&] { return view(f, 0)->sliceCount() == 40; })) return false;
        f.press(Qt::Key_5, Qt::AltModifier);
        return QTest::qWaitFor([&] {
            return area(f)->panes().size() == 4 && view(f, kSagittal)->sliceCount() == 192 &&
                   f.workspace->studies().find(area(f)->activePane()->seriesId())->volume->complete();
        });
    }

    /// Returns the point of a pane where the slice of another one crosses it, `mm` from the middle of the view along
    /// the line.
    static QPoint onLine(const Fixture& f, std::size_t pane, std::size_t other, double pixels) {
        const auto line = viewer::crossingLine(*view(f, other)->shownPlane(), *view(f, pane)->shownPlane());
        const auto camera = *view(f, pane)->camera();
        const viewer::SlicePlane plane = *view(f, pane)->shownPlane();
        const auto toView = [&](const viewer::Vector3& mm) {
            const viewer::Vector3 from{mm[0] - camera.centre[0], mm[1] - camera.centre[1], mm[2] - camera.centre[2]};
            const QPointF middle(view(f, pane)->width() / 2.0, view(f, pane)->height() / 2.0);
            return middle + camera.pixelsPerMm * QPointF(dot(from, plane.right), dot(from, plane.down));
        };
        const QLineF shown(toView(line->first), toView(line->second));
        const QPointF along = (shown.p2() - shown.p1()) / shown.length();
        const QPointF middle(view(f, pane)->width() / 2.0, view(f, pane)->height() / 2.0);
        const QPointF pivot = shown.p1() + QPointF::dotProduct(middle - shown.p1(), along) * along;
        return (pivot + pixels * along).toPoint();
    }

    static double handle(const Fixture& f, std::size_t pane) {
        return 0.3 * std::min(view(f, pane)->width(), view(f, pane)->height());
    }

    /// Makes a pane active, whose controls may take another height, so that the panes have their places.
    static void settle(const Fixture& f, std::size_t pane) {
        view(f, pane)->setFocus();
        QTest::qWait(50);
    }

    static viewer::Vector3 normal(const Fixture& f, std::size_t pane) { return view(f, pane)->shownPlane()->normal(); }

private Q_SLOTS:
    void aLineTurnsThePlanesOfTheOtherPanes() {
        Fixture f;
        QVERIFY(openThreePlanes(f));
        const viewer::Vector3 axial = normal(f, kAxial);
        const QPoint at = onLine(f, kAxial, kCoronal, handle(f, kAxial));
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, at, at + QPoint(0, 30));
        QVERIFY(!view(f, kAxial)->isTilted());
        QVERIFY(view(f, kCoronal)->isTilted());
        QVERIFY(view(f, kSagittal)->isTilted());
        // Right angles stay right; the middle of the views stays where it was.
        QCOMPARE(normal(f, kAxial), axial);
        QVERIFY(std::abs(dot(normal(f, kCoronal), axial)) < 1e-12);
        QVERIFY(std::abs(dot(normal(f, kCoronal), normal(f, kSagittal))) < 1e-12);
        QVERIFY(std::abs(normal(f, kCoronal)[0]) > 0.1);
        // Double oblique: a line in the turned pane.
        const QPoint next = onLine(f, kCoronal, kAxial, handle(f, kCoronal));
        viewer::test::drag(*view(f, kCoronal), Qt::LeftButton, next, next + QPoint(0, 30));
        QVERIFY(view(f, kAxial)->isTilted());
        QVERIFY(std::abs(dot(normal(f, kAxial), normal(f, kCoronal))) < 1e-12);
        QVERIFY(std::abs(dot(normal(f, kAxial), normal(f, kSagittal))) < 1e-12);
        // One key makes them straight again.
        view(f, kSagittal)->setFocus();
        QTest::keyClick(view(f, kSagittal), Qt::Key_Backspace);
        for (const std::size_t pane : {kAxial, kCoronal, kSagittal})
            QVERIFY(!view(f, pane)->isTilted());
    }

    void aLineMovesItsPlane() {
        Fixture f;
        QVERIFY(openThreePlanes(f));
        const int coronal = view(f, kCoronal)->slice(), sagittal = view(f, kSagittal)->slice();
        const QPoint at = onLine(f, kAxial, kCoronal, 30);
        const viewer::Window before = std::get<viewer::Window>(view(f, kAxial)->windowing());
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, at, at + QPoint(0, 20));
        QVERIFY(view(f, kCoronal)->slice() != coronal);
        QCOMPARE(view(f, kSagittal)->slice(), sagittal);
        QVERIFY(!view(f, kCoronal)->isTilted());
        QCOMPARE(std::get<viewer::Window>(view(f, kAxial)->windowing()), before);
        // Where the lines meet, both planes move.
        QLineF one(onLine(f, kAxial, kCoronal, -50), onLine(f, kAxial, kCoronal, 50));
        QLineF other(onLine(f, kAxial, kSagittal, -50), onLine(f, kAxial, kSagittal, 50));
        QPointF cross;
        QVERIFY(one.intersects(other, &cross) != QLineF::NoIntersection);
        const int moved = view(f, kCoronal)->slice();
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, cross.toPoint(), cross.toPoint() + QPoint(25, -10));
        QVERIFY(view(f, kCoronal)->slice() != moved);
        QVERIFY(view(f, kSagittal)->slice() != sagittal);
        // Away from lines, and with another tool, the left button has its tool.
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, at + QPoint(20, -40), at + QPoint(50, -40));
        QVERIFY(std::get<viewer::Window>(view(f, kAxial)->windowing()) != before);
        const int now = view(f, kCoronal)->slice();
        QTest::keyClick(view(f, kAxial), Qt::Key_Z);
        const QPoint again = onLine(f, kAxial, kCoronal, 30);
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, again, again + QPoint(0, 20));
        QCOMPARE(view(f, kCoronal)->slice(), now);
    }

    void aSlabIsAsThickAsItsEdgeIsDragged() {
        Fixture f;
        QVERIFY(openThreePlanes(f));
        view(f, kCoronal)->setFocus();
        QTest::keyClick(view(f, kCoronal), Qt::Key_T);
        QCOMPARE(view(f, kCoronal)->slab(), (viewer::Slab{10.0, viewer::SlabMode::maximum}));
        settle(f, kAxial);
        const double perMm = view(f, kAxial)->camera()->pixelsPerMm;
        const QPoint at = onLine(f, kAxial, kCoronal, 30);
        const QPoint edge = at + QPoint(0, qRound(5 * perMm));
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, edge, at + QPoint(0, qRound(20 * perMm)));
        QVERIFY(view(f, kCoronal)->slab());
        QVERIFY(std::abs(view(f, kCoronal)->slab()->mm - 40) < 3 / perMm);
        QTest::keyClick(view(f, kCoronal), Qt::Key_T);
        QVERIFY(!view(f, kCoronal)->slab());
        // The key shows the last one again.
        QTest::keyClick(view(f, kCoronal), Qt::Key_T);
        QVERIFY(view(f, kCoronal)->slab()->mm > 30);
    }

    void evidenceOfObliquePlanesCanBeMadeAnew() {
        Fixture f;
        QVERIFY(openThreePlanes(f));
        const QPoint at = onLine(f, kAxial, kCoronal, handle(f, kAxial));
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, at, at + QPoint(0, 30));
        QTest::mouseClick(view(f, kCoronal), Qt::LeftButton, {}, QPoint(15, view(f, kCoronal)->height() / 3));
        QTest::keyClick(view(f, kCoronal), Qt::Key_T);
        QTest::keyClick(view(f, kCoronal), Qt::Key_Down);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{1});
        const viewer::Frame frame = f.workspace->evidence().frames()[0];
        QVERIFY(frame.provenance.oblique);
        QCOMPARE(frame.provenance.slab, view(f, kCoronal)->slab());
        const viewer::SlicePlane plane = *view(f, kCoronal)->shownPlane();
        // It is the plane of the view, without the margins.
        viewer::SlicePlane part = cropped(f.workspace->studies().series()[0].series.geometry(), plane);
        part.slab.reset();
        QVERIFY(*frame.provenance.oblique == part);
        QVERIFY(frame.provenance.width < plane.width || frame.provenance.height < plane.height);
        // The record gives the same pixels.
        const viewer::Provenance read = app::provenanceFromJson(app::toJson(frame.provenance));
        QVERIFY(isSameFrame(read, frame.provenance));
        app::Selection selection;
        selection.obliques = {*read.oblique};
        selection.slab = read.slab;
        selection.windowing = *read.window;
        const auto made = app::collectEvidence(f.workspace->studies().series()[0].series, selection);
        QCOMPARE(made.at(0).provenance.pixelsSha256, frame.provenance.pixelsSha256);
        // Going to the image shows the plane again.
        QTest::keyClick(view(f, kCoronal), Qt::Key_Backspace);
        area(f)->goTo(area(f)->activePane()->seriesId(), frame.provenance);
        const viewer::SlicePlane shown = *area(f)->slicePage()->view()->shownPlane();
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(std::abs(shown.right[c] - plane.right[c]) < 1e-9 && std::abs(shown.down[c] - plane.down[c]) < 1e-9);
        const viewer::Vector3 from{plane.origin[0] - shown.origin[0], plane.origin[1] - shown.origin[1],
                                   plane.origin[2] - shown.origin[2]};
        QVERIFY(std::abs(dot(from, shown.normal())) < 1e-6);
        // Evenly spaced ones are parallel.
        f.workspace->evidence().clear();
        const auto pick = area(f)->evenPick(5);
        QCOMPARE(pick.obliques.size(), std::size_t{5});
        for (const viewer::SlicePlane& each : pick.obliques)
            QVERIFY(std::abs(dot(each.normal(), plane.normal()) - 1) < 1e-9);
    }

    void theViewOfASeriesKeepsItsPlanes() {
        Fixture f;
        QVERIFY(openThreePlanes(f));
        const QPoint at = onLine(f, kAxial, kCoronal, handle(f, kAxial));
        viewer::test::drag(*view(f, kAxial), Qt::LeftButton, at, at + QPoint(0, 30));
        QTest::mouseClick(view(f, kCoronal), Qt::LeftButton, {}, QPoint(15, view(f, kCoronal)->height() / 3));
        const viewer::SlicePlane before = *view(f, kCoronal)->shownPlane();
        const app::View kept = area(f)->panes()[kCoronal]->currentView();
        area(f)->panes()[kCoronal]->slicePage()->clear();
        app::OpenSeries open = *f.workspace->studies().find(area(f)->panes()[kAxial]->seriesId());
        open.view = kept;
        area(f)->panes()[kCoronal]->slicePage()->setSeries(open);
        QVERIFY(*view(f, kCoronal)->shownPlane() == before);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::MprWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "mpr_window_test.moc"
