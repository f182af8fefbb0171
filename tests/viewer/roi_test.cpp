// Measured regions: how they are drawn, hit, dragged and cut, and the tool that draws them.
#include "viewer/rois/roi_board.h"
#include "viewer/rois/roi_slice.h"
#include "viewer/tools/roi_tool.h"

#include <QSignalSpy>

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

namespace fleming::viewer {
namespace {

using enum RoiShape;

constexpr RoiShape kShapes[] = {length,  angle,   cobb,     bidirectional, rectangle,
                                ellipse, polygon, freehand, probe,         arrow};

double distanceOf(const Vector2& a, const Vector2& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1]);
}

/// A region with points at random within 100 mm.
Roi randomRoi(RoiShape shape, std::mt19937& random) {
    std::uniform_real_distribution<double> mm(-50, 50);
    Roi roi{shape, {}, {}};
    const int count = pointCount(shape) == 0 ? 6 : pointCount(shape);
    for (int i = 0; i < count; ++i)
        roi.points.push_back({mm(random), mm(random)});
    if (shape == bidirectional) roi.points = diameters(roi.points[0], roi.points[1]);
    return roi;
}

TEST(RoiGeometry, PlanesMapPointsToThePatientAndBack) {
    const RoiPlane plane{{10, 20, 30}, {0, 0.6, 0.8}, {1, 0, 0}};
    const Vector3 mm = toPatient(plane, {5, 2});
    EXPECT_DOUBLE_EQ(mm[0], 12);
    EXPECT_DOUBLE_EQ(mm[1], 23);
    EXPECT_DOUBLE_EQ(mm[2], 34);
    const Vector2 point = toPlane(plane, mm);
    EXPECT_NEAR(point[0], 5, 1e-12);
    EXPECT_NEAR(point[1], 2, 1e-12);
}

TEST(RoiGeometry, AHandleIsOnTheOutlineAndFollowsADrag) {
    std::mt19937 random(7);
    for (const RoiShape shape : kShapes) {
        for (int round = 0; round < 20; ++round) {
            const Roi roi = randomRoi(shape, random);
            const std::vector<Vector2> grips = handles(roi);
            EXPECT_EQ(grips.empty(), shape == freehand);
            for (std::size_t i = 0; i < grips.size(); ++i) {
                // The corners of the box of an ellipse are not on its line.
                const double distance = distanceToOutline(roi, grips[i]);
                EXPECT_TRUE(shape == ellipse || distance < 1e-9) << distance;
                const Roi moved = dragged(roi, static_cast<int>(i), {3, -4});
                if (shape == bidirectional && i >= 2) continue;  // below
                EXPECT_NEAR(handles(moved)[i][0], grips[i][0] + 3, 1e-9) << static_cast<int>(shape) << i;
                EXPECT_NEAR(handles(moved)[i][1], grips[i][1] - 4, 1e-9) << static_cast<int>(shape) << i;
            }
            const Roi moved = dragged(roi, {}, {3, -4});
            for (std::size_t i = 0; i < roi.points.size(); ++i)
                EXPECT_NEAR(distanceOf(moved.points[i], roi.points[i]), 5, 1e-9);
        }
    }
}

TEST(RoiGeometry, TheShortDiameterStaysPerpendicular) {
    std::mt19937 random(8);
    std::uniform_real_distribution<double> mm(-20, 20);
    for (int round = 0; round < 200; ++round) {
        Roi roi = randomRoi(bidirectional, random);
        for (int step = 0; step < 5; ++step)
            roi = dragged(roi, static_cast<int>(random() % 4), {mm(random), mm(random)});
        const Vector2 along{roi.points[1][0] - roi.points[0][0], roi.points[1][1] - roi.points[0][1]};
        const Vector2 across{roi.points[3][0] - roi.points[2][0], roi.points[3][1] - roi.points[2][1]};
        EXPECT_NEAR(along[0] * across[0] + along[1] * across[1], 0, 1e-6);
    }
}

TEST(RoiGeometry, APlaneCutsAnEllipseInItsChord) {
    const Roi roi{ellipse, {}, {{-20, -10}, {20, 10}}};
    for (const double x : {-19.0, -7.5, 0.0, 3.0, 15.0}) {
        const auto cuts = cutBy(roi, {{x, 0, 0}, {1, 0, 0}, 0.5});
        ASSERT_EQ(cuts.size(), 1U);
        const double half = 10 * std::sqrt(1 - x * x / 400);
        EXPECT_NEAR(std::abs(cuts[0].first[1]), half, 0.1);
        EXPECT_NEAR(cuts[0].first[1], -cuts[0].second[1], 1e-9);
        EXPECT_NEAR(cuts[0].first[0], x, 1e-9);
    }
    EXPECT_TRUE(cutBy(roi, {{21, 0, 0}, {1, 0, 0}, 0.5}).empty());
    EXPECT_TRUE(cutBy(roi, {{0, 0, 0}, {0, 0, 1}, 0.5}).empty()) << "it lies in that plane";
}

TEST(RoiGeometry, ASlantedPlaneCutsAConcavePolygonInPieces) {
    // A comb with two teeth: the line y = 5 crosses both.
    const Roi roi{polygon, {}, {{0, 0}, {30, 0}, {30, 10}, {20, 10}, {20, 2}, {10, 2}, {10, 10}, {0, 10}}};
    const double half = std::sqrt(0.5);
    const auto cuts = cutBy(roi, {{0, 5, 0}, {0, half, half}, 0.5});
    ASSERT_EQ(cuts.size(), 2U);
    double together = 0;
    for (const auto& [from, to] : cuts)
        together += std::abs(to[0] - from[0]);
    EXPECT_NEAR(together, 20, 1e-9);
}

TEST(RoiGeometry, ALineIsCutToThePartWithinTheSlice) {
    const Roi roi{RoiShape::length, {}, {{0, 0}, {30, 40}}};  // 50 mm, rises 0.6 along x
    const auto cuts = cutBy(roi, {{15, 0, 0}, {1, 0, 0}, 1.5});
    ASSERT_EQ(cuts.size(), 1U);
    EXPECT_NEAR(std::abs(cuts[0].second[0] - cuts[0].first[0]), 3, 1e-9);
    EXPECT_NEAR(std::abs(cuts[0].second[1] - cuts[0].first[1]), 4, 1e-9);
    EXPECT_TRUE(cutBy(roi, {{40, 0, 0}, {1, 0, 0}, 1.5}).empty());
    EXPECT_EQ(cutBy({probe, {}, {{3, 3}}}, {{4, 0, 0}, {1, 0, 0}, 1.5}).size(), 1U);
}

TEST(RoiGeometry, ARegionLiesInTheSliceWithinHalfOfIt) {
    const Roi roi{ellipse, {{0, 0, 10}, {1, 0, 0}, {0, 1, 0}}, {{0, 0}, {5, 5}}};
    EXPECT_TRUE(liesIn(roi, {{100, -3, 11.4}, {0, 0, 1}, 1.5}));
    EXPECT_TRUE(liesIn(roi, {{0, 0, 8.5}, {0, 0, -1}, 1.5})) << "seen from behind, on the edge";
    EXPECT_FALSE(liesIn(roi, {{0, 0, 11.6}, {0, 0, 1}, 1.5}));
    EXPECT_FALSE(liesIn(roi, {{0, 0, 10}, {0, 1, 0}, 1.5}));
}

TEST(RoiGeometry, FindsTheSliceOfARegion) {
    Geometry geometry;
    geometry.size = {32, 24, 12};
    geometry.spacing = {1, 1, 3};
    geometry.oriented = geometry.spacingKnown = true;
    for (const Plane plane : {Plane::axial, Plane::coronal, Plane::sagittal}) {
        for (int index = 0; index < sliceCount(geometry, plane); ++index) {
            const SlicePlane slice = slicePlane(geometry, plane, index);
            const Roi roi{RoiShape::length, {slice.origin, slice.right, slice.down}, {{1, 1}, {4, 4}}};
            EXPECT_EQ(sliceOf(geometry, roi), (SliceNumber{plane, index}));
        }
    }
}

// --- the tool -------------------------------------------------------------------------------------------------------

/// A view of 200 x 200 device pixels on a slice of 100 x 100 mm.
class Target : public ToolTarget {
public:
    Viewport& viewport() override { return viewport_; }
    void viewportChanged() override {}
    std::optional<Window> displayedWindow() const override { return {}; }
    void setWindow(const Window&) override {}
    void scrollBy(int) override {}
    std::optional<RoiView> roiView() override { return viewer::roiView(board, {4, "space"}, plane, geometry()); }

    static Geometry geometry() {
        Geometry geometry;
        geometry.size = {100, 100, 10};
        geometry.oriented = geometry.spacingKnown = true;
        return geometry;
    }

    RoiBoard board;
    SlicePlane plane = slicePlane(geometry(), Plane::axial, 5);
    MmToDevice map{plane, {0, 0}, 2};

private:
    Viewport viewport_;
};

struct Drawing {
    explicit Drawing(std::optional<RoiShape> shape) : tool(shape) {
        QObject::connect(&target.board, &RoiBoard::added, &target.board, [this](const Roi& roi, int seriesId) {
            EXPECT_EQ(seriesId, 4);
            rois.push_back(roi);
            std::vector<ShownRoi> shown;
            for (std::size_t i = 0; i < rois.size(); ++i)
                shown.push_back({.id = static_cast<int>(i) + 1, .roi = rois[i], .space = "space"});
            target.board.setRois(shown);
        });
        QObject::connect(&target.board, &RoiBoard::moved, &target.board, [this](int id, const Roi& roi) {
            rois.at(static_cast<std::size_t>(id - 1)) = roi;
            std::vector<ShownRoi> shown = target.board.rois();
            shown.at(static_cast<std::size_t>(id - 1)).roi = roi;
            target.board.setRois(shown);
        });
    }
    bool press(double x, double y) { return tool.handle({PointerEvent::Kind::press, {x, y}, 1.0}, target.map, target); }
    void move(double x, double y) { tool.handle({PointerEvent::Kind::move, {x, y}, 1.0}, target.map, target); }
    void hover(double x, double y) { tool.hover({PointerEvent::Kind::move, {x, y}, 1.0}, target.map, target); }
    void release(double x, double y) { tool.handle({PointerEvent::Kind::release, {x, y}, 1.0}, target.map, target); }
    void drag(double x1, double y1, double x2, double y2) {
        press(x1, y1);
        move((x1 + x2) / 2, (y1 + y2) / 2);
        move(x2, y2);
        release(x2, y2);
    }
    void click(double x, double y) {
        hover(x, y);
        press(x, y);
        release(x, y);
    }
    bool key(int key, Qt::KeyboardModifiers modifiers = {}) {
        if (!tool.wantsKey({key, modifiers}, target)) return false;
        tool.handleKey({key, modifiers}, target.map, target);
        return true;
    }
    /// The length in mm between two points of the last region.
    double between(std::size_t a, std::size_t b) const {
        return distanceOf(rois.back().points.at(a), rois.back().points.at(b));
    }

    Target target;
    RoiTool tool;
    std::vector<Roi> rois;
};

TEST(RoiTool, DragsALengthOrClicksIt) {
    Drawing drawing(RoiShape::length);
    drawing.drag(20, 20, 80, 100);
    ASSERT_EQ(drawing.rois.size(), 1U);
    EXPECT_NEAR(drawing.between(0, 1), 50, 1e-9);
    drawing.click(120, 150);
    ASSERT_EQ(drawing.rois.size(), 1U) << "one click is one end";
    drawing.hover(150, 150);
    EXPECT_TRUE(drawing.target.board.isChanging());
    drawing.click(180, 150);
    ASSERT_EQ(drawing.rois.size(), 2U);
    EXPECT_NEAR(drawing.between(0, 1), 30, 1e-9);
    EXPECT_FALSE(drawing.target.board.isChanging());
    EXPECT_FALSE(drawing.target.board.selected()) << "arrow keys still scroll";
}

TEST(RoiTool, DrawsEveryShape) {
    Drawing angles(angle);
    angles.drag(20, 20, 100, 20);
    angles.hover(100, 60);
    EXPECT_TRUE(angles.rois.empty());
    angles.click(100, 100);
    ASSERT_EQ(angles.rois.size(), 1U);
    EXPECT_EQ(angles.rois[0].points.size(), 3U);

    Drawing lines(cobb);
    lines.drag(20, 20, 100, 30);
    EXPECT_TRUE(lines.rois.empty());
    lines.drag(20, 120, 100, 100);
    ASSERT_EQ(lines.rois.size(), 1U);
    ASSERT_EQ(lines.rois[0].points.size(), 4U);
    EXPECT_NEAR(lines.between(2, 3), std::hypot(40, 10), 1e-9);

    Drawing lesion(bidirectional);
    lesion.drag(20, 20, 20, 100);
    ASSERT_EQ(lesion.rois.size(), 1U);
    EXPECT_NEAR(lesion.between(0, 1), 40, 1e-9);
    EXPECT_NEAR(lesion.between(2, 3), 20, 1e-9);

    for (const RoiShape shape : {ellipse, rectangle, arrow}) {
        Drawing box(shape);
        box.drag(20, 20, 60, 80);
        ASSERT_EQ(box.rois.size(), 1U);
        EXPECT_EQ(box.rois[0].points.size(), 2U);
        EXPECT_EQ(box.rois[0].shape, shape);
    }

    Drawing points(probe);
    points.click(50, 60);
    ASSERT_EQ(points.rois.size(), 1U);
    EXPECT_EQ(points.rois[0].points.size(), 1U);

    Drawing free(freehand);
    free.press(100, 50);
    for (int i = 1; i <= 36; ++i)
        free.move(100 + 50 * std::sin(i * std::numbers::pi / 18), 100 - 50 * std::cos(i * std::numbers::pi / 18));
    free.release(100, 50);
    ASSERT_EQ(free.rois.size(), 1U);
    EXPECT_GT(free.rois[0].points.size(), 20U);
}

TEST(RoiTool, APolygonIsClosedByItsFirstPointADoubleClickOrEnter) {
    for (const int way : {0, 1, 2}) {
        Drawing drawing(polygon);
        for (const QPointF& corner : {QPointF(20, 20), QPointF(100, 20), QPointF(100, 100)})
            drawing.click(corner.x(), corner.y());
        EXPECT_TRUE(drawing.rois.empty());
        drawing.click(140, 140);
        EXPECT_TRUE(drawing.key(Qt::Key_Backspace));  // takes it back
        if (way == 0) drawing.click(23, 22);
        if (way == 1) drawing.click(100, 100);
        EXPECT_EQ(drawing.key(Qt::Key_Return), way == 2);
        ASSERT_EQ(drawing.rois.size(), 1U) << way;
        EXPECT_EQ(drawing.rois[0].points.size(), 3U) << way;
    }
}

TEST(RoiTool, EscDropsWhatIsDrawnAndAClickAloneIsNoRegion) {
    Drawing drawing(ellipse);
    EXPECT_FALSE(drawing.key(Qt::Key_Escape)) << "the view puts the tool down";
    drawing.press(20, 20);
    drawing.move(60, 60);
    EXPECT_TRUE(drawing.target.board.isChanging());
    EXPECT_TRUE(drawing.key(Qt::Key_Escape));
    EXPECT_FALSE(drawing.target.board.isChanging());
    drawing.drag(20, 20, 20, 80);  // no area
    EXPECT_TRUE(drawing.rois.empty());
    EXPECT_FALSE(drawing.press(500, 500)) << "outside the image";
}

TEST(RoiTool, HandlesAreHitWithinEightPixels) {
    Drawing drawing(RoiShape::length);
    drawing.drag(20, 20, 100, 20);
    drawing.drag(107, 20, 117, 60);  // 7 pixels beside the end: moves it by (10, 40)
    ASSERT_EQ(drawing.rois.size(), 1U);
    EXPECT_NEAR(drawing.rois[0].points[1][0] - drawing.rois[0].points[0][0], 45, 1e-9);
    EXPECT_NEAR(drawing.rois[0].points[1][1] - drawing.rois[0].points[0][1], 20, 1e-9);
    EXPECT_EQ(drawing.target.board.selected(), 1);
    drawing.drag(120, 120, 180, 120);  // elsewhere it draws
    EXPECT_EQ(drawing.rois.size(), 2U);
}

TEST(RoiTool, WithoutAShapeItSelectsAndMovesAndLeavesTheRest) {
    Drawing drawing(std::nullopt);
    EXPECT_FALSE(drawing.press(50, 50));
    Q_EMIT drawing.target.board.added({rectangle, drawing.target.roiView()->plane, {{10, 10}, {50, 40}}}, 4);
    EXPECT_FALSE(drawing.press(60, 50)) << "inside: the window tool works there";
    const QPointF on = drawing.target.map.toDevice(toPatient(drawing.rois[0].plane, {30, 10}));
    drawing.drag(on.x(), on.y(), on.x() + 20, on.y() + 30);
    EXPECT_NEAR(drawing.rois[0].points[0][0], 20, 1e-9);
    EXPECT_NEAR(drawing.rois[0].points[1][1], 55, 1e-9);
    EXPECT_TRUE(drawing.key(Qt::Key_Right));
    EXPECT_NEAR(drawing.rois[0].points[0][0], 20.5, 1e-9);
    EXPECT_TRUE(drawing.key(Qt::Key_Down, Qt::ShiftModifier));
    EXPECT_NEAR(drawing.rois[0].points[0][1], 30, 1e-9);
    EXPECT_FALSE(drawing.key(Qt::Key_Down, Qt::AltModifier));
    QSignalSpy removed(&drawing.target.board, &RoiBoard::removed);
    EXPECT_TRUE(drawing.key(Qt::Key_Delete));
    EXPECT_EQ(removed.count(), 1);
    EXPECT_TRUE(drawing.key(Qt::Key_Escape));
    EXPECT_FALSE(drawing.target.board.selected());
    EXPECT_FALSE(drawing.key(Qt::Key_Down)) << "scrolls";
}

TEST(RoiTool, OnAnotherSliceARegionCannotBeMoved) {
    Drawing drawing(RoiShape::length);
    drawing.drag(20, 20, 100, 20);
    drawing.target.board.select(1);
    drawing.target.plane = slicePlane(Target::geometry(), Plane::axial, 6);
    EXPECT_FALSE(drawing.key(Qt::Key_Right));
    drawing.drag(20, 20, 100, 20);
    EXPECT_EQ(drawing.rois.size(), 2U) << "it draws on the new slice";
    EXPECT_NE(drawing.rois[0].plane.origin, drawing.rois[1].plane.origin);
}

TEST(RoiTool, ATurnedImageDrawsInThePlaneOfTheSlice) {
    const Geometry geometry = Target::geometry();
    RoiBoard board;
    const SlicePlane plane = slicePlane(geometry, Plane::axial, 5);
    SlicePlane turned = plane;  // by 90 degrees: what was down is left
    turned.origin = plane.toPatient(0, 99);
    turned.right = {-plane.down[0], -plane.down[1], -plane.down[2]};
    turned.down = plane.right;
    const RoiView straight = roiView(board, {}, plane, geometry), other = roiView(board, {}, turned, geometry);
    EXPECT_EQ(straight.plane, other.plane);
}

}  // namespace
}  // namespace fleming::viewer
