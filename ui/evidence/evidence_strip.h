#pragma once

#include "app/evidence/evidence.h"
#include "ui/window/panels.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QListWidget;
class QSpinBox;
class QToolButton;

namespace fleming::viewer {
class FlowLayout;
}

namespace fleming::ui {

class EvidenceThumbnails;

/// The panel below the view: the images that go with the question, with their numbers, and the ways to pick them.
class EvidenceStrip : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceStrip(const PanelContext& context, QWidget* parent = nullptr);

    QListWidget* list() const;
    QAction* addCurrentAction() const { return addCurrent_; }
    QAction* addEvenlyAction() const { return addEvenly_; }
    QAction* addClipAction() const { return addClip_; }
    QAction* addPresetAction() const { return addPreset_; }
    QAction* removeAction() const { return remove_; }
    QAction* clearAction() const { return clear_; }
    QAction* undoAction() const { return undo_; }
    QAction* redoAction() const { return redo_; }
    QSpinBox* countBox() const { return count_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeActions();
    void makeTools();
    QWidget* makeArea();
    void connectWorkspace();
    void fitButtons();
    void refreshActions();
    void refreshList();
    void refreshHint();
    void add(const app::Selection& selection);
    void clear();

    PanelContext context_;
    app::Workspace& workspace_;
    EvidenceThumbnails* list_;
    QLabel* hint_;
    QLabel* heading_;
    QSpinBox* count_;
    viewer::FlowLayout* tools_;
    std::vector<QToolButton*> textButtons_;
    QAction *addCurrent_, *addEvenly_, *addClip_, *addPreset_, *remove_, *clear_, *undo_, *redo_;
};

/// Returns the registry entry of the panel.
Panel evidencePanel();

}  // namespace fleming::ui
