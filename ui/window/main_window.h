#pragma once

#include "app/workspace.h"

#include <QMainWindow>

class QLabel;
class QMenu;

namespace fleming::ui {

class ChatPanel;
class EvidenceStrip;
class DropHint;
class ElidedLabel;
class MessageBar;
class PanelLayout;
class SampleGuide;
class StudyPanel;
class ViewArea;

/// The window: series on the left, the view with the evidence below it in the middle, the conversation on the right.
/// It shows `workspace`, which must outlive it, and holds no state of its own but its geometry.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(app::Workspace& workspace, QWidget* parent = nullptr);

    void openPaths(const QStringList& paths);  ///< opens them and remembers them as recent
    void openSample(const QString& name);      ///< one that comes with the program, ready to ask about
    void chooseModel();
    void exportReport();
    void showError(const QString& message);
    void showNotice(const QString& message);

    StudyPanel* studyPanel() const { return studies_; }
    ViewArea* viewArea() const { return views_; }
    EvidenceStrip* evidenceStrip() const { return evidence_; }
    ChatPanel* chatPanel() const { return chat_; }
    MessageBar* messageBar() const { return messages_; }
    PanelLayout* panelLayout() const { return panels_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildPanels();
    void buildFileMenu();
    void buildViewMenu();
    void buildModelMenu();
    void buildHelpMenu();
    void connectPanels();
    QAction* addAction(QMenu* menu, const QString& text, const QKeySequence& keys, void (MainWindow::*slot)());
    void openFiles();
    void openFolder();
    void openSessionFile();
    void newSession();
    void showSettings();
    void showShortcuts();
    void showAbout();
    void fillSamples(QMenu* menu);
    void fillRecent(QMenu* menu);
    void fillRecentSessions(QMenu* menu);
    void showEvidence(int index);
    void showReference(qint64 exchange, int number);
    void showFrame(const viewer::Provenance& provenance, int number, int seriesId);
    void nextPane();
    void showTitle();
    void showModelNotice();
    void recolourBanners();
    void restoreLayout();

    app::Workspace& workspace_;
    QLabel* banner_;
    ElidedLabel* modelNotice_;  ///< what the loaded model says of itself, as long as it is loaded
    MessageBar* messages_;
    PanelLayout* panels_;
    DropHint* dropHint_;
    QAction* fullScreen_ = nullptr;
    StudyPanel* studies_;
    ViewArea* views_;
    EvidenceStrip* evidence_;
    ChatPanel* chat_;
    SampleGuide* guide_;
};

}  // namespace fleming::ui
