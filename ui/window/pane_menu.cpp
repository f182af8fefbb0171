#include "ui/window/pane_menu.h"

#include "ui/chat/chat_panel.h"
#include "ui/measure/measured_views.h"
#include "ui/measure/measurement_commands.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/panel_layout.h"
#include "viewer/render/straightened_series.h"
#include "viewer/text/name_text.h"

#include <QMenu>

namespace fleming::ui {

PaneMenu::PaneMenu(app::Workspace& workspace, ViewArea& views, PanelLayout& panels, Commands& commands, QObject* parent)
    : QObject(parent),
      workspace_(workspace),
      views_(views),
      panels_(panels),
      commands_(commands),
      measures_(new MeasurementCommands(workspace, views, this)) {
    connect(&views_, &ViewArea::menuRequested, this, &PaneMenu::show);
    connect(&views_, &ViewArea::askRequested, this, &PaneMenu::ask);
}

void PaneMenu::show(const QPoint& global) {
    const app::OpenSeries* open = workspace_.studies().chosenSeries();
    if (open == nullptr) return;
    auto* menu = new QMenu(&views_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString& text, const auto& slot) {
        QAction* action = menu->addAction(text);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    // A click on a measurement is about that.
    const viewer::RoiBoard& board = views_.measuredViews().board();
    if (const auto id = board.hovered()) {
        measures_->fill(menu, *id);
        menu->addSeparator();
    }
    const bool isVolume = open->series.kind() == viewer::SeriesKind::volume;
    const bool isClip = open->series.kind() == viewer::SeriesKind::clip;
    add(isClip     ? tr("&Ask about this frame")
        : isVolume ? tr("&Ask about this slice")
                   : tr("&Ask about this image"),
        [this] { ask(); });
    add(tr("Add to the &evidence"), [this] {
        if (const app::OpenSeries* shown = workspace_.studies().chosenSeries()) workspace_.evidence().addView(*shown);
    });
    menu->addSeparator();
    SlicePage* page = views_.slicePage();
    if (isVolume && open->series.geometry().oriented) {
        for (const auto plane : {viewer::Plane::axial, viewer::Plane::coronal, viewer::Plane::sagittal})
            add(viewer::planeName(plane), [page, plane] { page->setPlane(plane); });
        if (canBeStraightened(open->series)) add(tr("&Straighten the volume"), [this] { commands_.straighten(); });
        menu->addSeparator();
    }
    menu->addMenu(views_.windowMenu())
        ->setEnabled(isClip ? views_.clipView()->windowing().has_value() : open->series.image().components == 1);
    menu->addMenu(views_.lookMenu());
    menu->addMenu(page->toolMenu());
    menu->addSeparator();
    if (views_.panes().size() > 1)
        add(views_.isMaximised() ? tr("Show all &panes") : tr("&Maximise the pane"),
            [this] { views_.toggleMaximised(); });
    if (!isClip) add(tr("&Compare with prior"), [this] { commands_.compareWithPrior(); });
    if (views_.panes().size() > 1) {
        add(tr("&Link with the other panes here"), [this] { commands_.linkPanes(); });
        if (!isClip) add(tr("Link by &registration…"), [this] { commands_.registerPanes(); });
    }
    if (views_.links().isLinkedByHand(views_.activePane()))
        add(tr("&Unlink from the other panes"), [this] { commands_.unlinkPanes(); });
    menu->addSeparator();
    add(tr("&DICOM tags…"), [this, id = open->id] {
        commands_.showTags(id);
    })->setEnabled(open->series.format == "DICOM");
    menu->popup(global);
}

/// Adds what the pane shows to the evidence, and puts the cursor into the question box.
void PaneMenu::ask() {
    const app::OpenSeries* open = workspace_.studies().chosenSeries();
    if (open != nullptr && workspace_.evidence().addView(*open)) panels_.focusPanel(ChatPanel::kId);
}

}  // namespace fleming::ui
