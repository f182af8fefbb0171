#pragma once

#include <QListWidget>
#include <QPoint>
#include <QTimer>

namespace fleming::ui {

/// A list whose rows can be dragged to another place with the mouse, along the flow of the list. It does not move rows
/// itself: it emits moveRequested(), and its owner changes the order and shows it. So the rows always show the order
/// that the application holds, which is not so with the drag and drop of QAbstractItemView. Escape cancels a drag; the
/// list scrolls near its edges.
class ReorderList : public QListWidget {
    Q_OBJECT

public:
    explicit ReorderList(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user wants row `from` to have the index `to`.
    void moveRequested(int from, int to);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    /// Emits moveRequested() and makes the moved row current. Does nothing if an index is out of range.
    void requestMove(int from, int to);

private:
    bool isDragging() const { return gap_ >= 0; }
    int along(QPoint point) const;  ///< the coordinate in the direction of the flow
    int gapAt(QPoint point) const;  ///< 0..count(): a drop at `point` inserts before this row
    void dragTo(QPoint point);
    void scrollNearEdge();
    void endDrag();

    int pressedRow_ = -1;
    QPoint pressedAt_, pointer_;
    int gap_ = -1;  ///< where a drop would insert, or -1 if nothing is being dragged
    QTimer scrolling_;
};

}  // namespace fleming::ui
