#pragma once

#include "viewer/rois/roi_board.h"
#include "viewer/tools/tool.h"

#include <optional>

namespace fleming::viewer {

/// Draws measured regions, and changes them. A press on a handle moves it, a press on a line moves the region, a click
/// selects it. Elsewhere a tool with a shape draws that shape; a tool without a shape does not take the press.
///
/// A shape of two points is dragged, or drawn with two clicks; an angle continues with a click on its third point, a
/// Cobb angle with a second line. A polygon gets a corner with each click, and is closed by a click on its first one, a
/// double click or Enter; Backspace takes the last corner back. Esc drops what is being drawn.
///
/// Keys of the selected region: arrows move it by a pixel of the screen, with Shift by ten; Esc ends the selection if
/// no other tool is picked. Delete removes the selected region, or the one under the pointer. Ctrl+Z and Ctrl+Shift+Z
/// undo and redo.
class RoiTool : public Tool {
public:
    explicit RoiTool(std::optional<RoiShape> shape = {}) : shape_(shape) {}

    bool handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;
    void hover(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) override;
    void cancel(ToolTarget& target) override;
    bool wantsKey(const KeyPress& press, ToolTarget& target) const override;
    void handleKey(const KeyPress& press, const MmToDevice& map, ToolTarget& target) override;

private:
    /// A region that is being changed.
    struct Grab {
        int id;
        std::optional<int> handle;
        Roi before;
        Vector2 start;
        bool canMove;
    };

    bool press(const PointerEvent& event, const MmToDevice& map, const RoiView& view);
    void move(const PointerEvent& event, const MmToDevice& map, const RoiView& view);
    void release(const PointerEvent& event, const MmToDevice& map, const RoiView& view);
    void begin(const RoiView& view, const Vector3& mm);
    void moveLast(const Vector3& mm, RoiBoard& board);
    void fix(const PointerEvent& event, const MmToDevice& map, RoiBoard& board);
    void finish(RoiBoard& board);

    std::optional<RoiShape> shape_;
    std::optional<Grab> grab_;
    std::optional<Roi> drawn_;  ///< its last point follows the pointer, unless `lineEnded_`
    RoiSpace space_;            ///< of drawn_
    bool lineEnded_ = false;    ///< the next press begins the second line
    QPointF pressed_;           ///< device pixels
};

/// Returns the region that a press at a device pixel takes.
std::optional<RoiHit> regionAt(const RoiView& view, const MmToDevice& map, const QPointF& device,
                               double devicePixelRatio);

}  // namespace fleming::viewer
