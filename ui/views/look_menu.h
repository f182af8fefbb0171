#pragma once

#include "viewer/data/look.h"
#include "viewer/views/view_commands.h"

#include <QMenu>

#include <functional>

namespace fleming::ui {

/// The menu of a slice or clip view for all that changes its display beyond window/level: turned, inverted, colours,
/// interpolation, the text over it, and whether evidence is taken so.
class LookMenu : public QMenu {
    Q_OBJECT

public:
    /// `view` is a viewer::SliceView or a viewer::ClipView, which outlives the menu.
    template <typename View>
    LookMenu(View* view, QWidget* parent)
        : LookMenu(
              {view, [view](viewer::ViewCommand command) { view->perform(command); }, [view] { return view->look(); },
               [view](const viewer::Look& look) { view->setLook(look); }, [view] { return view->isInverted(); }},
              parent) {}

private:
    /// What the menu needs of a view.
    struct Target {
        QObject* view;
        std::function<void(viewer::ViewCommand)> perform;
        std::function<viewer::Look()> look;
        std::function<void(const viewer::Look&)> setLook;
        std::function<bool()> isInverted;
    };
    LookMenu(const Target& target, QWidget* parent);
};

}  // namespace fleming::ui
