#pragma once

class QWidget;

namespace fleming::ui {

/// Moves what can get the focus in `group` behind `last` in the tab order, and keeps its order. Returns the widget that
/// is the last one then. The tab order is a circle, so only the places beside one another count: `last` may be null for
/// the first group.
QWidget* moveBehind(QWidget* last, const QWidget* group);

}  // namespace fleming::ui
