#pragma once

#include <QMenu>

namespace fleming::viewer {
class SliceView;
}

namespace fleming::ui {

/// The menu of a slice view for all that changes its display beyond window/level: turned, inverted, colours,
/// interpolation, slab, tilt, the text over it, and whether evidence is taken so.
class LookMenu : public QMenu {
    Q_OBJECT

public:
    /// `view` outlives the menu.
    LookMenu(viewer::SliceView* view, QWidget* parent);

private:
    QMenu* makeSlabMenu(viewer::SliceView* view);
};

}  // namespace fleming::ui
