#pragma once

#include "app/studies/studies.h"
#include "app/studies/study_tree.h"
#include "ui/browser/study_text.h"

#include <QHash>
#include <QSet>
#include <QTreeWidget>

#include <vector>

namespace fleming::ui {

/// The open series as a tree: patients (or folders of files without a patient), their studies, the series of each. A
/// single folder or an unnamed study has no headings. Choosing a row of a series chooses it in `studies`; a click on a
/// heading folds it.
class SeriesTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit SeriesTree(app::Studies& studies, QWidget* parent = nullptr);

    /// Shows only the series that match (app::matchesFilter()), with their headings; an empty filter shows all.
    void setFilter(const QString& filter);

    /// Returns how many series are open and match the filter.
    int matchCount() const { return matches_; }

    /// Returns the rows of all series, from top to bottom.
    std::vector<QTreeWidgetItem*> seriesRows() const;

    /// Returns all series of a row: of the series itself, of a heading all those below it.
    static std::vector<int> seriesOf(const QTreeWidgetItem* row);

Q_SIGNALS:
    /// The user wants to see the DICOM tags of a series.
    void tagsRequested(int seriesId);
    /// The filter or the series have changed: matchCount().
    void matchesChanged();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& dragged) const override;

private:
    void rebuild();
    void addPatient(const app::PatientGroup& patient, bool headings);
    void addStudy(const app::StudyGroup& study, QTreeWidgetItem* patient, bool heading);
    QTreeWidgetItem* addHeading(QTreeWidgetItem* parent, int kind, const QString& key, const Heading& heading);
    void addSeries(int id, QTreeWidgetItem* parent);
    void updateSeries(int id);
    void applyFilter();
    void showChosen(int id);
    void showCurrent(QTreeWidgetItem* row);
    void choose(const QTreeWidgetItem* row);
    void toggle(QTreeWidgetItem* row);

    app::Studies& studies_;
    QHash<int, QTreeWidgetItem*> rows_;  ///< by OpenSeries::id
    QSet<QString> folded_;               ///< keys of the headings that the user has folded
    QString filter_;
    int matches_ = 0;
    bool rebuilding_ = false;
    bool pressing_ = false;  ///< a mouse button goes down
};

}  // namespace fleming::ui
