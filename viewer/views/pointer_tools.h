#pragma once

#include "viewer/tools/roi_tool.h"
#include "viewer/tools/tools.h"

#include <QPointF>

#include <map>
#include <memory>
#include <span>
#include <string>

class QMouseEvent;
class QWheelEvent;

namespace fleming::viewer {

/// Hands the pointer of a view to its tools, by the gestures in use (InputMap). An object serves one view. Whatever the
/// active tool is, a measured region can be selected and moved: its button and its keys come first.
class PointerTools {
public:
    /// `offered`: the tools that the user can pick; the first is active.
    explicit PointerTools(std::span<const ToolEntry> offered);

    std::span<const ToolEntry> offered() const { return offered_; }
    /// Returns true if a tool of that id is offered; it is then active.
    bool setActive(const std::string& id);
    const ToolEntry& activeEntry() const { return *active_; }
    Tool& active() const { return *tools_.at(active_->id); }
    /// Returns the tool that takes a key; null if there is none.
    Tool* toolForKey(const KeyPress& press, ToolTarget& target);
    bool isFirstActive() const { return active_ == &offered_.front(); }

    // `devicePixelRatio` and `map` are those of the view, `target` is the view.

    /// Scrolls, steps through time or zooms; zooms if `canScroll` is false.
    void wheel(const QWheelEvent& event, bool canScroll, double devicePixelRatio, const MmToDevice& map,
               ToolTarget& target);
    void press(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);
    void move(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);
    /// Ends the drag when the last button is released. Returns true if that was a click with the right button, which
    /// dragged nothing.
    bool release(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);

    void hover(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);

    bool isDragging() const { return dragging_ != nullptr; }
    void cancel(ToolTarget& target);  ///< drops the drag
    /// Drops the drag, and what the active tool or a region has begun: the image becomes another one.
    void dropAll(ToolTarget& target);

private:
    Tool* toolFor(const QMouseEvent& event) const;
    void stepTime(double notches, ToolTarget& target);

    std::span<const ToolEntry> offered_;
    const ToolEntry* active_;
    std::map<std::string, std::unique_ptr<Tool>> tools_;  ///< by id
    RoiTool regions_;                                     ///< selects and moves measured regions
    Tool* dragging_ = nullptr;                            ///< has taken a press
    QPointF pressed_;                                     ///< device-independent pixels
    double timeRest_ = 0.0;                               ///< part of a notch that is left over
    bool mayClick_ = false;                               ///< the press was not cancelled
};

}  // namespace fleming::viewer
