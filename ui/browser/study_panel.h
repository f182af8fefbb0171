#pragma once

#include "app/workspace.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace fleming::ui {

class NotesModel;

/// The left side: what is open, series by series with a thumbnail; what is being opened, with cancel; and what was
/// skipped or is odd, with the reason.
class StudyPanel : public QWidget {
    Q_OBJECT

public:
    explicit StudyPanel(app::Workspace& workspace, QWidget* parent = nullptr);

    QListWidget* seriesList() const { return list_; }
    QListView* notesList() const { return notes_; }

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();

private:
    void rebuildSeries();
    void rebuildNotes();
    void chooseNew();  ///< what was just opened is shown
    void updateItem(int seriesId);
    void showChosen(int seriesId);
    void showProgress();

    app::Workspace& workspace_;
    QListWidget* list_;
    QLabel* progressText_;
    QProgressBar* progress_;
    QToolButton* cancel_;
    QWidget* progressRow_;
    QToolButton* notesHeader_;
    QListView* notes_;
    NotesModel* notesModel_;
    bool rebuilding_ = false;
    int newest_ = 0;  ///< the highest series id seen so far
};

}  // namespace fleming::ui
