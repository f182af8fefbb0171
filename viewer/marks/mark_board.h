#pragma once

#include "viewer/marks/mark_geometry.h"
#include "viewer/marks/mark_painter.h"

#include <QObject>

#include <optional>
#include <vector>

namespace fleming::viewer {

/// The marks on the image of a view, and the change that the user is making. The owner sets the marks, makes the
/// changes that the signals ask for, and sets the marks again.
class MarkBoard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // --- for the owner ---------------------------------------------------------------------------------------------

    /// Changes to another image (size in pixels) and its marks; at most one is selected, and that one is the user's.
    /// If not `editable`, no mark can be changed or added.
    void setImage(const QSizeF& size, std::vector<ShownMark> marks, bool editable);

    /// Replaces the marks of the image. A change that the user is making continues.
    void setMarks(std::vector<ShownMark> marks);
    void setMarks(std::vector<ShownMark> marks, bool editable);

    // --- for the view and its tools --------------------------------------------------------------------------------

    const QSizeF& imageSize() const { return size_; }
    bool isEditable() const { return editable_; }
    const std::vector<ShownMark>& marks() const { return marks_; }

    /// Returns the marks with the change that the user is making.
    std::vector<ShownMark> shown() const;

    /// Returns the index of the selected mark.
    std::optional<int> selected() const;

    /// Returns true if the user can change the mark.
    bool canChange(int index) const;

    /// Returns the mark at a point: one whose line is at most `reach` pixels away or, if `inside`, else the smallest
    /// that contains the point. The selected mark is preferred, then the one that is drawn last.
    std::optional<int> markAt(const QPointF& point, double reach, bool inside) const;

    /// Returns the part of the selected mark that a drag from `point` changes, if a handle is at most `reach` pixels
    /// away.
    std::optional<MarkGrip> gripAt(const QPointF& point, double reach) const;

    /// Shows a change without making it: mark `index`, or a new one without an index, as `place`.
    void preview(std::optional<int> index, const MarkPlace& place);

    /// Makes the change that is shown.
    void commit();

    /// Drops the change that is shown.
    void cancel();
    bool isChanging() const { return change_.has_value(); }

    void add(const MarkPlace& place) { Q_EMIT added(normalized(place)); }
    void change(int index, const MarkPlace& place) { Q_EMIT moved(index, normalized(place)); }
    void remove(int index) { Q_EMIT removed(index); }
    void select(std::optional<int> index);
    void hover(std::optional<int> index);

    /// Selects the user's next mark, or the one before. Returns false and selects none if there is no other.
    bool selectNext(bool forward);

Q_SIGNALS:
    /// The marks look different.
    void changed();
    // The user wants to change something.
    void added(fleming::viewer::MarkPlace place);
    void moved(int index, fleming::viewer::MarkPlace place);
    void removed(int index);
    void selectionChanged(std::optional<int> index);
    void hoverChanged(std::optional<int> index);

private:
    struct Change {
        std::optional<int> index;
        MarkPlace place;
    };

    QSizeF size_;
    bool editable_ = false;
    std::vector<ShownMark> marks_;
    std::optional<Change> change_;
    std::optional<int> hovered_;
};

}  // namespace fleming::viewer
