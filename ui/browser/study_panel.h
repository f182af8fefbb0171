#pragma once

#include "app/workspace.h"
#include "ui/window/panels.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace fleming::ui {

class NotesModel;

/// The panel on the left: the open series with thumbnails, grouped by study; the progress of opening, with Cancel;
/// notes and skipped files with their reasons.
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
    void addHeading(QListWidgetItem* item, const viewer::Study& study);
    void rebuildNotes();
    void chooseNew();  ///< shows the first of the series that were just opened
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

/// Returns the registry entry of the panel.
Panel seriesPanel();

}  // namespace fleming::ui
