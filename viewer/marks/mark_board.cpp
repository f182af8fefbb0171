#include "viewer/marks/mark_board.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::viewer {

void MarkBoard::setImage(const QSizeF& size, std::vector<ShownMark> marks, bool editable) {
    size_ = size;
    editable_ = editable;
    change_.reset();
    hovered_.reset();
    setMarks(std::move(marks));
}

void MarkBoard::setMarks(std::vector<ShownMark> marks) {
    marks_ = std::move(marks);
    const auto count = static_cast<int>(marks_.size());
    if (change_ && change_->index && *change_->index >= count) change_.reset();
    if (hovered_ && *hovered_ >= count) hovered_.reset();
    Q_EMIT changed();
}

void MarkBoard::setMarks(std::vector<ShownMark> marks, bool editable) {
    editable_ = editable;
    setMarks(std::move(marks));
}

std::vector<ShownMark> MarkBoard::shown() const {
    std::vector<ShownMark> shown = marks_;
    if (!change_) return shown;
    if (change_->index) {
        shown[static_cast<std::size_t>(*change_->index)].place = change_->place;
    } else {
        for (ShownMark& mark : shown)
            mark.isSelected = false;
        shown.push_back({.place = change_->place, .isLit = true, .isSelected = true});
    }
    return shown;
}

std::optional<int> MarkBoard::selected() const {
    const auto found = std::ranges::find_if(marks_, &ShownMark::isSelected);
    if (found == marks_.end()) return {};
    return static_cast<int>(found - marks_.begin());
}

bool MarkBoard::canChange(int index) const {
    return editable_ && marks_.at(static_cast<std::size_t>(index)).isOwn;
}

std::optional<int> MarkBoard::markAt(const QPointF& point, double reach, bool inside) const {
    std::vector<int> order;
    if (const auto first = selected()) order.push_back(*first);
    for (int i = static_cast<int>(marks_.size()) - 1; i >= 0; --i)
        order.push_back(i);
    const auto placeOf = [this](int index) -> const MarkPlace& {
        return marks_[static_cast<std::size_t>(index)].place;
    };
    for (const int index : order) {
        if (distanceToOutline(placeOf(index), point) <= reach) return index;
    }
    if (!inside) return {};
    const auto areaOf = [&](int index) {
        const QRectF box = bounds(placeOf(index));
        return box.width() * box.height();
    };
    std::optional<int> smallest;
    for (const int index : order) {
        if (!contains(placeOf(index), point)) continue;
        if (!smallest || areaOf(index) < areaOf(*smallest)) smallest = index;
    }
    return smallest;
}

std::optional<MarkGrip> MarkBoard::gripAt(const QPointF& point, double reach) const {
    const auto index = selected();
    if (!index || !canChange(*index)) return {};
    for (const MarkHandle& handle : handles(marks_[static_cast<std::size_t>(*index)].place)) {
        const QPointF gap = handle.at - point;
        if (std::max(std::abs(gap.x()), std::abs(gap.y())) <= reach) return handle.grip;
    }
    return {};
}

void MarkBoard::preview(std::optional<int> index, const MarkPlace& place) {
    change_ = Change{index, place};
    Q_EMIT changed();
}

void MarkBoard::commit() {
    if (!change_) return;
    const Change made = *std::exchange(change_, std::nullopt);
    made.index ? change(*made.index, made.place) : add(made.place);
    Q_EMIT changed();
}

void MarkBoard::cancel() {
    if (!change_) return;
    change_.reset();
    Q_EMIT changed();
}

void MarkBoard::select(std::optional<int> index) {
    if (index != selected()) Q_EMIT selectionChanged(index);
}

void MarkBoard::hover(std::optional<int> index) {
    if (std::exchange(hovered_, index) != index) Q_EMIT hoverChanged(index);
}

bool MarkBoard::selectNext(bool forward) {
    const auto count = static_cast<int>(marks_.size());
    const int step = forward ? 1 : -1;
    for (int i = selected().value_or(forward ? -1 : count) + step; i >= 0 && i < count; i += step) {
        if (!canChange(i)) continue;
        select(i);
        return true;
    }
    select({});
    return false;
}

}  // namespace fleming::viewer
