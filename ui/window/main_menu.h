#pragma once

#include "app/workspace.h"

#include <QMenu>
#include <QObject>
#include <QPointer>

#include <vector>

class QAction;
class QKeySequence;
class QMainWindow;

namespace fleming::ui {

class Commands;
class FrameNavigator;
class MeasurementCommands;
class PanelLayout;
class StudyLayout;
class ViewArea;

/// The menu bar of the main window.
class MainMenu : public QObject {
    Q_OBJECT

public:
    /// Fills the menu bar of `window`, which owns this object. All arguments outlive it.
    MainMenu(app::Workspace& workspace, ViewArea& views, StudyLayout& study, PanelLayout& panels, Commands& commands,
             FrameNavigator& navigator, QMainWindow* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QMenu* addMenu(const QString& title);
    void buildFileMenu(QMenu* menu);
    void buildViewMenu(QMenu* menu);
    void buildModelMenu(QMenu* menu);
    void buildReviewMenu(QMenu* menu);
    void buildHelpMenu(QMenu* menu);
    void fillSamples(QMenu* menu);
    void fillExporters(QMenu* menu);
    void fillPlanes(QMenu* menu);
    void fillAppearance(QMenu* menu);
    void fillRecentPaths(QMenu* menu);
    void fillRecentSessions(QMenu* menu);
    void addPaneMenus(QMenu* menu);
    void addPrivacyMode(QMenu* menu);
    void addFullScreen(QMenu* menu);

    app::Workspace& workspace_;
    ViewArea& views_;
    StudyLayout& study_;
    PanelLayout& panels_;
    Commands& commands_;
    FrameNavigator& navigator_;
    MeasurementCommands* measures_;
    QMainWindow* window_;
    QAction* fullScreen_ = nullptr;
    std::vector<QPointer<QMenu>> paneMenus_;  ///< of the active pane
};

}  // namespace fleming::ui
