#pragma once

#include "app/workspace.h"

#include <QObject>
#include <QPoint>

namespace fleming::ui {

class Commands;
class MeasurementCommands;
class PanelLayout;
class ViewArea;

/// The menu of a pane: a right click on its slice, or the menu key. It means the active pane.
class PaneMenu : public QObject {
    Q_OBJECT

public:
    /// All arguments outlive this object.
    PaneMenu(app::Workspace& workspace, ViewArea& views, PanelLayout& panels, Commands& commands, QObject* parent);

    /// Shows the menu at a place on the screen, if a series is chosen.
    void show(const QPoint& global);

private:
    void ask();

    app::Workspace& workspace_;
    ViewArea& views_;
    PanelLayout& panels_;
    Commands& commands_;
    MeasurementCommands* measures_;
};

}  // namespace fleming::ui
