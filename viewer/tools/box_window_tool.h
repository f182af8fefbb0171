#pragma once

#include "viewer/tools/tool.h"

namespace fleming::viewer {

/// Drags a box; when it is released, the window fits the values inside.
class BoxWindowTool : public Tool {
public:
    static constexpr const char* kId = "box-window";
    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;
    void cancel(ToolTarget& target) override;

private:
    QPointF start_;
};

}  // namespace fleming::viewer
