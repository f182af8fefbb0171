#include "viewer/tools/mark_tool.h"

#include "viewer/marks/mark_board.h"
#include "viewer/tools/tool_keys.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kReach = 6;     // device-independent pixels at which a line or a handle is hit
constexpr double kShortest = 4;  // device-independent pixels; a shorter drag is a click

QPointF withinImage(const QPointF& point, const QSizeF& image) {
    return {std::clamp(point.x(), 0.0, image.width()), std::clamp(point.y(), 0.0, image.height())};
}

/// Returns true if a mark has no area or, for an arrow, no length.
bool isDegenerate(const MarkPlace& place) {
    return isClosed(place.shape) ? bounds(place).isEmpty() : bounds(place).isNull();
}

bool isAddition(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Insert;
}

}  // namespace

bool MarkTool::handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) {
    MarkBoard* board = target.markBoard();
    if (board == nullptr) return false;
    const QTransform toDevice = map.imageToDevice();
    const QPointF point = toDevice.inverted().map(event.position);
    const double unit = event.devicePixelRatio / toDevice.m11();  // pixels of the image per device-independent pixel
    switch (event.kind) {
        case PointerEvent::Kind::press:
            press(point, kReach * unit, *board);
            break;
        case PointerEvent::Kind::move:
            move(point, kShortest * unit, *board);
            break;
        case PointerEvent::Kind::release:
            release(*board);
            break;
        case PointerEvent::Kind::wheel:
            return false;
    }
    if (drag_ == Drag::pan) pan_.handle(event, map, target);
    if (event.kind == PointerEvent::Kind::release) drag_ = Drag::none;
    return true;
}

void MarkTool::press(const QPointF& point, double reach, MarkBoard& board) {
    start_ = point;
    if (const auto grip = board.gripAt(point, reach)) {
        drag_ = Drag::change;
        index_ = board.selected();
        grip_ = *grip;
    } else if (const auto hit = board.markAt(point, reach, !shape_); hit && board.canChange(*hit)) {
        board.select(hit);
        drag_ = Drag::change;
        index_ = hit;
        grip_ = kWholeMark;
    } else {
        board.select({});
        drag_ = shape_ && board.isEditable() ? Drag::draw : Drag::pan;
        index_.reset();
    }
    if (index_) place_ = board.marks()[static_cast<std::size_t>(*index_)].place;
}

/// Shows the change, once the drag is too long for a click.
void MarkTool::move(const QPointF& point, double shortest, MarkBoard& board) {
    const QPointF by = point - start_;
    if (!board.isChanging() && std::hypot(by.x(), by.y()) < shortest) return;
    if (drag_ == Drag::draw) {
        const QPointF from = withinImage(start_, board.imageSize()), to = withinImage(point, board.imageSize());
        board.preview({}, {*shape_, from.x(), from.y(), to.x(), to.y()});
    } else if (drag_ == Drag::change && *index_ < static_cast<int>(board.marks().size())) {
        board.preview(index_, dragged(place_, grip_, by, board.imageSize()));
    }
}

void MarkTool::release(MarkBoard& board) {
    if (!board.isChanging()) return;
    const std::vector<ShownMark> shown = board.shown();
    const bool isFlat = isDegenerate(index_ ? shown.at(static_cast<std::size_t>(*index_)).place : shown.back().place);
    isFlat ? board.cancel() : board.commit();
}

void MarkTool::cancel(ToolTarget& target) {
    if (MarkBoard* board = target.markBoard()) board->cancel();
    drag_ = Drag::none;
}

bool MarkTool::wantsKey(const KeyPress& press, ToolTarget& target) const {
    const MarkBoard* board = target.markBoard();
    if (board == nullptr) return false;
    // With Ctrl, Enter is no key of a tool: it submits.
    if (isAddition(press.key)) return board->isEditable() && (press.modifiers & ~Qt::KeypadModifier) == 0;
    return board->selected() && (arrowStep(press.key) || isRemovalKey(press.key) || press.key == Qt::Key_Escape);
}

void MarkTool::handleKey(const KeyPress& press, const MmToDevice& map, ToolTarget& target) {
    MarkBoard& board = *target.markBoard();
    if (isAddition(press.key)) {
        const QRectF view(QPointF(), 2 * target.viewport().middle());
        const QRectF image(QPointF(), board.imageSize());
        const QRectF visible = map.imageToDevice().inverted().mapRect(view).intersected(image);
        return board.add(markInMiddle(shape_.value_or(MarkShape::box), visible.isEmpty() ? image : visible));
    }
    const int index = *board.selected();
    if (isRemovalKey(press.key)) return board.remove(index);
    const auto step = arrowStep(press.key);
    if (!step) return board.select({});
    const MarkGrip grip = press.modifiers & Qt::ShiftModifier ? MarkGrip{.x2 = true, .y2 = true} : kWholeMark;
    const QPointF by = *step * (press.modifiers & Qt::ControlModifier ? 10 : 1);
    const MarkPlace& place = board.marks()[static_cast<std::size_t>(index)].place;
    const MarkPlace to = dragged(place, grip, by, board.imageSize());
    // A resized mark keeps at least a pixel, so that the corner that moves stays the second one.
    const bool collapses = (by.x() < 0 && to.x2 < to.x1 + 1) || (by.y() < 0 && to.y2 < to.y1 + 1);
    if (grip != kWholeMark && (isClosed(place.shape) ? collapses : isDegenerate(to))) return;
    board.change(index, to);
}

}  // namespace fleming::viewer
