// Tests of the tools with a target that records their calls.
#include "viewer/tools/tools.h"

#include "viewer/marks/mark_board.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <string>

namespace fleming::viewer {
namespace {

class Target : public ToolTarget {
public:
    Target() {
        view.setImage({100, 100});
        view.setArea({200, 200}, 1);
    }
    Viewport& viewport() override { return view; }
    void viewportChanged() override { ++changes; }
    std::optional<Window> displayedWindow() const override { return shown; }
    void setWindow(const Window& window) override { shown = window; }
    void scrollBy(int slices) override { slice += slices; }

    Viewport view;
    int changes = 0;
    std::optional<Window> shown = Window{40, 401};
    int slice = 0;
};

std::unique_ptr<Tool> make(const std::string& id) {
    for (const ToolEntry& entry : tools()) {
        if (entry.id == id) return entry.make();
    }
    return nullptr;
}

const MmToDevice kMap(SlicePlane{}, {0, 0}, 1);

bool send(Tool& tool, Target& target, PointerEvent::Kind kind, const QPointF& at, double ratio = 1,
          double notches = 0) {
    return tool.handle({kind, at, ratio, notches}, kMap, target);
}

void drag(Tool& tool, Target& target, const QPointF& from, const QPointF& to, double ratio = 1) {
    EXPECT_TRUE(send(tool, target, PointerEvent::Kind::press, from, ratio));
    send(tool, target, PointerEvent::Kind::move, (from + to) / 2, ratio);
    send(tool, target, PointerEvent::Kind::move, to, ratio);
    send(tool, target, PointerEvent::Kind::release, to, ratio);
}

TEST(Tools, HaveDifferentNamesAndKeys) {
    std::set<std::string> ids, names;
    std::set<int> keys;
    for (const ToolEntry& entry : tools()) {
        ids.insert(entry.id);
        names.insert(entry.name);
        keys.insert(entry.key);
        EXPECT_EQ(toolName(entry), QString::fromLatin1(entry.name));
        EXPECT_NE(entry.make(), nullptr);
    }
    EXPECT_EQ(keys.size(), ids.size());
    keys.clear();
    for (const ToolEntry& entry : markTools()) {
        EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
        EXPECT_TRUE(keys.insert(entry.key).second) << entry.id;
        EXPECT_NE(entry.make(), nullptr);
    }
    EXPECT_STREQ(markTools().front().id, "select");
    for (const char* id : {"pan", "scroll", "window", "zoom"})
        EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_EQ(ids.size(), tools().size() + markTools().size());
    EXPECT_EQ(names.size(), tools().size());
    EXPECT_STREQ(tools().front().id, "window");
}

TEST(WindowTool, WidensToTheRightAndDarkensDown) {
    for (const double ratio : {1.0, 2.0}) {
        Target target;
        const auto tool = make("window");
        drag(*tool, target, {50, 50}, QPointF(50, 50) + ratio * QPointF(10, 20), ratio);
        EXPECT_EQ(target.shown, (Window{80, 421}));
        drag(*tool, target, {0, 0}, {-5000, 0});
        EXPECT_EQ(target.shown->width, 1.0);
    }
    Target colours;
    colours.shown.reset();
    EXPECT_FALSE(send(*make("window"), colours, PointerEvent::Kind::press, {0, 0}));
}

TEST(PanTool, MovesTheImageWithThePointer) {
    Target target;
    const QPointF before = target.view.target().topLeft();
    drag(*make("pan"), target, {50, 50}, {61, 43});
    EXPECT_EQ(target.view.target().topLeft() - before, QPointF(11, -7));
    EXPECT_EQ(target.changes, 2);
}

TEST(ZoomTool, ZoomsByWheelAndDrag) {
    Target target;
    const auto tool = make("zoom");
    const QPointF kept = target.view.toImage({30, 60});
    send(*tool, target, PointerEvent::Kind::wheel, {30, 60}, 1, 2);
    EXPECT_NEAR(target.view.zoom(), 2 * 1.2 * 1.2, 1e-9);
    EXPECT_LT((target.view.toImage({30, 60}) - kept).manhattanLength(), 1);
    drag(*tool, target, {30, 60}, {30, 90});
    EXPECT_NEAR(target.view.zoom(), 2 * 1.2 * 1.2 * std::pow(1.01, -30), 1e-9);
    EXPECT_EQ(target.changes, 3);
}

TEST(ScrollTool, ScrollsByWheelAndDrag) {
    Target target;
    const auto tool = make("scroll");
    send(*tool, target, PointerEvent::Kind::wheel, {0, 0}, 1, -1);
    EXPECT_EQ(target.slice, 1);
    send(*tool, target, PointerEvent::Kind::wheel, {0, 0}, 1, 3);
    EXPECT_EQ(target.slice, -2);
    for (int i = 0; i < 9; ++i)
        send(*tool, target, PointerEvent::Kind::wheel, {0, 0}, 1, 0.1);
    EXPECT_EQ(target.slice, -2);
    send(*tool, target, PointerEvent::Kind::wheel, {0, 0}, 1, 0.1);
    EXPECT_EQ(target.slice, -3);
    drag(*tool, target, {0, 0}, {100, 33});
    EXPECT_EQ(target.slice, 1);
}

/// A view of an image of 400 x 300 pixels with marks, whose owner makes every change.
class MarkTarget : public Target {
public:
    MarkTarget() {
        view.setImage({400, 300});
        QObject::connect(&board, &MarkBoard::added, [this](const MarkPlace& place) {
            places.push_back(place);
            select(static_cast<int>(places.size()) - 1);
        });
        QObject::connect(&board, &MarkBoard::moved, [this](int index, const MarkPlace& place) {
            places[static_cast<std::size_t>(index)] = place;
            select(index);
        });
        QObject::connect(&board, &MarkBoard::removed, [this](int index) {
            places.erase(places.begin() + index);
            select({});
        });
        QObject::connect(&board, &MarkBoard::selectionChanged, [this](std::optional<int> index) { select(index); });
        board.setImage({400, 300}, {}, true);
    }
    MarkBoard* markBoard() override { return &board; }

    void select(std::optional<int> index) {
        std::vector<ShownMark> marks;
        for (const MarkPlace& place : places)
            marks.push_back({.place = place, .isSelected = index == static_cast<int>(marks.size())});
        board.setMarks(marks);
    }

    MarkBoard board;
    std::vector<MarkPlace> places;
};

std::unique_ptr<Tool> makeMarkTool(const std::string& id) {
    for (const ToolEntry& entry : markTools()) {
        if (entry.id == id) return entry.make();
    }
    return nullptr;
}

TEST(MarkTool, DrawsTheSamePixelsAtEveryZoom) {
    std::mt19937 random(7);
    const auto number = [&](double from, double to) { return std::uniform_real_distribution(from, to)(random); };
    for (int i = 0; i < 200; ++i) {
        MarkTarget target;
        SlicePlane plane;
        plane.width = 400;
        plane.height = 300;
        const MmToDevice map(plane, {number(-500, 500), number(-500, 500)}, number(0.5, 20));
        const QTransform toDevice = map.imageToDevice();
        const QPointF from(number(0, 180), number(0, 130)), to(number(200, 400), number(150, 300));
        const auto tool = makeMarkTool(i % 2 == 0 ? "box" : "arrow");
        const auto drawn = [&](PointerEvent::Kind kind, const QPointF& at) {
            tool->handle({kind, toDevice.map(at), 1, 0}, map, target);
        };
        drawn(PointerEvent::Kind::press, from);
        drawn(PointerEvent::Kind::move, to);
        drawn(PointerEvent::Kind::release, to);
        ASSERT_EQ(target.places.size(), 1U);
        EXPECT_NEAR(target.places[0].x1, from.x(), 1e-6);
        EXPECT_NEAR(target.places[0].y1, from.y(), 1e-6);
        EXPECT_NEAR(target.places[0].x2, to.x(), 1e-6);
        EXPECT_NEAR(target.places[0].y2, to.y(), 1e-6);
    }
}

TEST(MarkTool, StaysOnTheImageWhateverTheKeys) {
    std::mt19937 random(11);
    for (const char* id : {"select", "box", "ellipse", "arrow"}) {
        MarkTarget target;
        const auto tool = makeMarkTool(id);
        EXPECT_FALSE(tool->wantsKey({Qt::Key_Left, {}}, target));  // nothing is selected
        ASSERT_TRUE(tool->wantsKey({Qt::Key_Return, {}}, target));
        tool->handleKey({Qt::Key_Return, {}}, kMap, target);
        ASSERT_EQ(target.places.size(), 1U);
        EXPECT_EQ(target.places[0].shape == MarkShape::arrow, std::string(id) == "arrow");
        const int keys[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down};
        const Qt::KeyboardModifiers modifiers[] = {
            {}, Qt::ShiftModifier, Qt::ControlModifier, Qt::ShiftModifier | Qt::ControlModifier};
        for (int i = 0; i < 2000; ++i) {
            const KeyPress press{keys[random() % 4], modifiers[random() % 4]};
            ASSERT_TRUE(tool->wantsKey(press, target));
            tool->handleKey(press, kMap, target);
            const MarkPlace& place = target.places[0];
            const QRectF box = bounds(place);  // without a width if it is an upright arrow
            EXPECT_TRUE(box.left() >= 0 && box.top() >= 0 && box.right() <= 400 && box.bottom() <= 300);
            EXPECT_FALSE(box.isNull());
            if (place.shape != MarkShape::arrow) {
                EXPECT_GE(place.x2, place.x1 + 1);
                EXPECT_GE(place.y2, place.y1 + 1);
            }
        }
        tool->handleKey({Qt::Key_Escape, {}}, kMap, target);
        EXPECT_FALSE(target.board.selected());
        target.select(0);
        tool->handleKey({Qt::Key_Delete, {}}, kMap, target);
        EXPECT_TRUE(target.places.empty());
    }
}

TEST(MarkTool, ChangesNothingOnAViewWithoutMarksOrWithoutTheRight) {
    Target plain;
    EXPECT_FALSE(makeMarkTool("box")->handle({PointerEvent::Kind::press, {5, 5}, 1, 0}, kMap, plain));
    EXPECT_FALSE(makeMarkTool("box")->wantsKey({Qt::Key_Return, {}}, plain));
    MarkTarget target;
    target.places = {{MarkShape::box, 10, 10, 50, 50}};
    target.select({});
    target.board.setImage({400, 300}, target.board.marks(), false);
    for (const char* id : {"select", "box"}) {
        const auto tool = makeMarkTool(id);
        drag(*tool, target, {10, 20}, {90, 90});
        EXPECT_EQ(target.places, (std::vector<MarkPlace>{{MarkShape::box, 10, 10, 50, 50}}));
        EXPECT_FALSE(tool->wantsKey({Qt::Key_Return, {}}, target));
    }
}

}  // namespace
}  // namespace fleming::viewer
