#pragma once

#include "app/workspace.h"

class QMenu;

namespace fleming::ui {

class MeasurementCommands;
class PanelLayout;
class ViewArea;

/// Fills the menu with the tools that measure, and with what can be done with the selected measurement. All arguments
/// outlive the menu.
void fillMeasureMenu(QMenu* menu, app::Workspace& workspace, ViewArea& views, PanelLayout& panels,
                     MeasurementCommands& commands);

}  // namespace fleming::ui
