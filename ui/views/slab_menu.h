#pragma once

#include <QMenu>

namespace fleming::viewer {
class SliceView;
}

namespace fleming::ui {

/// The menu of the planes of a slice view: how thick they are, which of their values are shown, and whether they are
/// straight.
class SlabMenu : public QMenu {
    Q_OBJECT

public:
    /// `view` outlives the menu.
    SlabMenu(viewer::SliceView* view, QWidget* parent);
};

}  // namespace fleming::ui
