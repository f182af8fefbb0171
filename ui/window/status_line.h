#pragma once

#include "app/workspace.h"

#include <QList>
#include <QStatusBar>
#include <QTimer>

class QAction;
class QLabel;

namespace fleming::ui {

/// The status bar: progress of loading, the model and its device, the memory in use, and the buttons of the panels.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    /// `panelToggles` are the actions that show and hide the panels; each becomes a button.
    StatusLine(const app::Workspace& workspace, const QList<QAction*>& panelToggles, QWidget* parent = nullptr);

private:
    QWidget* makeToggles(const QList<QAction*>& panelToggles);
    void showModel();
    void showMemory();

    const app::Workspace& workspace_;
    QLabel* model_;
    QLabel* device_;
    QLabel* memory_;
    QTimer timer_;
};

}  // namespace fleming::ui
