#include "ui/evidence/reorder_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace fleming::ui {

namespace {
constexpr int kScrollInterval = 30;  // ms
constexpr int kScrollStep = 12;      // pixels
constexpr int kScrollMargin = 24;    // pixels from an edge
}  // namespace

ReorderList::ReorderList(QWidget* parent) : QListWidget(parent) {
    setDragDropMode(QAbstractItemView::NoDragDrop);
    setSelectionMode(QAbstractItemView::SingleSelection);
    scrolling_.setInterval(kScrollInterval);
    connect(&scrolling_, &QTimer::timeout, this, &ReorderList::scrollNearEdge);
    // The indices of a drag are invalid after rows have changed.
    connect(model(), &QAbstractItemModel::rowsInserted, this, &ReorderList::endDrag);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, &ReorderList::endDrag);
}

int ReorderList::along(QPoint point) const {
    return flow() == QListView::LeftToRight ? point.x() : point.y();
}

int ReorderList::gapAt(QPoint point) const {
    for (int row = 0; row < count(); ++row) {
        if (along(point) < along(visualItemRect(item(row)).center())) return row;
    }
    return count();
}

void ReorderList::requestMove(int from, int to) {
    if (from < 0 || from >= count() || to < 0 || to >= count() || from == to) return;
    Q_EMIT moveRequested(from, to);
    setCurrentRow(to);
}

void ReorderList::mousePressEvent(QMouseEvent* event) {
    endDrag();
    if (event->button() == Qt::LeftButton) {
        pressedAt_ = event->position().toPoint();
        pressedRow_ = row(itemAt(pressedAt_));
    }
    QListWidget::mousePressEvent(event);
}

void ReorderList::mouseMoveEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (pressedRow_ < 0 || !(event->buttons() & Qt::LeftButton)) {
        QListWidget::mouseMoveEvent(event);
    } else if (isDragging() || (point - pressedAt_).manhattanLength() >= QApplication::startDragDistance()) {
        dragTo(point);
    }
}

void ReorderList::dragTo(QPoint point) {
    if (!isDragging()) {
        viewport()->setCursor(Qt::ClosedHandCursor);
        scrolling_.start();
    }
    pointer_ = point;
    gap_ = gapAt(point);
    viewport()->update();
}

void ReorderList::mouseReleaseEvent(QMouseEvent* event) {
    if (!isDragging() || event->button() != Qt::LeftButton) {
        pressedRow_ = -1;
        QListWidget::mouseReleaseEvent(event);
        return;
    }
    // The base class does not get the event, which it would take for a click.
    const int from = pressedRow_;
    const int gap = gap_;
    endDrag();
    setState(QAbstractItemView::NoState);
    requestMove(from, gap > from ? gap - 1 : gap);
}

void ReorderList::keyPressEvent(QKeyEvent* event) {
    if (isDragging() && event->key() == Qt::Key_Escape) {
        endDrag();
    } else {
        QListWidget::keyPressEvent(event);
    }
}

void ReorderList::focusOutEvent(QFocusEvent* event) {
    endDrag();
    QListWidget::focusOutEvent(event);
}

void ReorderList::endDrag() {
    pressedRow_ = -1;
    gap_ = -1;
    scrolling_.stop();
    viewport()->unsetCursor();
    viewport()->update();
}

void ReorderList::scrollNearEdge() {
    const bool sideways = flow() == QListView::LeftToRight;
    QScrollBar* bar = sideways ? horizontalScrollBar() : verticalScrollBar();
    const int length = sideways ? viewport()->width() : viewport()->height();
    const int at = along(pointer_);
    const int step = at < kScrollMargin ? -kScrollStep : at > length - kScrollMargin ? kScrollStep : 0;
    if (step == 0) return;
    bar->setValue(bar->value() + step);
    dragTo(pointer_);
}

void ReorderList::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (!isDragging() || count() == 0) return;
    const QRect beside = visualItemRect(item(qMin(gap_, count() - 1)));
    const bool atEnd = gap_ == count();
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
    if (flow() == QListView::LeftToRight) {
        const int x = qMax(1, atEnd ? beside.right() : beside.left());
        painter.drawLine(x, beside.top(), x, beside.bottom());
    } else {
        const int y = qMax(1, atEnd ? beside.bottom() : beside.top());
        painter.drawLine(beside.left(), y, beside.right(), y);
    }
}

}  // namespace fleming::ui
