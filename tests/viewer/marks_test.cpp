// Geometry and hit tests of marks with random shapes, the board, and how marks are painted.
#include "viewer/marks/mark_board.h"

#include <QImage>
#include <QPainter>

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

namespace fleming::viewer {
namespace {

constexpr QSizeF kImage(400, 300);
constexpr MarkShape kShapes[] = {MarkShape::box, MarkShape::ellipse, MarkShape::arrow};

class Marks : public ::testing::Test {
protected:
    double number(double from, double to) { return std::uniform_real_distribution(from, to)(random_); }
    MarkShape shape() { return kShapes[std::uniform_int_distribution(0, 2)(random_)]; }
    MarkPlace place(MarkShape shape) { return {shape, number(0, 400), number(0, 300), number(0, 400), number(0, 300)}; }
    QPointF point() { return {number(-20, 420), number(-20, 320)}; }

private:
    std::mt19937 random_{20260101};
};

bool isWithin(const MarkPlace& place, const QSizeF& image) {
    const QRectF box = bounds(place);
    constexpr double kRounding = 1e-9;
    return box.left() >= -kRounding && box.top() >= -kRounding && box.right() <= image.width() + kRounding &&
           box.bottom() <= image.height() + kRounding;
}

/// Returns the distance of a point from the line by many points of its equation.
double sampledDistance(const MarkPlace& place, const QPointF& point) {
    const QRectF box = bounds(place);
    double least = 1e9;
    constexpr int kSamples = 4000;
    for (int i = 0; i < kSamples; ++i) {
        const double t = static_cast<double>(i) / kSamples;
        QPointF on;
        if (place.shape == MarkShape::arrow) {
            on = QPointF(place.x1, place.y1) + t * QPointF(place.x2 - place.x1, place.y2 - place.y1);
        } else if (place.shape == MarkShape::ellipse) {
            on = box.center() + QPointF(box.width() / 2 * std::cos(2 * std::numbers::pi * t),
                                        box.height() / 2 * std::sin(2 * std::numbers::pi * t));
        } else {
            const double along = 4 * t - std::floor(4 * t);
            const QPointF corners[] = {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(),
                                       box.topLeft()};
            const auto side = static_cast<std::size_t>(4 * t);
            on = corners[side] + along * (corners[side + 1] - corners[side]);
        }
        least = std::min(least, std::hypot(on.x() - point.x(), on.y() - point.y()));
    }
    return least;
}

TEST_F(Marks, HeadsOfArrowsLieBehindTheirTips) {
    for (int round = 0; round < 100; ++round) {
        const QPointF tail = point(), tip = point();
        const double length = number(1, 20), halfWidth = number(1, 20);
        const QPolygonF head = arrowHead(tail, tip, length, halfWidth);
        ASSERT_EQ(head.size(), 3);
        EXPECT_EQ(head[1], tip);
        const QPointF along = (tip - tail) / std::hypot(tip.x() - tail.x(), tip.y() - tail.y());
        for (const QPointF& end : {head[0], head[2]}) {
            const QPointF back = tip - end;
            EXPECT_NEAR(QPointF::dotProduct(back, along), length, 1e-9);
            EXPECT_NEAR(std::hypot(back.x(), back.y()), std::hypot(length, halfWidth), 1e-9);
        }
        EXPECT_NEAR(std::hypot(head[2].x() - head[0].x(), head[2].y() - head[0].y()), 2 * halfWidth, 1e-9);
    }
    EXPECT_TRUE(arrowHead({5, 5}, {5, 5}, 3, 2).isEmpty());
}

TEST_F(Marks, AreHitWhereTheirLineIs) {
    for (int i = 0; i < 300; ++i) {
        const MarkPlace mark = place(shape());
        const QPointF at = point();
        EXPECT_NEAR(distanceToOutline(mark, at), sampledDistance(mark, at), 0.4);
    }
}

TEST_F(Marks, ContainWhatTheySurround) {
    int within = 0;
    for (int i = 0; i < 1000; ++i) {
        const MarkPlace mark = place(shape());
        const QPointF at = point();
        const QRectF box = bounds(mark);
        if (distanceToOutline(mark, at) < 0.5) continue;
        bool expected = false;
        if (mark.shape == MarkShape::box) {
            expected = box.contains(at);
        } else if (mark.shape == MarkShape::ellipse) {
            const QPointF gap = at - box.center();
            expected = std::pow(gap.x() / (box.width() / 2), 2) + std::pow(gap.y() / (box.height() / 2), 2) < 1;
        }
        EXPECT_EQ(contains(mark, at), expected);
        within += expected;
    }
    EXPECT_GT(within, 20);
}

TEST_F(Marks, KeepTheirSizeWhenMovedAndStayOnTheImage) {
    for (int i = 0; i < 1000; ++i) {
        const MarkPlace before = place(shape());
        const MarkPlace after = dragged(before, kWholeMark, {number(-500, 500), number(-500, 500)}, kImage);
        EXPECT_TRUE(isWithin(after, kImage));
        EXPECT_NEAR(after.x2 - after.x1, before.x2 - before.x1, 1e-9);
        EXPECT_NEAR(after.y2 - after.y1, before.y2 - before.y1, 1e-9);
    }
    const MarkPlace box{MarkShape::box, 10, 10, 20, 30};
    EXPECT_EQ(dragged(box, kWholeMark, {5, -4}, kImage), (MarkPlace{MarkShape::box, 15, 6, 25, 26}));
}

TEST_F(Marks, AreResizedByEachHandleAlone) {
    for (int i = 0; i < 500; ++i) {
        const MarkPlace before = normalized(place(shape()));
        const std::vector<MarkHandle> all = handles(before);
        EXPECT_EQ(all.size(), before.shape == MarkShape::arrow ? 2U : 8U);
        for (const MarkHandle& handle : all) {
            const QPointF to = {number(0, 400), number(0, 300)};
            const MarkPlace after = dragged(before, handle.grip, to - handle.at, kImage);
            EXPECT_TRUE(isWithin(after, kImage));
            EXPECT_NEAR(after.x1, handle.grip.x1 ? to.x() : before.x1, 1e-9);
            EXPECT_NEAR(after.x2, handle.grip.x2 ? to.x() : before.x2, 1e-9);
            EXPECT_NEAR(after.y1, handle.grip.y1 ? to.y() : before.y1, 1e-9);
            EXPECT_NEAR(after.y2, handle.grip.y2 ? to.y() : before.y2, 1e-9);
        }
    }
}

TEST_F(Marks, AreNormalizedUnlessTheyPoint) {
    EXPECT_EQ(normalized({MarkShape::ellipse, 9, 2, 3, 8}), (MarkPlace{MarkShape::ellipse, 3, 2, 9, 8}));
    EXPECT_EQ(normalized({MarkShape::arrow, 9, 2, 3, 8}), (MarkPlace{MarkShape::arrow, 9, 2, 3, 8}));
}

TEST_F(Marks, BeginInTheMiddleOfWhatIsVisible) {
    const QRectF visible(100, 50, 80, 40);
    for (const MarkShape shape : kShapes) {
        const MarkPlace mark = markInMiddle(shape, visible);
        EXPECT_TRUE(visible.contains(bounds(mark)));
        EXPECT_GT(bounds(mark).width(), 5);
    }
    EXPECT_EQ(markInMiddle(MarkShape::box, visible), (MarkPlace{MarkShape::box, 130, 65, 150, 75}));
    const MarkPlace arrow = markInMiddle(MarkShape::arrow, visible);
    EXPECT_EQ(QPointF(arrow.x2, arrow.y2), visible.center());
}

TEST_F(Marks, AreFoundByThePointer) {
    MarkBoard board;
    std::vector<ShownMark> marks(3);
    marks[0].place = {MarkShape::box, 10, 10, 200, 200};
    marks[1].place = {MarkShape::ellipse, 50, 50, 100, 100};
    marks[2].place = {MarkShape::box, 60, 60, 300, 250};
    board.setImage(kImage, marks, true);
    EXPECT_EQ(board.markAt({10, 100}, 3, false), 0);
    EXPECT_EQ(board.markAt({30, 30}, 3, false), std::nullopt);
    EXPECT_EQ(board.markAt({30, 30}, 3, true), 0);
    EXPECT_EQ(board.markAt({75, 75}, 3, true), 1);  // the smallest
    EXPECT_EQ(board.markAt({350, 20}, 3, true), std::nullopt);
    EXPECT_EQ(board.gripAt({10, 10}, 3), std::nullopt);  // nothing is selected
    marks[0].isSelected = true;
    board.setMarks(marks);
    EXPECT_EQ(board.gripAt({11, 9}, 3), (MarkGrip{.x1 = true, .y1 = true}));
    EXPECT_EQ(board.gripAt({200, 105}, 3), MarkGrip{.x2 = true});
    marks[0].isOwn = false;
    board.setMarks(marks);
    EXPECT_EQ(board.gripAt({10, 10}, 3), std::nullopt);
}

TEST_F(Marks, AskTheOwnerForChanges) {
    MarkBoard board;
    std::vector<ShownMark> marks(3);
    marks[1].isOwn = false;
    board.setImage(kImage, marks, true);
    std::vector<std::optional<int>> selected;
    QObject::connect(&board, &MarkBoard::selectionChanged, [&](std::optional<int> index) {
        selected.push_back(index);
        for (int i = 0; i < 3; ++i)
            marks[static_cast<std::size_t>(i)].isSelected = index == i;
        board.setMarks(marks);
    });
    EXPECT_TRUE(board.selectNext(true));
    EXPECT_TRUE(board.selectNext(true));   // that of another reviewer is passed over
    EXPECT_FALSE(board.selectNext(true));  // so Tab leaves the image
    EXPECT_TRUE(board.selectNext(false));
    EXPECT_EQ(selected, (std::vector<std::optional<int>>{0, 2, std::nullopt, 2}));

    std::vector<MarkPlace> added;
    QObject::connect(&board, &MarkBoard::added, [&](const MarkPlace& place) { added.push_back(place); });
    board.preview({}, {MarkShape::box, 9, 9, 1, 2});
    EXPECT_EQ(board.shown().size(), 4U);
    board.cancel();
    EXPECT_EQ(board.shown().size(), 3U);
    board.commit();
    EXPECT_TRUE(added.empty());
    board.preview({}, {MarkShape::box, 9, 9, 1, 2});
    board.commit();
    EXPECT_EQ(added, (std::vector<MarkPlace>{{MarkShape::box, 1, 2, 9, 9}}));
    board.preview(2, {MarkShape::arrow, 1, 2, 3, 4});
    marks.pop_back();
    board.setMarks(marks);  // the mark under change is gone
    EXPECT_FALSE(board.isChanging());
    board.setImage(kImage, marks, false);
    EXPECT_FALSE(board.selectNext(true));
}

double luminance(QRgb pixel) {
    const auto linear = [](int value) {
        const double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(pixel)) + 0.7152 * linear(qGreen(pixel)) + 0.0722 * linear(qBlue(pixel));
}

double contrast(QRgb a, QRgb b) {
    const double light = std::max(luminance(a), luminance(b)), dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

TEST_F(Marks, StandOutOnEveryGrey) {
    for (int grey = 0; grey < 256; grey += 15) {
        for (int colour = 0; colour < 6; ++colour) {
            QImage image(100, 100, QImage::Format_RGB32);
            image.fill(qRgb(grey, grey, grey));
            QPainter painter(&image);
            drawMarks(painter, {{.place = {MarkShape::box, 20, 20, 80, 80}, .colour = colour}}, {}, 1, image.rect());
            painter.end();
            double best = 0;
            for (int x = 14; x < 27; ++x)
                best = std::max(best, contrast(image.pixel(x, 50), qRgb(grey, grey, grey)));
            EXPECT_GE(best, 3.0) << grey << " " << colour;
        }
    }
}

TEST_F(Marks, HaveCaptionsThatDoNotHideEachOther) {
    const QRectF area(0, 0, 100, 100);
    const QSizeF caption(30, 10);
    const QRectF mark(20, 40, 30, 20);
    std::vector<QRectF> taken;
    for (int i = 0; i < 6; ++i) {
        const QRectF place = captionPlace(mark, caption, 2, area, taken);
        EXPECT_TRUE(area.contains(place)) << i;
        for (const QRectF& other : taken)
            EXPECT_FALSE(place.intersects(other)) << i;
        taken.push_back(place);
    }
    EXPECT_EQ(taken[0], QRectF(QPointF(20, 28), caption));  // above
    EXPECT_EQ(taken[1], QRectF(QPointF(20, 62), caption));  // below
    EXPECT_EQ(captionPlace({90, 0, 10, 10}, caption, 2, area, {}), QRectF(QPointF(70, 12), caption));
    EXPECT_TRUE(area.contains(captionPlace(mark, caption, 2, area, {area})));  // no room
}

TEST_F(Marks, ArePaintedAtTheirPixelsForReports) {
    QImage image(100, 50, QImage::Format_RGB32);
    image.fill(Qt::black);
    EXPECT_EQ(withMarks(image, {}, 512, 300), image);
    const QImage drawn = withMarks(image, {{.place = {MarkShape::box, 20, 10, 80, 40}}}, 150, 300);
    EXPECT_EQ(drawn.size(), image.size() * 3);
    EXPECT_EQ(drawn.pixelColor(60, 75), markColour(0));
    EXPECT_EQ(drawn.pixelColor(240, 75), markColour(0));
    EXPECT_EQ(drawn.pixelColor(150, 75), QColor(Qt::black));
    EXPECT_EQ(drawn.pixelColor(30, 75), QColor(Qt::black));
}

}  // namespace
}  // namespace fleming::viewer
