#include "viewer/tools/window_tool.h"

#include <algorithm>

namespace fleming::viewer {

bool WindowTool::handle(const PointerEvent& event, const MmToDevice&, ToolTarget& target) {
    if (event.kind == PointerEvent::Kind::press) {
        const auto window = target.displayedWindow();
        if (!window) return false;
        start_ = event.position;
        window_ = *window;
    } else if (event.kind == PointerEvent::Kind::move) {
        target.setWindow(draggedWindow(window_, (event.position - start_) / event.devicePixelRatio));
    }
    return true;
}

Window draggedWindow(const Window& from, const QPointF& moved) {
    const double step = std::max(from.width - 1.0, 1e-3) / 200.0;
    return {from.center + moved.y() * step, std::max(1.0, from.width + moved.x() * step), from.function};
}

}  // namespace fleming::viewer
