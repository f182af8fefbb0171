#include "viewer/tools/box_window_tool.h"

namespace fleming::viewer {

bool BoxWindowTool::handle(const PointerEvent& event, const MmToDevice&, ToolTarget& target) {
    const QRectF box = QRectF(start_, event.position).normalized();
    switch (event.kind) {
        case PointerEvent::Kind::press:
            if (!target.displayedWindow()) return false;
            start_ = event.position;
            break;
        case PointerEvent::Kind::move:
            target.outline(box);
            break;
        case PointerEvent::Kind::release: {
            target.outline({});
            const double reach = kClickReach * event.devicePixelRatio;
            if (box.width() > reach && box.height() > reach) target.setWindowOver(box);
            break;
        }
        case PointerEvent::Kind::wheel:
            break;
    }
    return true;
}

void BoxWindowTool::cancel(ToolTarget& target) {
    target.outline({});
}

}  // namespace fleming::viewer
