#include "ui/views/slab_menu.h"

#include "ui/views/key_text.h"
#include "viewer/views/slice_view.h"

#include <QActionGroup>

#include <optional>
#include <utility>

namespace fleming::ui {

namespace {

using viewer::ViewCommand;

constexpr double kUsualMm = 10.0;
constexpr double kThicknesses[] = {0.0, 5.0, 10.0, 20.0, 40.0};  // mm; 0: a plane without thickness

QAction* addChoice(QMenu* menu, QActionGroup* group, const QString& name, const QVariant& data) {
    QAction* action = menu->addAction(name);
    action->setData(data);
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

}  // namespace

SlabMenu::SlabMenu(viewer::SliceView* view, QWidget* parent) : QMenu(parent) {
    const auto thicknesses = new QActionGroup(this), modes = new QActionGroup(this);
    for (const double mm : kThicknesses)
        addChoice(this, thicknesses, mm == 0.0 ? tr("No slab") : tr("%1 mm").arg(mm), mm);
    addSeparator();
    const std::pair<viewer::SlabMode, QString> names[] = {{viewer::SlabMode::maximum, tr("Maximum")},
                                                          {viewer::SlabMode::mean, tr("Mean")},
                                                          {viewer::SlabMode::minimum, tr("Minimum")}};
    for (const auto& [mode, name] : names)
        addChoice(this, modes, name, static_cast<int>(mode));
    addSeparator();
    QAction* straighten = addAction(QString());
    connect(straighten, &QAction::triggered, view, [view] { view->perform(ViewCommand::straighten); });
    connect(thicknesses, &QActionGroup::triggered, view, [view](const QAction* action) {
        const double mm = action->data().toDouble();
        const auto mode = view->slab() ? view->slab()->mode : viewer::SlabMode::maximum;
        view->setSlab(mm > 0 ? std::optional(viewer::Slab{mm, mode}) : std::nullopt);
    });
    connect(modes, &QActionGroup::triggered, view, [view](const QAction* action) {
        const double mm = view->slab() ? view->slab()->mm : kUsualMm;
        view->setSlab(viewer::Slab{mm, static_cast<viewer::SlabMode>(action->data().toInt())});
    });
    connect(this, &QMenu::aboutToShow, this, [=] {
        const auto slab = view->slab();
        for (QAction* action : thicknesses->actions())
            action->setChecked(action->data().toDouble() == (slab ? slab->mm : 0.0));
        for (QAction* action : modes->actions())
            action->setChecked(slab && action->data().toInt() == static_cast<int>(slab->mode));
    });
    showKeys(menuAction(), [] { return SlabMenu::tr("&Slab\t%1").arg(viewer::keyText(ViewCommand::slab)); });
    showKeys(straighten, [] {
        constexpr auto kStraighten = ViewCommand::straighten;
        return SlabMenu::tr("%1\t%2").arg(viewer::commandName(kStraighten), viewer::keyText(kStraighten));
    });
}

}  // namespace fleming::ui
