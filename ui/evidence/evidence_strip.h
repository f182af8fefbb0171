#pragma once

#include "app/workspace.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QSpinBox;
class QToolButton;

namespace fleming::viewer {
class FlowLayout;
}

namespace fleming::ui {

class EvidenceList;
class ViewArea;

/// Below the view: the pictures that go with the question, numbered as the model knows them, and the ways to pick them.
/// Dragging, or Ctrl+Left and Ctrl+Right, puts them in another order; Delete removes; Enter shows one in the view.
class EvidenceStrip : public QWidget {
    Q_OBJECT

public:
    EvidenceStrip(app::Workspace& workspace, ViewArea& views, QWidget* parent = nullptr);

    QListWidget* list() const;
    QAction* addCurrentAction() const { return addCurrent_; }
    QAction* addEvenlyAction() const { return addEvenly_; }
    QAction* addClipAction() const { return addClip_; }
    QAction* addPresetAction() const { return addPreset_; }
    QAction* removeAction() const { return remove_; }
    QAction* clearAction() const { return clear_; }
    QAction* undoAction() const { return undo_; }
    QSpinBox* countBox() const { return count_; }

Q_SIGNALS:
    void showRequested(int index);  ///< show this piece of evidence in the view
    void cleared();                 ///< by the user; can be undone

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeActions();
    void fitButtons();  ///< leaves out text that would take a second row
    void refreshActions();
    void refreshList();
    void refreshHint();
    void add(const app::Selection& selection);

    app::Workspace& workspace_;
    ViewArea& views_;
    EvidenceList* list_;
    QLabel* hint_;
    QLabel* heading_;
    QSpinBox* count_;
    viewer::FlowLayout* tools_;
    std::vector<QToolButton*> textButtons_;
    QAction *addCurrent_, *addEvenly_, *addClip_, *addPreset_, *remove_, *clear_, *undo_;
};

}  // namespace fleming::ui
