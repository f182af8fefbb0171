#include "viewer/tools/scroll_tool.h"

#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kPixelsPerSlice = 8.0;  // device-independent

}  // namespace

bool ScrollTool::handle(const PointerEvent& event, const MmToDevice&, ToolTarget& target) {
    switch (event.kind) {
        case PointerEvent::Kind::wheel:
            scroll(-event.notches, target);
            break;
        case PointerEvent::Kind::press:
            rest_ = 0.0;
            last_ = event.position;
            break;
        case PointerEvent::Kind::move:
            scroll((event.position.y() - last_.y()) / event.devicePixelRatio / kPixelsPerSlice, target);
            last_ = event.position;
            break;
        case PointerEvent::Kind::release:
            break;
    }
    return true;
}

void ScrollTool::scroll(double slices, ToolTarget& target) {
    rest_ += slices;
    // A little more, so that the rounding of ten tenths does not lose a slice.
    const int whole = static_cast<int>(rest_ + std::copysign(1e-6, rest_));
    rest_ -= whole;
    if (whole != 0) target.scrollBy(whole);
}

}  // namespace fleming::viewer
