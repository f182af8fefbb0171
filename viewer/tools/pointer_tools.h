#pragma once

#include "viewer/tools/tools.h"

#include <QPointF>

#include <map>
#include <memory>
#include <span>
#include <string>

class QMouseEvent;
class QWheelEvent;

namespace fleming::viewer {

/// Hands the pointer of a view to its tools: the left button has the active tool, the middle button or Shift+left pans,
/// the right button zooms; the wheel scrolls, Ctrl+wheel zooms. An object serves one view.
class PointerTools {
public:
    /// `offered`: the tools for the left button; the first is active.
    explicit PointerTools(std::span<const ToolEntry> offered);

    std::span<const ToolEntry> offered() const { return offered_; }
    /// Returns true if a tool of that id is offered; it is then active.
    bool setActive(const std::string& id);
    const ToolEntry& active() const { return *active_; }

    // `devicePixelRatio` and `map` are those of the view, `target` is the view.

    /// Zooms if Ctrl is held or `canScroll` is false.
    void wheel(const QWheelEvent& event, bool canScroll, double devicePixelRatio, const MmToDevice& map,
               ToolTarget& target);
    void press(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);
    void move(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);
    /// Returns true if this ends a click with the right button that dragged nothing.
    bool release(const QMouseEvent& event, double devicePixelRatio, const MmToDevice& map, ToolTarget& target);

    bool isDragging() const { return dragging_ != nullptr; }
    void cancel(ToolTarget& target);  ///< drops the drag
    void forgetDrag() { dragging_ = nullptr; }

private:
    Tool* toolFor(const QMouseEvent& event) const;

    std::span<const ToolEntry> offered_;
    const ToolEntry* active_;
    std::map<std::string, std::unique_ptr<Tool>> tools_;  ///< by id
    Tool* dragging_ = nullptr;                            ///< has taken a press
    QPointF pressed_;                                     ///< device-independent pixels
};

}  // namespace fleming::viewer
