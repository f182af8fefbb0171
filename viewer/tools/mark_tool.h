#pragma once

#include "viewer/data/mark.h"
#include "viewer/marks/mark_geometry.h"
#include "viewer/tools/pan_tool.h"
#include "viewer/tools/tool.h"

#include <optional>

namespace fleming::viewer {

/// Draws, moves and resizes marks. A press on a handle of the selected mark resizes it, a press on the line of a mark
/// moves it. Elsewhere a tool with a shape draws that shape; a tool without a shape moves the mark that contains the
/// point, or pans the image.
///
/// Keys: arrows move the selected mark by a pixel of the image, with Ctrl by ten; with Shift they move its second
/// corner or the tip of its arrow. Delete removes it, Enter or Insert adds a mark in the middle, Escape drops the
/// selection.
class MarkTool : public Tool {
public:
    static constexpr const char* kSelectId = "select";

    explicit MarkTool(std::optional<MarkShape> shape) : shape_(shape) {}

    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;
    void cancel(ToolTarget& target) override;
    bool wantsKey(const KeyPress& press, ToolTarget& target) const override;
    void handleKey(const KeyPress& press, const MmToDevice& map, ToolTarget& target) override;

private:
    enum class Drag { none, draw, change, pan };

    void press(const QPointF& point, double reach, MarkBoard& board);
    void move(const QPointF& point, double reach, MarkBoard& board);
    void release(MarkBoard& board);

    std::optional<MarkShape> shape_;
    PanTool pan_;
    Drag drag_ = Drag::none;
    QPointF start_;  ///< pixels of the image
    std::optional<int> index_;
    MarkPlace place_;  ///< of the mark at the start
    MarkGrip grip_;
};

}  // namespace fleming::viewer
