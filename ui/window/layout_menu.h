#pragma once

class QMenu;

namespace fleming::ui {

class Commands;
class StudyLayout;
class ViewArea;

/// Fills the menu of the panes: how they are arranged, what they do together, and with what they are compared. All
/// arguments outlive the menu.
void fillLayoutMenu(QMenu* menu, ViewArea& views, StudyLayout& study, Commands& commands);

}  // namespace fleming::ui
