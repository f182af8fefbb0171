#pragma once

#include <QWidget>

#include <string>

class QMenu;
class QToolButton;

namespace fleming::viewer {
class ClipView;
}

namespace fleming::ui {

/// The controls of a clip above the panes: its window and the button that resets the display, and the menus of the
/// menu bar. (Those for playing lie below the clip.)
class ClipToolbar : public QWidget {
    Q_OBJECT

public:
    /// `view` outlives the toolbar.
    ClipToolbar(viewer::ClipView* view, QWidget* parent);

    /// Follows the clip in the view; `modality` is that of its series.
    void setModality(const std::string& modality);

    /// Returns the menu with the windows of the clip, which is also in the menu bar.
    QMenu* windowMenu() const { return menu_; }
    /// Returns the menu of the display beyond the window, which is also in the menu bar.
    QMenu* lookMenu() const { return look_; }

private:
    void fillWindows();
    void showWindow();

    viewer::ClipView* view_;
    std::string modality_;
    QMenu* menu_;
    QMenu* look_;
    QToolButton* button_;
};

}  // namespace fleming::ui
