#pragma once

#include "app/workspace.h"
#include "ui/evidence/reorder_list.h"

namespace fleming::ui {

/// The questions that wait for their turn, above the box in which they are written: dragged into another order, removed
/// with Delete, taken back for a change with a double click. Hidden while there are none.
class WaitingQuestions : public ReorderList {
    Q_OBJECT

public:
    explicit WaitingQuestions(app::Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void takenBack(QString text);  ///< it no longer waits

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void refresh();
    void takeBack(int row);

    app::Workspace& workspace_;
};

}  // namespace fleming::ui
