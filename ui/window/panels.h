#pragma once

#include "ui/style/icons.h"

#include <QKeySequence>
#include <QString>

#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace fleming::app {
class Workspace;
}

namespace fleming::ui {

class Commands;
class FrameNavigator;
class MessageBar;
class ViewArea;

/// What the window offers to its panels. All of it outlives them.
struct PanelContext {
    app::Workspace& workspace;
    ViewArea& views;
    MessageBar& messages;
    Commands& commands;
    FrameNavigator& navigator;
};

/// The side of the view on which a panel lies.
enum class PanelPlace { left, below, right };

/// The width of a panel left or right of the view, or the height of one below it.
struct PanelSize {
    double share;          ///< of the window, until the user chooses another size
    int minimum, maximum;  ///< of that first size, in device-independent pixels
    double limit;          ///< largest share of the window, so that a small window still shows the view
};

/// The widget of a panel.
struct PanelWidget {
    QWidget* widget;
    QWidget* focus;         ///< the part of `widget` that gets the keyboard focus
    QMenu* menu = nullptr;  ///< a submenu of the View menu, or null
};

/// An entry of the registry of panels. The View menu, the buttons in the status bar, the keys, the focus order (F6),
/// and the sizes that are remembered all follow from it.
struct Panel {
    QString id;     ///< key in the settings ("panels/<id>"); never changes
    QString title;  ///< in the View menu, with its mnemonic
    Symbol symbol;  ///< on the button in the status bar
    QKeySequence shortcut;
    PanelPlace place;
    PanelSize size;
    std::function<PanelWidget(const PanelContext&, QWidget* parent)> create;
    bool shownAtFirst = true;  ///< until the user shows or hides it
};

/// Returns the panels of the program. Panels of one place lie in this order, from left to right or from top to bottom.
std::vector<Panel> allPanels();

}  // namespace fleming::ui
