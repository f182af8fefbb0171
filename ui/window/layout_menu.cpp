#include "ui/window/layout_menu.h"

#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/study_layout.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/menu_entries.h"

#include <QActionGroup>
#include <QCoreApplication>

#include <tuple>
#include <utility>

namespace fleming::ui {

namespace {

struct LayoutMenu {
    Q_DECLARE_TR_FUNCTIONS(LayoutMenu)
};

/// Makes an entry one of those that choose a grid: it is marked while the panes are arranged so.
void markWhile(QAction* action, QActionGroup* group, QMenu* menu, const ViewArea& views, PaneGrid grid) {
    action->setCheckable(true);
    group->addAction(action);
    QObject::connect(menu, &QMenu::aboutToShow, action,
                     [action, grid, &views] { action->setChecked(views.grid() == grid); });
}

/// Returns a group that may also have no marked entry.
QActionGroup* makeGroup(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    return group;
}

void addAllGrids(QMenu* menu, ViewArea& views) {
    QActionGroup* group = makeGroup(menu);
    for (int rows = 1; rows <= PaneGrid::kMost; ++rows) {
        for (int columns = 1; columns <= PaneGrid::kMost; ++columns) {
            const PaneGrid grid{rows, columns};
            const QString name = LayoutMenu::tr("%1 × %2", "rows × columns of panes").arg(rows).arg(columns);
            markWhile(addEntry(menu, name, {}, &views, [&views, grid] { views.setGrid(grid); }), group, menu, views,
                      grid);
        }
    }
}

void addGrids(QMenu* menu, ViewArea& views) {
    const std::tuple<PaneGrid, QString, QString> grids[] = {
        {{1, 1}, LayoutMenu::tr("One pane"), LayoutMenu::tr("Alt+1")},
        {{1, 2}, LayoutMenu::tr("Two panes"), LayoutMenu::tr("Alt+2")},
        {{2, 1}, LayoutMenu::tr("Two panes, one above the other"), QString()},
        {{1, 3}, LayoutMenu::tr("Three panes"), LayoutMenu::tr("Alt+3")},
        {{2, 2}, LayoutMenu::tr("Four panes"), LayoutMenu::tr("Alt+4")},
        {{2, 3}, LayoutMenu::tr("Six panes"), LayoutMenu::tr("Alt+6")},
        {{3, 3}, LayoutMenu::tr("Nine panes"), LayoutMenu::tr("Alt+9")},
        {{4, 4}, LayoutMenu::tr("Sixteen panes"), QString()}};
    QActionGroup* group = makeGroup(menu);
    for (const auto& [grid, name, keys] : grids) {
        QAction* action =
            addEntry(menu, name, QKeySequence(keys), &views, [&views, grid = grid] { views.setGrid(grid); });
        WindowKeys::offer(action, QStringLiteral("layout-%1x%2").arg(grid.rows).arg(grid.columns),
                          LayoutMenu::tr("Layout: %1").arg(name));
        markWhile(action, group, menu, views, grid);
    }
    addAllGrids(menu->addMenu(LayoutMenu::tr("Rows × co&lumns")), views);
}

void addMaximise(QMenu* menu, ViewArea& views) {
    QAction* action = addEntry(menu, "maximise-pane", LayoutMenu::tr("&Maximise the pane"),
                               QKeySequence(LayoutMenu::tr("Alt+Return")), &views, &ViewArea::toggleMaximised);
    action->setCheckable(true);
    const auto show = [action, &views] { action->setChecked(views.isMaximised()); };
    QObject::connect(menu, &QMenu::aboutToShow, action, [action, &views, show] {
        show();
        action->setEnabled(views.panes().size() > 1);
    });
    QObject::connect(&views, &ViewArea::activeChanged, action, show);
}

void addLinks(QMenu* menu, ViewArea& views) {
    const std::pair<PaneLinks::Link, QString> links[] = {
        {PaneLinks::Link::scrolling, LayoutMenu::tr("Link &scrolling")},
        {PaneLinks::Link::zooming, LayoutMenu::tr("Link &zoom and pan")},
        {PaneLinks::Link::windowing, LayoutMenu::tr("Link &window/level")},
        {PaneLinks::Link::time, LayoutMenu::tr("Link clips by &time, not by frame")},
        {PaneLinks::Link::lines, LayoutMenu::tr("&Reference lines")},
        {PaneLinks::Link::cross, LayoutMenu::tr("&Crosshair")}};
    for (const auto& [link, name] : links) {
        QAction* action = menu->addAction(name);
        WindowKeys::offer(action, QStringLiteral("link-%1").arg(static_cast<int>(link)));
        action->setCheckable(true);
        QObject::connect(action, &QAction::triggered, &views,
                         [&views, link = link](bool on) { views.links().setOn(link, on); });
        QObject::connect(menu, &QMenu::aboutToShow, action,
                         [action, &views, link = link] { action->setChecked(views.links().isOn(link)); });
    }
}

/// Adds the entries that compare a series with another one and link the panes.
void addComparison(QMenu* menu, ViewArea& views, Commands& commands) {
    addEntry(menu, "compare-with-prior", LayoutMenu::tr("Compare with pr&ior"), QKeySequence(LayoutMenu::tr("Alt+P")),
             &commands, &Commands::compareWithPrior);
    QAction* link = addEntry(menu, "link-panes", LayoutMenu::tr("Link with the oth&er panes here"), {}, &commands,
                             &Commands::linkPanes);
    QAction* registers = addEntry(menu, "register-panes", LayoutMenu::tr("Link by re&gistration…"), {}, &commands,
                                  &Commands::registerPanes);
    QAction* unlink = addEntry(menu, "unlink-panes", LayoutMenu::tr("&Unlink from the other panes"), {}, &commands,
                               &Commands::unlinkPanes);
    QObject::connect(menu, &QMenu::aboutToShow, link, [&views, link, registers, unlink] {
        link->setEnabled(views.panes().size() > 1);
        registers->setEnabled(views.panes().size() > 1);
        unlink->setEnabled(views.links().isLinkedByHand(views.activePane()));
    });
}

}  // namespace

void fillLayoutMenu(QMenu* menu, ViewArea& views, StudyLayout& study, Commands& commands) {
    addEntry(menu, "arrange-study", LayoutMenu::tr("&Arrange the study"), QKeySequence(LayoutMenu::tr("Alt+0")), &study,
             &StudyLayout::arrange);
    addGrids(menu, views);
    menu->addSeparator();
    addEntry(menu, "three-planes", LayoutMenu::tr("Three &planes and volume"), QKeySequence(LayoutMenu::tr("Alt+5")),
             &views, &ViewArea::showThreePlanes);
    addMaximise(menu, views);
    menu->addSeparator();
    addLinks(menu, views);
    menu->addSeparator();
    addComparison(menu, views, commands);
    menu->addSeparator();
    addEntry(menu, "next-pane", LayoutMenu::tr("&Next pane"), QKeySequence(LayoutMenu::tr("Ctrl+F6")), &views,
             [&views] { views.activateNext(1); });
    addEntry(menu, "previous-pane", LayoutMenu::tr("Pre&vious pane"), QKeySequence(LayoutMenu::tr("Ctrl+Shift+F6")),
             &views, [&views] { views.activateNext(-1); });
}

}  // namespace fleming::ui
