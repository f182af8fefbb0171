#pragma once

#include "viewer/views/input_actions.h"

#include <QAction>
#include <QObject>
#include <QPointer>

#include <vector>

class QMainWindow;

namespace fleming::ui {

/// The actions of a window whose keys the user can choose. It gives them the keys in use, at once after a change.
class WindowKeys : public QObject {
    Q_OBJECT

public:
    /// Lets the user choose the keys of an action. `id` is stable; `name` is its name in lists of keys, by default its
    /// text.
    static void offer(QAction* action, const QString& id, const QString& name = {});

    /// Reads the choices of the user from the settings, and takes the offered actions of the window.
    explicit WindowKeys(QMainWindow& window);

    /// Returns the object of a window, which has one.
    static const WindowKeys& of(const QMainWindow& window);

    /// Returns what has keys or mouse gestures, with the defaults: the actions of the window, then those of views.
    std::vector<viewer::InputAction> actions() const;

private:
    struct Entry {
        QPointer<QAction> action;
        viewer::InputAction input;
    };

    void apply();

    std::vector<Entry> entries_;
};

}  // namespace fleming::ui
