#pragma once

#include "viewer/views/input_map.h"

#include <QAction>

#include <functional>

namespace fleming::ui {

/// Sets the text of a menu entry, which has a key in it, now and again when the keys in use change. The key is shown
/// but is no shortcut of the entry: only the view takes it, so that it can be typed elsewhere.
inline void showKeys(QAction* action, const std::function<QString()>& text) {
    action->setText(text());
    QObject::connect(&viewer::InputMap::shared(), &viewer::InputMap::changed, action,
                     [action, text] { action->setText(text()); });
}

}  // namespace fleming::ui
