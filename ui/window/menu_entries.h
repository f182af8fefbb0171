#pragma once

#include "ui/window/window_keys.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QString>

namespace fleming::ui {

/// Adds an entry that calls `slot` of `receiver`.
template <typename Receiver, typename Slot>
QAction* addEntry(QMenu* menu, const QString& text, const QKeySequence& keys, Receiver* receiver, Slot slot) {
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, receiver, slot);
    return action;
}

/// The same for an entry whose keys the user can choose.
template <typename Receiver, typename Slot>
QAction* addEntry(QMenu* menu, const char* id, const QString& text, const QKeySequence& keys, Receiver* receiver,
                  Slot slot) {
    QAction* action = addEntry(menu, text, keys, receiver, slot);
    WindowKeys::offer(action, QLatin1String(id));
    return action;
}

}  // namespace fleming::ui
