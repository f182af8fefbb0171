#pragma once

#include "viewer/tools/tool.h"

namespace fleming::viewer {

/// The wheel zooms at the pointer, and drags zoom at the point where they began: up enlarges.
class ZoomTool : public Tool {
public:
    static constexpr const char* kId = "zoom";
    static constexpr double kPerNotch = 1.2;  ///< also the step of the zoom keys
    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;

private:
    QPointF start_, last_;
};

}  // namespace fleming::viewer
