#include "viewer/tools/viewport.h"

#include <gtest/gtest.h>

namespace fleming::viewer {
namespace {

TEST(Viewport, FitsAndCentres) {
    Viewport viewport;
    viewport.setArea({400, 200}, 1);
    viewport.setImage({100, 100});
    EXPECT_EQ(viewport.zoom(), 2);
    EXPECT_EQ(viewport.target(), QRectF(100, 0, 200, 200));
    viewport.setArea({100, 300}, 1);
    EXPECT_EQ(viewport.target(), QRectF(0, 100, 100, 100));
}

TEST(Viewport, KeepsThePointUnderTheCursorWhenZooming) {
    Viewport viewport;
    viewport.setArea({400, 400}, 1);
    viewport.setImage({100, 100});
    const QPointF cursor(300, 120);
    const QPointF before = viewport.toImage(cursor);
    viewport.zoomAt(cursor, 1.7);
    const QPointF after = viewport.toImage(cursor);
    EXPECT_NEAR(before.x(), after.x(), 0.2);  // the corner is on a whole pixel
    EXPECT_NEAR(before.y(), after.y(), 0.2);
    EXPECT_FALSE(viewport.isFitted());
}

TEST(Viewport, ShowsTheSameOnAMonitorOfAnotherScale) {
    Viewport viewport;
    viewport.setImage({100, 100});
    EXPECT_TRUE(viewport.setArea({400, 400}, 1));
    EXPECT_FALSE(viewport.setArea({400, 400}, 1));
    viewport.zoomAt({100, 100}, 2);
    const QPointF middle = viewport.toImage(viewport.middle());
    EXPECT_TRUE(viewport.setArea({400, 400}, 2));
    EXPECT_EQ(viewport.zoom(), 16);
    EXPECT_NEAR(viewport.toImage(viewport.middle()).x(), middle.x(), 0.2);
    EXPECT_NEAR(viewport.toImage(viewport.middle()).y(), middle.y(), 0.2);
}

TEST(Viewport, KeepsThePictureVisible) {
    Viewport viewport;
    viewport.setArea({400, 400}, 1);
    viewport.setImage({100, 100});
    viewport.pan({1e6, -1e6});
    EXPECT_TRUE(viewport.target().intersects(QRectF(0, 0, 401, 401)));
    viewport.zoomAt({0, 0}, 1e9);
    EXPECT_EQ(viewport.zoom(), 64);
    viewport.zoomAt({0, 0}, 1e-9);
    EXPECT_EQ(viewport.zoom(), 0.25);
    viewport.fit();
    EXPECT_EQ(viewport.zoom(), 4);
}

}  // namespace
}  // namespace fleming::viewer
