#pragma once

#include "app/workspace.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace fleming::ui {

/// The status bar: what is going on, the model, its device, the memory in use.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(app::Workspace& workspace, QWidget* parent = nullptr);

private:
    void showModel();
    void showMemory();

    app::Workspace& workspace_;
    QLabel* model_;
    QLabel* device_;
    QLabel* memory_;
    QTimer timer_;
};

}  // namespace fleming::ui
