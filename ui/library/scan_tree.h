#pragma once

#include "app/scans/scan_library.h"

#include <QString>
#include <QTreeWidget>

#include <memory>
#include <set>
#include <vector>

namespace fleming::ui {

/// The scans of the library as a tree of patients (or folders of files without a patient), studies and series, with the
/// folder that each of them lies in, and whether it is there. In privacy mode it names neither patients nor folders.
class ScanTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit ScanTree(QWidget* parent = nullptr);

    /// Shows these scans. The current row stays current if it is among them.
    void setScans(std::shared_ptr<const app::KnownScans> scans);

    /// Marks these series as missing.
    void setMissing(std::set<int> series);

    /// Shows only the series that match (app::matchesFilter()), with their headings; an empty filter shows all.
    void setFilter(const QString& filter);

    /// Returns how many series match the filter.
    int matchCount() const { return matches_; }

    /// Returns the series of the current row that match the filter: of a heading, all those below it.
    std::vector<int> currentSeries() const;

    /// Returns the roots of the current row's series, each once.
    std::vector<qint64> currentRoots() const;

    /// Returns true if no series of the current row is there.
    bool isCurrentMissing() const;

    /// Returns the paths of roots as they may be shown, in one line.
    QString pathsOf(const std::vector<qint64>& roots) const;

    /// Returns how many series some roots hold.
    int seriesCount(const std::vector<qint64>& roots) const;

private:
    void rebuild();
    QTreeWidgetItem* addRow(QTreeWidgetItem* parent, const QString& title, const QString& details, const QString& tip);
    void addSeries(QTreeWidgetItem* parent, const app::OpenSeries& open);
    void showPlaces();
    void showPlace(QTreeWidgetItem* row);
    void applyFilter();
    void fold();
    void makeFirstCurrent();

    std::shared_ptr<const app::KnownScans> scans_;
    std::set<int> missing_;
    QString filter_;
    int matches_ = 0;
};

}  // namespace fleming::ui
