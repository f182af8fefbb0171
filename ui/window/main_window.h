#pragma once

#include "app/workspace.h"
#include "ui/window/panels.h"

#include <QMainWindow>

#include <vector>

namespace fleming::ui {

class Commands;
class DropHint;
class FrameNavigator;
class MessageBar;
class PanelLayout;
class ViewArea;

/// The window: the view in the middle, the panels around it, menus, messages and the status bar. It shows a workspace
/// and has no state except its geometry.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Creates the window with these panels. `workspace` outlives it.
    explicit MainWindow(app::Workspace& workspace, const std::vector<Panel>& panels = allPanels(),
                        QWidget* parent = nullptr);

    ViewArea* viewArea() const { return views_; }
    MessageBar* messageBar() const { return messages_; }
    PanelLayout* panelLayout() const { return panels_; }
    Commands* commands() const { return commands_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;  // Esc closes the message, if nothing else takes it
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build(const std::vector<Panel>& panels);
    void connectMessages();
    void showTitle();
    void restoreLayout();

    app::Workspace& workspace_;
    ViewArea* views_;
    PanelLayout* panels_;
    MessageBar* messages_;
    Commands* commands_;
    FrameNavigator* navigator_;
    DropHint* dropHint_;
};

}  // namespace fleming::ui
