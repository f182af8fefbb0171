#pragma once

#include "viewer/tools/tool.h"

namespace fleming::viewer {

/// The wheel and vertical drags go from slice to slice: down goes to higher numbers.
class ScrollTool : public Tool {
public:
    static constexpr const char* kId = "scroll";
    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;

private:
    void scroll(double slices, ToolTarget& target);

    double rest_ = 0.0;  ///< part of a slice that is left over
    QPointF last_;
};

}  // namespace fleming::viewer
