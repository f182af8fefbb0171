#pragma once

#include "viewer/data/series.h"

#include <QTreeWidget>

#include <functional>

namespace fleming::ui {

/// Shows the rows of a tree that `isShown` wants, with the rows above them, and hides all others.
void showRows(QTreeWidget* tree, const std::function<bool(const QTreeWidgetItem*)>& isShown);

/// Returns app::matchesFilter(): of the whole series, in privacy mode of what may be shown of it.
bool isFound(const viewer::Series& series, const QString& filter);

}  // namespace fleming::ui
