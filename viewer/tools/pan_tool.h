#pragma once

#include "viewer/tools/tool.h"

namespace fleming::viewer {

/// Drags move the image.
class PanTool : public Tool {
public:
    static constexpr const char* kId = "pan";
    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;

private:
    QPointF last_;
};

}  // namespace fleming::viewer
