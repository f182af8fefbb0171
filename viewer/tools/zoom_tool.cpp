#include "viewer/tools/zoom_tool.h"

#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kPerPixel = 1.01;

}  // namespace

bool ZoomTool::handle(const PointerEvent& event, const MmToDevice&, ToolTarget& target) {
    switch (event.kind) {
        case PointerEvent::Kind::wheel:
            target.viewport().zoomAt(event.position, std::pow(kPerNotch, event.notches));
            target.viewportChanged();
            break;
        case PointerEvent::Kind::press:
            start_ = last_ = event.position;
            break;
        case PointerEvent::Kind::move:
            target.viewport().zoomAt(start_,
                                     std::pow(kPerPixel, (last_.y() - event.position.y()) / event.devicePixelRatio));
            last_ = event.position;
            target.viewportChanged();
            break;
        case PointerEvent::Kind::release:
            break;
    }
    return true;
}

}  // namespace fleming::viewer
