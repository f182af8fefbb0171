#pragma once

#include "app/workspace.h"
#include "viewer/rois/roi_board.h"

#include <QObject>

#include <optional>

namespace fleming::viewer {
class SliceView;
}

namespace fleming::ui {

class Pane;

/// Shows the measurements over the slices of all panes, and makes the changes that the user draws there.
class MeasuredViews : public QObject {
    Q_OBJECT

public:
    explicit MeasuredViews(app::Workspace& workspace, QObject* parent = nullptr);

    /// Shows the measurements in a pane: call it when the pane shows another series.
    void show(Pane* pane);

    viewer::RoiBoard& board() { return board_; }

    /// Opens a field over a view in which the user types the text of a measurement, or its name.
    void editNote(int id, viewer::SliceView* over);
    void editName(int id, viewer::SliceView* over);

private:
    void refresh();
    void add(const viewer::Roi& roi, int seriesId);

    app::Workspace& workspace_;
    app::MeasurementList& list_;
    viewer::RoiBoard board_;
};

}  // namespace fleming::ui
