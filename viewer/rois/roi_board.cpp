#include "viewer/rois/roi_board.h"

#include "viewer/render/turn.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fleming::viewer {

void RoiBoard::setRois(std::vector<ShownRoi> rois) {
    rois_ = std::move(rois);
    if (change_ && change_->id && find(*change_->id) == nullptr) change_.reset();
    if (hovered_ && find(*hovered_) == nullptr) hovered_.reset();
    if (selected_ && find(*selected_) == nullptr) select({});
    Q_EMIT changed();
}

void RoiBoard::setPreviewValues(const QStringList& values) {
    if (!change_ || change_->values == values) return;
    change_->values = values;
    Q_EMIT changed();
}

void RoiBoard::setCanUndo(bool undo, bool redo) {
    canUndo_ = undo;
    canRedo_ = redo;
}

const ShownRoi* RoiBoard::find(int id) const {
    const auto found = std::ranges::find(rois_, id, &ShownRoi::id);
    return found == rois_.end() ? nullptr : &*found;
}

std::vector<ShownRoi> RoiBoard::shown() const {
    std::vector<ShownRoi> shown = rois_;
    if (!change_) return shown;
    if (!change_->id) {
        shown.push_back({.id = 0, .roi = change_->roi, .values = change_->values, .space = change_->space.space});
    } else if (const auto found = std::ranges::find(shown, *change_->id, &ShownRoi::id); found != shown.end()) {
        found->roi = change_->roi;
        if (!change_->values.isEmpty()) found->values = change_->values;
    }
    return shown;
}

void RoiBoard::select(std::optional<int> id) {
    if (std::exchange(selected_, id) == id) return;
    Q_EMIT selectionChanged();
    Q_EMIT changed();
}

void RoiBoard::hover(std::optional<int> id) {
    if (std::exchange(hovered_, id) != id) Q_EMIT changed();
}

void RoiBoard::preview(std::optional<int> id, const Roi& roi, const RoiSpace& space) {
    const bool goesOn = change_ && change_->id == id;
    change_ = Change{id, roi, space, goesOn ? change_->values : QStringList()};
    Q_EMIT changed();
    if (!isDegenerate(roi)) Q_EMIT previewed(roi, space.seriesId);
}

void RoiBoard::commit() {
    if (!change_) return;
    const Change made = *std::exchange(change_, std::nullopt);
    if (made.id) {
        change(*made.id, made.roi);
    } else {
        Q_EMIT added(made.roi, made.space.seriesId);
    }
    Q_EMIT changed();
}

void RoiBoard::cancel() {
    if (!change_) return;
    change_.reset();
    Q_EMIT changed();
}

RoiView roiView(RoiBoard& board, const RoiSpace& space, const SlicePlane& plane, const Geometry& geometry) {
    RoiView view{&board, space, {plane.origin, plane.right, plane.down}, {plane.origin, plane.normal(), 0}};
    if (const auto shown = shownSlice(geometry, plane)) {
        const SlicePlane stored = slicePlane(geometry, shown->slice.plane, shown->slice.index);
        view.plane = {stored.origin, stored.right, stored.down};
    }
    view.cut.reach = 0.5 / length(voxelsPerMm(geometry, view.cut.normal));
    if (plane.slab) view.cut.reach = std::max(view.cut.reach, plane.slab->mm / 2);
    return view;
}

std::optional<RoiHit> roiAt(const RoiView& view, const Vector3& mm, double reach) {
    std::vector<const ShownRoi*> order;
    for (const ShownRoi& roi : view.board->rois()) {
        if (roi.space == view.space.space) order.insert(order.begin(), &roi);
    }
    std::ranges::stable_partition(order, [&](const ShownRoi* roi) { return roi->id == view.board->selected(); });
    std::optional<RoiHit> line;
    for (const ShownRoi* shown : order) {
        if (liesIn(shown->roi, view.cut)) {
            const Vector2 point = toPlane(shown->roi.plane, mm);
            const std::vector<Vector2> grips = handles(shown->roi);
            std::optional<int> nearest;
            double least = reach;
            for (std::size_t i = 0; i < grips.size(); ++i) {
                const double distance = std::hypot(grips[i][0] - point[0], grips[i][1] - point[1]);
                if (distance <= least) {
                    least = distance;
                    nearest = static_cast<int>(i);
                }
            }
            if (nearest) return RoiHit{shown->id, nearest, true};
            if (!line && distanceToOutline(shown->roi, point) <= reach) line = RoiHit{shown->id, {}, true};
        } else if (!line) {
            for (const auto& [from, to] : cutBy(shown->roi, view.cut)) {
                const Vector3 along = minus(to, from);
                const Vector3 start = minus(mm, from);
                const double square = dot(along, along);
                const double part = square > 0 ? std::clamp(dot(start, along) / square, 0.0, 1.0) : 0.0;
                const Vector3 gap = plus(start, along, -part);
                // Along the normal a cut is anywhere within the slice.
                const double off = dot(gap, view.cut.normal);
                if (std::sqrt(std::max(0.0, dot(gap, gap) - off * off)) <= reach) line = RoiHit{shown->id, {}, false};
            }
        }
    }
    return line;
}

bool selectNext(const RoiView& view, bool forward) {
    std::vector<int> ids;
    for (const ShownRoi& shown : view.board->rois()) {
        if (shown.space == view.space.space && liesIn(shown.roi, view.cut)) ids.push_back(shown.id);
    }
    if (!forward) std::ranges::reverse(ids);
    const auto selected = view.board->selected();
    auto next = selected ? std::ranges::find(ids, *selected) : ids.end();
    next = next == ids.end() ? ids.begin() : next + 1;
    if (next == ids.end()) {
        view.board->select({});
        return false;
    }
    view.board->select(*next);
    return true;
}

}  // namespace fleming::viewer
