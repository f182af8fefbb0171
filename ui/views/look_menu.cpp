#include "ui/views/look_menu.h"

#include "app/settings.h"
#include "ui/views/key_text.h"
#include "ui/views/shown_texts.h"
#include "viewer/render/colour_table.h"
#include "viewer/text/name_text.h"

#include <QActionGroup>

namespace fleming::ui {

namespace {

using viewer::ViewCommand;

}  // namespace

LookMenu::LookMenu(const Target& target, QWidget* parent) : QMenu(tr("&Display"), parent) {
    const auto add = [this, target](ViewCommand command) {
        QAction* action = addAction(QString());
        showKeys(action, [command] {
            return LookMenu::tr("%1\t%2").arg(viewer::commandName(command), viewer::keyText(command));
        });
        connect(action, &QAction::triggered, target.view, [target, command] { target.perform(command); });
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
    connect(group, &QActionGroup::triggered, target.view, [target](const QAction* action) {
        viewer::Look look = target.look();
        look.colours = static_cast<viewer::ColourTable>(action->data().toInt());
        target.setLook(look);
    });
    ShownTexts::current().addEntries(addMenu(tr("Te&xt on the image")));
    addSeparator();
    add(ViewCommand::reset);
    addSeparator();
    QAction* evidence = addAction(tr("&Evidence as displayed"));
    evidence->setCheckable(true);
    evidence->setToolTip(tr("Off: the model gets plain images, not turned, in grey and interpolated."));
    connect(evidence, &QAction::triggered, this, &app::settings::setEvidenceAsDisplayed);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, [=] {
        const viewer::Look look = target.look();
        inverted->setChecked(target.isInverted());
        interpolated->setChecked(look.interpolation == viewer::Interpolation::linear);
        for (QAction* action : group->actions())
            action->setChecked(action->data().toInt() == static_cast<int>(look.colours));
        evidence->setChecked(app::settings::evidenceAsDisplayed());
    });
}

}  // namespace fleming::ui
