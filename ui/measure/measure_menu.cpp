#include "ui/measure/measure_menu.h"

#include "ui/measure/measured_views.h"
#include "ui/measure/measurement_commands.h"
#include "ui/measure/measurement_panel.h"
#include "ui/views/pane.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/panel_layout.h"
#include "ui/window/window_keys.h"
#include "viewer/tools/tools.h"
#include "viewer/views/input_actions.h"

#include <QCoreApplication>
#include <QMenu>

namespace fleming::ui {

namespace {

struct MeasureMenu {
    Q_DECLARE_TR_FUNCTIONS(MeasureMenu)
};

bool showsSlices(const app::Workspace& workspace, const ViewArea& views) {
    const app::OpenSeries* open = workspace.studies().chosenSeries();
    return open != nullptr && open->series.kind() != viewer::SeriesKind::clip && !views.volumeTabShown();
}

/// Adds an entry for each tool that measures, with the key that picks it in a view.
void addTools(QMenu* menu, app::Workspace& workspace, ViewArea& views) {
    for (const viewer::ToolEntry& tool : viewer::tools()) {
        if (!tool.measures) continue;
        QAction* action = menu->addAction(viewer::toolName(tool));
        action->setCheckable(true);
        QObject::connect(action, &QAction::triggered, &views, [&views, id = std::string(tool.id)](bool picked) {
            views.setTool(picked ? id : std::string(viewer::tools().front().id));
            views.activePane()->focusWidget()->setFocus();
        });
        QObject::connect(menu, &QMenu::aboutToShow, action, [action, &tool, &workspace, &views] {
            const QString key = viewer::firstKeyText(QLatin1String("tool/") + QLatin1String(tool.id));
            action->setText(MeasureMenu::tr("%1\t%2", "tool, key").arg(viewer::toolName(tool), key));
            action->setChecked(views.slicePage()->view()->activeTool() == tool.id);
            action->setEnabled(showsSlices(workspace, views));
        });
    }
}

void addUndo(QMenu* menu, QUndoStack& stack) {
    QAction* undo = menu->addAction(QString());
    QAction* redo = menu->addAction(QString());
    QObject::connect(undo, &QAction::triggered, &stack, &QUndoStack::undo);
    QObject::connect(redo, &QAction::triggered, &stack, &QUndoStack::redo);
    // The keys are those of the views and the list; elsewhere they undo other things.
    const auto withKey = [](const QString& text, QKeySequence::StandardKey key) {
        return MeasureMenu::tr("%1\t%2", "command, key")
            .arg(text, QKeySequence(key).toString(QKeySequence::NativeText));
    };
    const auto show = [undo, redo, withKey, &stack] {
        undo->setEnabled(stack.canUndo());
        redo->setEnabled(stack.canRedo());
        undo->setText(
            withKey(stack.canUndo() ? MeasureMenu::tr("&Undo: %1").arg(stack.undoText()) : MeasureMenu::tr("&Undo"),
                    QKeySequence::Undo));
        redo->setText(
            withKey(stack.canRedo() ? MeasureMenu::tr("&Redo: %1").arg(stack.redoText()) : MeasureMenu::tr("&Redo"),
                    QKeySequence::Redo));
    };
    QObject::connect(&stack, &QUndoStack::indexChanged, undo, show);
    show();
}

void addFiles(QMenu* menu, app::Workspace& workspace, MeasurementCommands& commands) {
    QAction* import = menu->addAction(MeasureMenu::tr("&Import…"));
    QAction* exportAll = menu->addAction(MeasureMenu::tr("E&xport…"));
    QObject::connect(import, &QAction::triggered, &commands, &MeasurementCommands::import);
    QObject::connect(exportAll, &QAction::triggered, &commands, &MeasurementCommands::exportAll);
    QObject::connect(menu, &QMenu::aboutToShow, import, [import, exportAll, &workspace] {
        const app::OpenSeries* open = workspace.studies().chosenSeries();
        import->setEnabled(open != nullptr && open->series.kind() != viewer::SeriesKind::clip);
        exportAll->setEnabled(!workspace.measurements().all().empty());
    });
}

}  // namespace

void fillMeasureMenu(QMenu* menu, app::Workspace& workspace, ViewArea& views, PanelLayout& panels,
                     MeasurementCommands& commands) {
    addTools(menu, workspace, views);
    menu->addSeparator();
    QMenu* selected = menu->addMenu(MeasureMenu::tr("&Selected measurement"));
    viewer::RoiBoard& board = views.measuredViews().board();
    QObject::connect(menu, &QMenu::aboutToShow, selected,
                     [selected, &board] { selected->setEnabled(board.selected().has_value()); });
    QObject::connect(selected, &QMenu::aboutToShow, selected, [selected, &board, &commands] {
        selected->clear();
        if (const auto id = board.selected()) commands.fill(selected, *id);
    });
    const auto addCopy = [&](const char* id, const QString& text, const QKeySequence& keys, int slices) {
        QAction* action = menu->addAction(text);
        action->setShortcut(keys);
        QObject::connect(action, &QAction::triggered, &commands, [&commands, slices] { commands.copyToSlice(slices); });
        WindowKeys::offer(action, QLatin1String(id));
    };
    addCopy("measurement-to-next", MeasureMenu::tr("Copy to the &next slice"),
            QKeySequence(MeasureMenu::tr("Ctrl+Shift+Down")), 1);
    addCopy("measurement-to-previous", MeasureMenu::tr("Copy to the &previous slice"),
            QKeySequence(MeasureMenu::tr("Ctrl+Shift+Up")), -1);
    menu->addSeparator();
    addUndo(menu, workspace.measurements().undoStack());
    menu->addSeparator();
    addFiles(menu, workspace, commands);
    QObject::connect(menu->addAction(MeasureMenu::tr("&List of measurements")), &QAction::triggered, &panels,
                     [&panels] { panels.focusPanel(MeasurementPanel::kId); });
}

}  // namespace fleming::ui
