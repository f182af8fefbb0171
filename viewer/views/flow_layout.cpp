#include "viewer/views/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <limits>

namespace fleming::viewer {

FlowLayout::FlowLayout(int spacing, QWidget* parent) : QLayout(parent) {
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() {
    for (QLayoutItem* item : items_)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    items_.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item != nullptr) items_.erase(items_.begin() + index);
    return item;
}

/// Returns the size of an item; the stretched one gets its minimum and grows later.
QSize FlowLayout::wanted(const QLayoutItem* item) const {
    const QSize hint = item->sizeHint();
    if (stretched_ == nullptr || const_cast<QLayoutItem*>(item)->widget() != stretched_) return hint;
    return {std::min(hint.width(), std::max(item->minimumSize().width(), stretched_->minimumWidth())), hint.height()};
}

std::vector<FlowLayout::Row> FlowLayout::rowsFor(int width) const {
    std::vector<Row> rows;
    for (QLayoutItem* item : items_) {
        if (item->isEmpty()) continue;
        const QSize size = wanted(item);
        if (rows.empty() || rows.back().width + spacing() + size.width() > width) rows.emplace_back();
        Row& row = rows.back();
        row.width += size.width() + (row.items.empty() ? 0 : spacing());
        row.height = std::max(row.height, size.height());
        row.items.push_back(item);
    }
    return rows;
}

int FlowLayout::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    int height = margins.top() + margins.bottom();
    const std::vector<Row> rows = rowsFor(width - margins.left() - margins.right());
    for (const Row& row : rows)
        height += row.height;
    return height + spacing() * std::max(0, static_cast<int>(rows.size()) - 1);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : items_) {
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    }
    size = size.grownBy(contentsMargins());
    // The height of the rows at the present width.
    if (width_ > 0) size.setHeight(std::max(size.height(), heightForWidth(width_)));
    return size;
}

QSize FlowLayout::sizeHint() const {
    const std::vector<Row> rows = rowsFor(std::numeric_limits<int>::max() / 2);
    return (rows.empty() ? QSize(0, 0) : QSize(rows.front().width, rows.front().height)).grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    if (rect.width() != width_) {
        const bool otherRows = heightForWidth(rect.width()) != heightForWidth(width_);
        width_ = rect.width();
        // Later, because the parent layouts are still distributing their geometry.
        if (otherRows)
            QMetaObject::invokeMethod(
                this, [this] { update(); }, Qt::QueuedConnection);
    }
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.top();
    for (const Row& row : rowsFor(area.width())) {
        int x = area.left();
        for (QLayoutItem* item : row.items) {
            QSize size = wanted(item);
            if (stretched_ != nullptr && item->widget() == stretched_)
                size.rwidth() += std::max(0, area.width() - row.width);
            size.setWidth(std::min(size.width(), area.width()));
            const QRect place(QPoint(x, y + (row.height - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(direction, area, place));
            x += size.width() + spacing();
        }
        y += row.height + spacing();
    }
}

}  // namespace fleming::viewer
