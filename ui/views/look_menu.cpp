#include "ui/views/look_menu.h"

#include "app/settings.h"
#include "ui/views/shown_texts.h"
#include "viewer/render/colour_table.h"
#include "viewer/text/name_text.h"
#include "viewer/views/input_map.h"
#include "viewer/views/slice_view.h"

#include <QActionGroup>

#include <functional>
#include <optional>
#include <utility>

namespace fleming::ui {

namespace {

using viewer::ViewCommand;

constexpr double kUsualSlabMm = 10.0;

/// Sets the text of an entry now, and again when the keys in use change.
void showKeys(QAction* action, const std::function<QString()>& text) {
    action->setText(text());
    QObject::connect(&viewer::InputMap::shared(), &viewer::InputMap::changed, action,
                     [action, text] { action->setText(text()); });
}

}  // namespace

LookMenu::LookMenu(viewer::SliceView* view, QWidget* parent) : QMenu(tr("&Display"), parent) {
    const auto add = [this, view](ViewCommand command) {
        // The key is shown but not a shortcut: only the view takes it, so that it can be typed elsewhere.
        QAction* action = addAction(QString());
        showKeys(action, [command] {
            return LookMenu::tr("%1\t%2").arg(viewer::commandName(command), viewer::keyText(command));
        });
        connect(action, &QAction::triggered, view, [view, command] { view->perform(command); });
        return action;
    };
    for (const auto command :
         {ViewCommand::flipLeftRight, ViewCommand::flipUpDown, ViewCommand::rotateRight, ViewCommand::rotateLeft})
        add(command);
    addSeparator();
    QAction* inverted = add(ViewCommand::invert);
    QAction* interpolated = add(ViewCommand::interpolation);
    inverted->setCheckable(true);
    interpolated->setCheckable(true);
    QMenu* colours = addMenu(QString());
    showKeys(colours->menuAction(),
             [] { return LookMenu::tr("&Colours\t%1").arg(viewer::keyText(ViewCommand::nextColours)); });
    auto* group = new QActionGroup(colours);
    for (const viewer::ColourTable table : viewer::colourTables()) {
        QAction* action = colours->addAction(viewer::colourTableName(table));
        action->setCheckable(true);
        action->setData(static_cast<int>(table));
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, view, [view](const QAction* action) {
        viewer::Look look = view->look();
        look.colours = static_cast<viewer::ColourTable>(action->data().toInt());
        view->setLook(look);
    });
    addMenu(makeSlabMenu(view));
    QAction* straighten = add(ViewCommand::straighten);
    ShownTexts::current().addEntries(addMenu(tr("Te&xt on the image")));
    addSeparator();
    add(ViewCommand::reset);
    addSeparator();
    QAction* evidence = addAction(tr("&Evidence as displayed"));
    evidence->setCheckable(true);
    evidence->setToolTip(tr("Off: the model gets plain slices, not turned, in grey and interpolated."));
    connect(evidence, &QAction::triggered, this, &app::settings::setEvidenceAsDisplayed);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, [=] {
        const viewer::Look look = view->look();
        inverted->setChecked(view->isInverted());
        interpolated->setChecked(look.interpolation == viewer::Interpolation::linear);
        for (QAction* action : group->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(look.colours));
        evidence->setChecked(app::settings::evidenceAsDisplayed());
        straighten->setEnabled(view->isTilted());
    });
}

/// Makes the menu of how thick the slices are, and which of their values are shown.
QMenu* LookMenu::makeSlabMenu(viewer::SliceView* view) {
    auto* menu = new QMenu(this);
    showKeys(menu->menuAction(), [] { return LookMenu::tr("&Slab\t%1").arg(viewer::keyText(ViewCommand::slab)); });
    auto* thickness = new QActionGroup(menu);
    for (const double mm : {0.0, 5.0, 10.0, 20.0, 40.0}) {
        QAction* action = menu->addAction(mm == 0.0 ? tr("Off") : tr("%1 mm").arg(mm));
        action->setData(mm);
        thickness->addAction(action)->setCheckable(true);
    }
    menu->addSeparator();
    auto* mode = new QActionGroup(menu);
    const std::pair<viewer::SlabMode, QString> modes[] = {{viewer::SlabMode::maximum, tr("Maximum")},
                                                          {viewer::SlabMode::mean, tr("Mean")},
                                                          {viewer::SlabMode::minimum, tr("Minimum")}};
    for (const auto& [each, name] : modes) {
        QAction* action = menu->addAction(name);
        action->setData(static_cast<int>(each));
        mode->addAction(action)->setCheckable(true);
    }
    connect(thickness, &QActionGroup::triggered, view, [view](const QAction* action) {
        const double mm = action->data().toDouble();
        const auto kind = view->slab() ? view->slab()->mode : viewer::SlabMode::maximum;
        view->setSlab(mm > 0 ? std::optional(viewer::Slab{mm, kind}) : std::nullopt);
    });
    connect(mode, &QActionGroup::triggered, view, [view](const QAction* action) {
        const double mm = view->slab() ? view->slab()->mm : kUsualSlabMm;
        view->setSlab(viewer::Slab{mm, static_cast<viewer::SlabMode>(action->data().toInt())});
    });
    connect(menu, &QMenu::aboutToShow, this, [=] {
        const auto slab = view->slab();
        for (QAction* action : thickness->actions())
            action->setChecked(action->data().toDouble() == (slab ? slab->mm : 0.0));
        for (QAction* action : mode->actions())
            action->setChecked(slab && action->data().toInt() == static_cast<int>(slab->mode));
    });
    return menu;
}

}  // namespace fleming::ui
