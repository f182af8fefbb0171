#pragma once

#include "app/workspace.h"
#include "ui/window/panels.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace fleming::ui {

class NotesModel;
class SeriesTree;

/// The panel on the left: the open series by patient and study, with a filter; the progress of opening, with Cancel;
/// notes and skipped files with their reasons.
class StudyPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr QLatin1String kId{"series"};  ///< of the panel in the registry

    explicit StudyPanel(app::Workspace& workspace, QWidget* parent = nullptr);

    SeriesTree* seriesTree() const { return tree_; }
    QLineEdit* filter() const { return filter_; }
    QListView* notesList() const { return notes_; }

    /// Shows the filter and puts the cursor into it.
    void find();

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showFilter();
    void rebuildNotes();
    void chooseNew();  ///< shows the first of the series that were just opened
    void showProgress();

    app::Workspace& workspace_;
    QLineEdit* filter_;
    SeriesTree* tree_;
    QLabel* nothing_;
    QLabel* progressText_;
    QProgressBar* progress_;
    QToolButton* cancel_;
    QWidget* progressRow_;
    QToolButton* notesHeader_;
    QListView* notes_;
    NotesModel* notesModel_;
    int newest_ = 0;  ///< the highest series id seen so far
};

/// Returns the registry entry of the panel.
Panel seriesPanel();

}  // namespace fleming::ui
