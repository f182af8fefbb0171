#pragma once

#include "ui/measure/measurement_commands.h"
#include "ui/window/panels.h"
#include "viewer/rois/roi_board.h"

#include <QWidget>

#include <vector>

class QAction;
class QTreeWidget;
class QTreeWidgetItem;

namespace fleming::ui {

class HistogramView;

/// The list of all measurements: name, values, series, slice. A click shows one; F2 or a double click renames it,
/// Delete deletes the chosen ones. Beside it is the histogram of the selected region.
class MeasurementPanel : public QWidget {
    Q_OBJECT

public:
    static const QString kId;

    explicit MeasurementPanel(const PanelContext& context, QWidget* parent = nullptr);

    QTreeWidget* list() const { return list_; }
    HistogramView* histogram() const { return histogram_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void refresh();
    void showSelection();
    void showMenu(const QPoint& at);
    void takeName(const QTreeWidgetItem* item, int column);
    std::vector<int> chosen() const;
    std::vector<int> allIds() const;

    app::MeasurementList& measurements_;
    viewer::RoiBoard& board_;
    MeasurementCommands* commands_;
    QTreeWidget* list_;
    HistogramView* histogram_;
    QAction* copy_;
    QAction* remove_;
    bool filling_ = false;  ///< the list changes, not the user
};

/// Returns the panel below the view, which is hidden at first.
Panel measurementsPanel();

}  // namespace fleming::ui
