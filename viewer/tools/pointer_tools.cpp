#include "viewer/tools/pointer_tools.h"

#include "viewer/tools/pan_tool.h"
#include "viewer/tools/scroll_tool.h"
#include "viewer/tools/zoom_tool.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr double kWheelNotch = 120.0;  // eighths of a degree
constexpr double kClick = 3;           // device-independent pixels

}  // namespace

PointerTools::PointerTools(std::span<const ToolEntry> offered) : offered_(offered), active_(&offered.front()) {
    // Other buttons and the wheel have their tools even if these are not offered.
    for (const std::span<const ToolEntry> entries : {tools(), offered}) {
        for (const ToolEntry& entry : entries)
            tools_.try_emplace(entry.id, entry.make());
    }
}

bool PointerTools::setActive(const std::string& id) {
    const auto found = std::ranges::find(offered_, id, [](const ToolEntry& entry) { return std::string(entry.id); });
    if (found == offered_.end()) return false;
    active_ = &*found;
    return true;
}

Tool* PointerTools::toolFor(const QMouseEvent& event) const {
    const bool isLeft = event.button() == Qt::LeftButton;
    if (event.button() == Qt::MiddleButton || (isLeft && (event.modifiers() & Qt::ShiftModifier)))
        return tools_.at(PanTool::kId).get();
    if (event.button() == Qt::RightButton) return tools_.at(ZoomTool::kId).get();
    return isLeft ? tools_.at(active_->id).get() : nullptr;
}

void PointerTools::wheel(const QWheelEvent& event, bool canScroll, double devicePixelRatio, const MmToDevice& map,
                         ToolTarget& target) {
    const int turned = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    const bool zooms = (event.modifiers() & Qt::ControlModifier) || !canScroll;
    tools_.at(zooms ? ZoomTool::kId : ScrollTool::kId)
        ->handle(
            {PointerEvent::Kind::wheel, event.position() * devicePixelRatio, devicePixelRatio, turned / kWheelNotch},
            map, target);
}

void PointerTools::press(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target) {
    if (isDragging()) return;
    Tool* tool = toolFor(event);
    const PointerEvent press{PointerEvent::Kind::press, event.position() * devicePixelRatio, devicePixelRatio};
    if (tool != nullptr && tool->handle(press, map, target)) dragging_ = tool;
    pressed_ = event.position();
}

void PointerTools::move(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target) {
    if (isDragging())
        dragging_->handle({PointerEvent::Kind::move, event.position() * devicePixelRatio, devicePixelRatio}, map,
                          target);
}

bool PointerTools::release(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map,
                           ToolTarget& target) {
    if (Tool* tool = std::exchange(dragging_, nullptr))
        tool->handle({PointerEvent::Kind::release, event.position() * devicePixelRatio, devicePixelRatio}, map, target);
    return event.button() == Qt::RightButton && (event.position() - pressed_).manhattanLength() <= kClick;
}

void PointerTools::cancel(ToolTarget& target) {
    if (Tool* tool = std::exchange(dragging_, nullptr)) tool->cancel(target);
}

}  // namespace fleming::viewer
