#pragma once

#include "app/chat/question_queue.h"
#include "ui/evidence/reorder_list.h"

namespace fleming::ui {

/// The questions that wait for their turn, above the question box. Dragging changes their order, Delete removes one,
/// and a double click takes one back to edit it. Hidden while no question waits.
class WaitingQuestions : public ReorderList {
    Q_OBJECT

public:
    explicit WaitingQuestions(app::QuestionQueue& queue, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A question was removed from the queue to be edited.
    void takenBack(QString text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void refresh();
    void takeBack(int row);

    app::QuestionQueue& queue_;
};

}  // namespace fleming::ui
