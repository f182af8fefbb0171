#include "viewer/tools/pan_tool.h"

namespace fleming::viewer {

bool PanTool::handle(const PointerEvent& event, const MmToDevice&, ToolTarget& target) {
    if (event.kind == PointerEvent::Kind::move) {
        target.viewport().pan(event.position - last_);
        target.viewportChanged();
    }
    last_ = event.position;
    return true;
}

}  // namespace fleming::viewer
