#pragma once

#include <QListWidget>
#include <QPoint>
#include <QTimer>

namespace fleming::ui {

/// A list whose rows the mouse drags to another place, sideways or up and down as the list flows. The list never moves
/// a row itself: it asks by moveRequested(), and its owner shows the new order. So the rows on the screen cannot differ
/// from the order that the application holds, as they do when QAbstractItemView removes the row it has dragged.
/// Escape cancels a drag; near an edge the list scrolls.
class ReorderList : public QListWidget {
    Q_OBJECT

public:
    explicit ReorderList(QWidget* parent = nullptr);

Q_SIGNALS:
    void moveRequested(int from, int to);  ///< `to` is the row's index after the move

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    /// Asks for the move and makes the moved row current; does nothing if either index is not a row.
    void requestMove(int from, int to);

private:
    bool isDragging() const { return gap_ >= 0; }
    int along(QPoint point) const;  ///< the coordinate in the direction of the flow
    int gapAt(QPoint point) const;  ///< 0..count(): the row before which a drop at `point` inserts
    void dragTo(QPoint point);
    void scrollNearEdge();
    void endDrag();

    int pressedRow_ = -1;
    QPoint pressedAt_, pointer_;
    int gap_ = -1;  ///< -1: no drag is under way
    QTimer scrolling_;
};

}  // namespace fleming::ui
