#pragma once

#include <QMenu>

namespace fleming::viewer {
class SliceView;
}

namespace fleming::ui {

/// The menu of a slice view for all that changes its display beyond window/level: turned, inverted, colours,
/// interpolation, and whether evidence is taken so.
class LookMenu : public QMenu {
    Q_OBJECT

public:
    /// `view` outlives the menu.
    LookMenu(viewer::SliceView* view, QWidget* parent);
};

}  // namespace fleming::ui
