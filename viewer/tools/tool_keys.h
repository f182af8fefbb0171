#pragma once

#include <QPointF>

#include <optional>

namespace fleming::viewer {

// What keys mean to tools that change shapes; `key` is a Qt::Key.

/// Returns the step of an arrow key on the screen, one to the right or down; absent for any other key.
std::optional<QPointF> arrowStep(int key);

/// Returns true for the keys that remove something.
bool isRemovalKey(int key);

}  // namespace fleming::viewer
