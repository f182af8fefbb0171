// Tests of the tools with a target that records their calls.
#include "viewer/tools/tools.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <string>

namespace fleming::viewer {
namespace {

class Target : public ToolTarget {
public:
    Target() {
        view.setImage({100, 100});
        view.setArea({200, 200});
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
    for (const char* id : {"pan", "scroll", "window", "zoom"})
        EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_EQ(ids.size(), tools().size());
    EXPECT_EQ(names.size(), ids.size());
    EXPECT_EQ(keys.size(), ids.size());
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

}  // namespace
}  // namespace fleming::viewer
