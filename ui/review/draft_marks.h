#pragma once

#include "ui/review/image_marks.h"
#include "viewer/marks/mark_board.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace fleming::ui {

/// Ties the marks on a board to the draft of an exchange: the board shows those of one image, and what the user changes
/// there becomes part of the draft.
class DraftMarks : public QObject {
    Q_OBJECT

public:
    explicit DraftMarks(app::Workspace& workspace, QObject* parent = nullptr);

    viewer::MarkBoard* board() { return &board_; }

    /// Shows the marks on Image-<image> of an exchange; `size` is that of the image in pixels.
    void show(qint64 exchange, int image, const QSizeF& size);

    /// Shows nothing.
    void clear();

    /// Returns the draft whose marks are shown, or null.
    app::ReviewDraft* draft() const { return draft_; }

    /// Returns the index in the draft of the selected mark, which may be on another image.
    std::optional<int> selectedMark() const;

    /// Sets the note of the selected mark.
    void setNote(const QString& note);

    /// Ties the selected mark to a span, or unties it.
    void setLinked(int span, bool linked);
    bool isLinked(int span) const;

    /// Returns what is known about the mark under the pointer: number, labels, note, and the reviewer if it is not the
    /// user's. Empty if there is none.
    QString hoveredText() const { return hovered_; }

Q_SIGNALS:
    /// The marks, or which of them is selected or under the pointer, have changed.
    void changed();

private:
    void follow(app::ReviewDraft* draft);
    void refresh();
    void add(const viewer::MarkPlace& place);
    void move(int index, const viewer::MarkPlace& place);
    void point(std::optional<int> index);

    app::Workspace& workspace_;
    viewer::MarkBoard board_;
    QPointer<app::ReviewDraft> draft_;
    qint64 exchange_ = 0;
    int image_ = 0;
    ImageMarks marks_;
    QString hovered_;
};

}  // namespace fleming::ui
