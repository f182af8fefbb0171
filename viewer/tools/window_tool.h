#pragma once

#include "viewer/tools/tool.h"

namespace fleming::viewer {

/// Drags change window and level; see draggedWindow().
class WindowTool : public Tool {
public:
    static constexpr const char* kId = "window";
    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;

private:
    QPointF start_;
    Window window_;  ///< at the start
};

/// Returns the window after a drag by `moved` device-independent pixels that began at the window `from`: right widens
/// it, down raises the centre (the image gets darker), by a 200th of the width per pixel. The width is at least 1.
Window draggedWindow(const Window& from, const QPointF& moved);

}  // namespace fleming::viewer
