#include "viewer/tools/roi_tool.h"

#include "viewer/tools/tool_keys.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

// Device-independent pixels.
constexpr double kReach = 8;         // at which a line or a handle is hit
constexpr double kFreehandStep = 2;  // between the points of a line that is drawn

double distance(const QPointF& a, const QPointF& b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Returns the distance of two positions that are `pixels` device pixels apart.
double mmOf(double pixels, const MmToDevice& map) {
    return length(minus(map.toMm({pixels, 0}), map.toMm({0, 0})));
}

bool isUndo(const KeyPress& press) {
    return press.key == Qt::Key_Z && press.modifiers == Qt::ControlModifier;
}

bool isRedo(const KeyPress& press) {
    return (press.key == Qt::Key_Z && press.modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) ||
           (press.key == Qt::Key_Y && press.modifiers == Qt::ControlModifier);
}

/// Returns the selected region if it lies in the plane of a view, and so can be moved there.
const ShownRoi* movable(const RoiView& view) {
    const auto selected = view.board->selected();
    const ShownRoi* found = selected ? view.board->find(*selected) : nullptr;
    const bool isHere = found != nullptr && found->space == view.space.space && liesIn(found->roi, view.cut);
    return isHere ? found : nullptr;
}

}  // namespace

std::optional<RoiHit> regionAt(const RoiView& view, const MmToDevice& map, const QPointF& device,
                               double devicePixelRatio) {
    return roiAt(view, map.toMm(device), mmOf(kReach * devicePixelRatio, map));
}

bool RoiTool::handle(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) {
    const std::optional<RoiView> view = target.roiView();
    if (!view) return false;
    switch (event.kind) {
        case PointerEvent::Kind::press:
            return press(event, map, *view);
        case PointerEvent::Kind::move:
            move(event, map, *view);
            return true;
        case PointerEvent::Kind::release:
            release(event, map, *view);
            return true;
        case PointerEvent::Kind::wheel:
            break;
    }
    return false;
}

bool RoiTool::press(const PointerEvent& event, const MmToDevice& map, const RoiView& view) {
    pressed_ = event.position;
    const Vector3 mm = map.toMm(event.position);
    RoiBoard& board = *view.board;
    if (drawn_) {
        if (lineEnded_) {
            const Vector2 point = toPlane(drawn_->plane, mm);
            drawn_->points.insert(drawn_->points.end(), 2, point);
            lineEnded_ = false;
        }
        moveLast(mm, board);
        return true;
    }
    if (const auto hit = regionAt(view, map, event.position, event.devicePixelRatio)) {
        const ShownRoi& shown = *board.find(hit->id);
        grab_ = Grab{hit->id, hit->handle, shown.roi, toPlane(shown.roi.plane, mm), hit->inFull};
        return true;
    }
    if (!shape_ || !map.isInImage(event.position)) return false;
    board.select({});
    begin(view, mm);
    return true;
}

void RoiTool::begin(const RoiView& view, const Vector3& mm) {
    space_ = view.space;
    lineEnded_ = false;
    const Vector2 point = toPlane(view.plane, mm);
    drawn_ = Roi{*shape_, view.plane, {point}};
    if (*shape_ != RoiShape::probe && *shape_ != RoiShape::freehand) drawn_->points.push_back(point);
    moveLast(mm, *view.board);
}

/// Moves the point that follows the pointer, and shows the region.
void RoiTool::moveLast(const Vector3& mm, RoiBoard& board) {
    drawn_->points.back() = toPlane(drawn_->plane, mm);
    Roi shown = *drawn_;
    if (shown.shape == RoiShape::bidirectional) shown.points = diameters(shown.points[0], shown.points[1]);
    board.preview({}, shown, space_);
}

void RoiTool::move(const PointerEvent& event, const MmToDevice& map, const RoiView& view) {
    const Vector3 mm = map.toMm(event.position);
    RoiBoard& board = *view.board;
    if (grab_) {
        const bool isClick = distance(event.position, pressed_) <= kClickReach * event.devicePixelRatio;
        if (!grab_->canMove || (isClick && !board.isChanging())) return;
        const Vector2 to = toPlane(grab_->before.plane, mm);
        const Vector2 by{to[0] - grab_->start[0], to[1] - grab_->start[1]};
        return board.preview(grab_->id, dragged(grab_->before, grab_->handle, by), view.space);
    }
    if (!drawn_ || lineEnded_) return;
    if (drawn_->shape == RoiShape::freehand) {
        const QPointF last = map.toDevice(toPatient(drawn_->plane, drawn_->points.back()));
        if (distance(last, event.position) < kFreehandStep * event.devicePixelRatio) return;
        drawn_->points.push_back(toPlane(drawn_->plane, mm));
    }
    moveLast(mm, board);
}

void RoiTool::hover(const PointerEvent& event, const MmToDevice& map, ToolTarget& target) {
    const std::optional<RoiView> view = target.roiView();
    if (view && drawn_ && !lineEnded_) moveLast(map.toMm(event.position), *view->board);
}

void RoiTool::release(const PointerEvent& event, const MmToDevice& map, const RoiView& view) {
    RoiBoard& board = *view.board;
    if (grab_) {
        board.select(grab_->id);
        board.commit();
        grab_.reset();
    } else if (drawn_) {
        fix(event, map, board);
    }
}

/// Fixes the point that follows the pointer, and goes on with the next one or finishes.
void RoiTool::fix(const PointerEvent& event, const MmToDevice& map, RoiBoard& board) {
    std::vector<Vector2>& points = drawn_->points;
    if (drawn_->shape == RoiShape::probe || drawn_->shape == RoiShape::freehand) return finish(board);
    const auto deviceOf = [&](const Vector2& point) { return map.toDevice(toPatient(drawn_->plane, point)); };
    const auto isAt = [&](const Vector2& point, double reach) {
        return distance(deviceOf(point), event.position) <= reach * event.devicePixelRatio;
    };
    const int fixed = static_cast<int>(points.size()) - 1;
    if (drawn_->shape == RoiShape::polygon && fixed >= kFewestCorners &&
        (isAt(points.front(), kReach) || isAt(points[points.size() - 2], kClickReach))) {
        points.pop_back();
        return finish(board);
    }
    // A click places a point; the next one follows the pointer until the next click.
    if (isAt(points[points.size() - 2], kClickReach)) return;
    const int count = drawn_->shape == RoiShape::bidirectional ? 2 : pointCount(drawn_->shape);
    if (fixed + 1 == count) return finish(board);
    if (drawn_->shape == RoiShape::cobb) {
        lineEnded_ = true;
    } else {
        points.push_back(points.back());
    }
}

void RoiTool::finish(RoiBoard& board) {
    Roi done = std::move(*drawn_);
    drawn_.reset();
    lineEnded_ = false;
    if (done.shape == RoiShape::bidirectional) done.points = diameters(done.points[0], done.points[1]);
    if (isDegenerate(done)) return board.cancel();
    board.preview({}, done, space_);
    board.commit();
}

void RoiTool::cancel(ToolTarget& target) {
    if (!drawn_ && !grab_) return;  // the board may show what another view draws
    grab_.reset();
    drawn_.reset();
    lineEnded_ = false;
    if (const auto view = target.roiView()) view->board->cancel();
}

bool RoiTool::wantsKey(const KeyPress& press, ToolTarget& target) const {
    const std::optional<RoiView> view = target.roiView();
    if (!view) return false;
    const RoiBoard& board = *view->board;
    if (drawn_) {
        const bool isPolygon = drawn_->shape == RoiShape::polygon;
        return press.key == Qt::Key_Escape ||
               (isPolygon && (isRemovalKey(press.key) || press.key == Qt::Key_Return || press.key == Qt::Key_Enter));
    }
    if (isUndo(press)) return board.canUndo();
    if (isRedo(press)) return board.canRedo();
    if (isRemovalKey(press.key)) return press.modifiers == Qt::NoModifier && board.current().has_value();
    if (press.key == Qt::Key_Escape) return !shape_ && board.selected();
    const bool moves = arrowStep(press.key) && (press.modifiers & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    return moves && movable(*view) != nullptr;
}

void RoiTool::handleKey(const KeyPress& press, const MmToDevice& map, ToolTarget& target) {
    const RoiView view = *target.roiView();
    RoiBoard& board = *view.board;
    if (drawn_) {
        std::vector<Vector2>& points = drawn_->points;
        if (press.key == Qt::Key_Escape || (isRemovalKey(press.key) && points.size() <= 2)) return cancel(target);
        if (isRemovalKey(press.key)) {
            points.erase(points.end() - 2);
            return board.preview({}, *drawn_, space_);
        }
        points.pop_back();
        return finish(board);
    }
    if (isUndo(press)) return board.undo();
    if (isRedo(press)) return board.redo();
    if (isRemovalKey(press.key)) return board.remove(*board.current());
    const auto step = arrowStep(press.key);
    if (!step) return board.select({});
    const ShownRoi& shown = *movable(view);
    const QPointF by = *step * (press.modifiers & Qt::ShiftModifier ? 10 : 1);
    const Vector2 from = toPlane(shown.roi.plane, map.toMm({0, 0})), to = toPlane(shown.roi.plane, map.toMm(by));
    board.change(shown.id, dragged(shown.roi, {}, {to[0] - from[0], to[1] - from[1]}));
}

}  // namespace fleming::viewer
