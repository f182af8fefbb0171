#pragma once

#include "viewer/views/input_map.h"

#include <span>

class QKeyEvent;

namespace fleming::viewer {

/// Where keys act.
enum class InputPlace {
    window,  ///< everywhere in the window
    slices,  ///< while a slice view has the focus
    images,  ///< while an image with marks has the focus: its tools come before the actions of slices
};

/// What can be done with keys, a drag or the wheel, and the defaults.
struct InputAction {
    enum class Mouse { none, drag, wheel };

    QString id;  ///< stable
    QString name;
    InputPlace place = InputPlace::slices;
    QList<QKeySequence> keys = {};
    std::vector<Gesture> gestures = {};
    Mouse mouse = Mouse::none;  ///< the kind of gestures that it can have
    bool takesKeys = true;
};

// The ids of actions that are not in a registry. Others are "view/", "tool/" or "mark/" and the id in viewCommands(),
// tools() or markTools(), and "preset/1" to "preset/9".
inline constexpr QLatin1String kDragActiveTool{"mouse/active-tool"};
inline constexpr QLatin1String kWheelScroll{"wheel/scroll"};
inline constexpr QLatin1String kWheelPage{"wheel/page"};
inline constexpr QLatin1String kWheelZoom{"wheel/zoom"};

/// Returns the actions of slice views and of images with marks, with names in the user's language.
std::vector<InputAction> viewActions();

/// Returns what is in use under these choices: those of the user, or the defaults.
QList<QKeySequence> keysOf(const InputAction& action, const InputChoices& choices);
std::vector<Gesture> gesturesOf(const InputAction& action, const InputChoices& choices);

/// Returns the first key in use of an action of viewActions(), as the user reads it; empty if it has none.
QString firstKeyText(const QString& id);

/// Returns the id of the action of a key in a view; empty if it has none. Shift is ignored if no action has the key
/// with it, since some keyboards need it for "+".
QString actionOfKey(const QKeyEvent& event, InputPlace place);

/// Returns the id of the action of a gesture; that of the gesture without modifiers if it has none of its own.
QString actionOfGesture(const Gesture& gesture);

/// Two actions that want the same.
struct InputConflict {
    const InputAction* first;
    const InputAction* second;
    QString what;  ///< the key or the gesture, as the user reads it
};

/// Returns the conflicts among `actions`, which outlive the result.
std::vector<InputConflict> findConflicts(std::span<const InputAction> actions, const InputChoices& choices);

/// Returns true if a key types text, so that it can act in views only.
bool typesText(const QKeySequence& keys);

}  // namespace fleming::viewer
