#include "ui/measure/measured_views.h"

#include "ui/measure/view_text_field.h"
#include "ui/views/pane.h"
#include "ui/views/slice_page.h"
#include "viewer/text/measurement_text.h"
#include "viewer/views/slice_view.h"

#include <QApplication>

namespace fleming::ui {

MeasuredViews::MeasuredViews(app::Workspace& workspace, QObject* parent)
    : QObject(parent), workspace_(workspace), list_(workspace.measurements()) {
    using viewer::RoiBoard;
    connect(&list_, &app::MeasurementList::changed, this, &MeasuredViews::refresh);
    connect(&list_, &app::MeasurementList::liveMeasured, this,
            [this](const viewer::Measurement& measured, const viewer::Roi& roi) {
                board_.setPreviewValues(viewer::measurementLines(roi.shape, measured));
            });
    connect(&board_, &RoiBoard::previewed, &list_, &app::MeasurementList::measureLive);
    connect(&board_, &RoiBoard::added, this, &MeasuredViews::add);
    connect(&board_, &RoiBoard::moved, &list_, &app::MeasurementList::change);
    connect(&board_, &RoiBoard::removed, this, [this](int id) { list_.remove({id}); });
    connect(&board_, &RoiBoard::undoWanted, &list_.undoStack(), &QUndoStack::undo);
    connect(&board_, &RoiBoard::redoWanted, &list_.undoStack(), &QUndoStack::redo);
    const auto tellUndo = [this] { board_.setCanUndo(list_.undoStack().canUndo(), list_.undoStack().canRedo()); };
    connect(&list_.undoStack(), &QUndoStack::indexChanged, this, tellUndo);
    tellUndo();
    refresh();
}

void MeasuredViews::show(Pane* pane) {
    viewer::SliceView* view = pane->slicePage()->view();
    const app::OpenSeries* open = workspace_.studies().find(pane->seriesId());
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip) {
        view->setRoiBoard(nullptr);
    } else {
        view->setRoiBoard(&board_, {open->id, app::spaceKey(open->series)});
    }
}

void MeasuredViews::refresh() {
    std::vector<viewer::ShownRoi> shown;
    for (const app::ListedMeasurement& each : list_.all()) {
        viewer::ShownRoi roi{each.id, each.roi, each.title(), {}, each.colour, each.space};
        const app::MeasurementResult& result = list_.resultOf(each.id);
        if (result.measured) roi.values = viewer::measurementLines(each.roi.shape, *result.measured);
        shown.push_back(std::move(roi));
    }
    board_.setRois(std::move(shown));
}

void MeasuredViews::add(const viewer::Roi& roi, int seriesId) {
    const int id = list_.add(roi, seriesId);
    // The press has given the view the focus.
    auto* view = qobject_cast<viewer::SliceView*>(QApplication::focusWidget());
    if (roi.shape == viewer::RoiShape::arrow && view != nullptr) editNote(id, view);
}

void MeasuredViews::editNote(int id, viewer::SliceView* over) {
    const app::ListedMeasurement* found = list_.find(id);
    if (found == nullptr) return;
    auto* field = new ViewTextField(*over, over->placeOf(found->roi),
                                    tr("Text of %1", "a measurement").arg(found->name), found->note);
    connect(field, &ViewTextField::accepted, &list_, [this, id](const QString& text) { list_.setNote(id, text); });
}

void MeasuredViews::editName(int id, viewer::SliceView* over) {
    const app::ListedMeasurement* found = list_.find(id);
    if (found == nullptr) return;
    auto* field = new ViewTextField(*over, over->placeOf(found->roi),
                                    tr("Name of %1", "a measurement").arg(found->name), found->name);
    connect(field, &ViewTextField::accepted, &list_, [this, id](const QString& text) { list_.rename(id, text); });
}

}  // namespace fleming::ui
