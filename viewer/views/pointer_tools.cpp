#include "viewer/views/pointer_tools.h"

#include "viewer/tools/scroll_tool.h"
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/input_actions.h"
#include "viewer/views/view_commands.h"

#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace fleming::viewer {

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
    const auto gesture = dragGesture(event);
    if (!gesture) return nullptr;
    const QString action = actionOfGesture(*gesture, InputPlace::slices);
    if (action == kDragActiveTool) return &active();
    const auto found = tools_.find(action.section(QLatin1Char('/'), 1).toStdString());
    return found == tools_.end() ? nullptr : found->second.get();
}

void PointerTools::wheel(const QWheelEvent& event, bool canScroll, double devicePixelRatio, const MmToDevice& map,
                         ToolTarget& target) {
    const QString action = actionOfGesture({Gesture::Kind::wheel, event.modifiers()}, InputPlace::slices);
    if (action.isEmpty()) return;
    if (action == kWheelTime && canScroll) return stepTime(-wheelNotches(event), target);
    const bool zooms = action == kWheelZoom || !canScroll;
    const int times = !zooms && action == kWheelPage ? kPageSlices : 1;
    tools_.at(zooms ? ZoomTool::kId : ScrollTool::kId)
        ->handle({PointerEvent::Kind::wheel, event.position() * devicePixelRatio, devicePixelRatio,
                  times * wheelNotches(event)},
                 map, target);
}

/// Steps through time when a whole notch has come together.
void PointerTools::stepTime(double notches, ToolTarget& target) {
    timeRest_ += notches;
    const int whole = static_cast<int>(timeRest_);
    timeRest_ -= whole;
    if (whole != 0) target.stepTime(whole);
}

void PointerTools::press(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target) {
    if (isDragging()) return;
    Tool* tool = toolFor(event);
    const PointerEvent press{PointerEvent::Kind::press, event.position() * devicePixelRatio, devicePixelRatio};
    if (tool == &active() && !active_->measures && regions_.handle(press, map, target)) {
        dragging_ = &regions_;
    } else if (tool != nullptr && tool->handle(press, map, target)) {
        dragging_ = tool;
    }
    pressed_ = event.position();
    mayClick_ = true;
}

void PointerTools::move(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target) {
    if (isDragging())
        dragging_->handle({PointerEvent::Kind::move, event.position() * devicePixelRatio, devicePixelRatio}, map,
                          target);
}

void PointerTools::hover(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target) {
    active().hover({PointerEvent::Kind::move, event.position() * devicePixelRatio, devicePixelRatio}, map, target);
}

Tool* PointerTools::toolForKey(const KeyPress& press, ToolTarget& target) {
    if (active().wantsKey(press, target)) return &active();
    return regions_.wantsKey(press, target) ? &regions_ : nullptr;
}

bool PointerTools::release(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map,
                           ToolTarget& target) {
    if (event.buttons() != Qt::NoButton || !std::exchange(mayClick_, false)) return false;
    if (Tool* tool = std::exchange(dragging_, nullptr))
        tool->handle({PointerEvent::Kind::release, event.position() * devicePixelRatio, devicePixelRatio}, map, target);
    return event.button() == Qt::RightButton && (event.position() - pressed_).manhattanLength() <= kClickReach;
}

void PointerTools::cancel(ToolTarget& target) {
    mayClick_ = false;
    if (Tool* tool = std::exchange(dragging_, nullptr)) tool->cancel(target);
}

void PointerTools::dropAll(ToolTarget& target) {
    cancel(target);
    active().cancel(target);
    regions_.cancel(target);
}

}  // namespace fleming::viewer
