#pragma once

#include "viewer/views/input_map.h"

#include <span>

class QKeyEvent;

namespace fleming::viewer {

/// Where keys act.
enum class InputPlace {
    window,   ///< everywhere in the window
    slices,   ///< while a slice view has the focus
    clips,    ///< while a clip has the focus
    images,   ///< while an image with marks has the focus
    volumes,  ///< while a volume view has the focus
};

/// What can be done with keys, a drag or the wheel, and the defaults.
struct InputAction {
    enum class Mouse { none, drag, wheel };

    QString id;  ///< stable
    QString name;
    InputPlace place = InputPlace::slices;  ///< where it belongs; see actsIn()
    QList<QKeySequence> keys = {};
    std::vector<Gesture> gestures = {};
    Mouse mouse = Mouse::none;  ///< the kind of gestures that it can have
    bool takesKeys = true;
};

/// Returns true if the keys and gestures of an action act in a place. Those of the window act everywhere; those of
/// slices also in clips, in images with marks as far as such an image can change (it shows one slice, upright), and a
/// few in volumes: picking the image, going to another series, the menu.
bool actsIn(const InputAction& action, InputPlace place);

// The ids of actions that are not in a registry. Others are "view/", "volume/", "tool/" or "mark/" and the id in
// viewCommands(), volumeCommands(), tools() or markTools(), and "preset/1" to "preset/9".
inline constexpr QLatin1String kDragActiveTool{"mouse/active-tool"};
inline constexpr QLatin1String kWheelScroll{"wheel/scroll"};
inline constexpr QLatin1String kWheelPage{"wheel/page"};
inline constexpr QLatin1String kWheelZoom{"wheel/zoom"};
inline constexpr QLatin1String kWheelTime{"wheel/time"};
inline constexpr QLatin1String kVolumeRotate{"volume-mouse/rotate"};
inline constexpr QLatin1String kVolumePan{"volume-mouse/pan"};
inline constexpr QLatin1String kVolumeZoom{"volume-mouse/zoom"};
inline constexpr QLatin1String kVolumeWindow{"volume-mouse/window"};
inline constexpr QLatin1String kVolumeOpacity{"volume-mouse/opacity"};
inline constexpr QLatin1String kVolumeWheel{"volume-mouse/wheel-zoom"};
inline constexpr QLatin1String kClipPlay{"clip/play"};
inline constexpr QLatin1String kClipIn{"clip/in"};
inline constexpr QLatin1String kClipOut{"clip/out"};
inline constexpr QLatin1String kClipSlower{"clip/slower"};
inline constexpr QLatin1String kClipFaster{"clip/faster"};
inline constexpr QLatin1String kClipMode{"clip/mode"};
inline constexpr QLatin1String kImagePrevious{"image/previous"};
inline constexpr QLatin1String kImageNext{"image/next"};
inline constexpr QLatin1String kImageNote{"image/note"};
inline constexpr QLatin1String kImageLink{"image/link"};

/// Returns the actions of slice views, of clips, of images with marks and of volumes, with names in the user's
/// language.
std::vector<InputAction> viewActions();

/// Returns what is in use under these choices: those of the user, or the defaults.
QList<QKeySequence> keysOf(const InputAction& action, const InputChoices& choices);
std::vector<Gesture> gesturesOf(const InputAction& action, const InputChoices& choices);

/// Returns the keys in use of an action of viewActions().
QList<QKeySequence> keysOf(const QString& id);

/// Returns the first of them, as the user reads it; empty if the action has none.
QString firstKeyText(const QString& id);

/// Returns the first gesture in use of an action of viewActions(), as the user reads it; empty if it has none.
QString firstGestureText(const QString& id);

/// Returns the id of the action of a key in a view; empty if it has none. Shift is ignored if no action has the key
/// with it, since some keyboards need it for "+".
QString actionOfKey(const QKeyEvent& event, InputPlace place);

/// Returns the id of the action of a gesture in a view; that of the gesture without modifiers if it has none of its
/// own.
QString actionOfGesture(const Gesture& gesture, InputPlace place);

/// Two actions that want the same.
struct InputConflict {
    const InputAction* first;
    const InputAction* second;
    QString what;  ///< the key or the gesture, as the user reads it
};

/// Returns the conflicts among `actions`, which outlive the result: two that act in one place and want the same.
std::vector<InputConflict> findConflicts(std::span<const InputAction> actions, const InputChoices& choices);

/// Returns the choices that can be used, as read from settings that may be damaged: without keys of the window that
/// type text, without gestures that an action cannot have, and without conflicts. Of two choices that conflict, the
/// later one in `actions` returns to its default. Choices of unknown actions are kept; they do nothing.
InputChoices usable(InputChoices choices, std::span<const InputAction> actions);

/// Returns true if a key types text, so that it can act in views only.
bool typesText(const QKeySequence& keys);

}  // namespace fleming::viewer
