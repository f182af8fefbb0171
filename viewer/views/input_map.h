#pragma once

#include <QByteArray>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <Qt>

#include <map>
#include <optional>
#include <vector>

class QMouseEvent;
class QWheelEvent;

namespace fleming::viewer {

/// A drag with a mouse button, or a turn of the wheel, in a view.
struct Gesture {
    enum class Kind { left, middle, right, wheel };
    Kind kind = Kind::left;
    Qt::KeyboardModifiers modifiers;  ///< Shift, Ctrl and Alt
    friend bool operator==(const Gesture&, const Gesture&) = default;
};

/// Returns the gesture as the user reads it: "Shift+left drag".
QString gestureText(const Gesture& gesture);

/// Returns the gesture that a press of a mouse button begins; absent for buttons that have none.
std::optional<Gesture> dragGesture(const QMouseEvent& event);

/// Returns how many notches the wheel was turned: vertically, or else horizontally.
double wheelNotches(const QWheelEvent& event);

/// Returns all gestures of a drag, or of the wheel, with at most one modifier or with Ctrl+Shift.
std::vector<Gesture> dragGestures();
std::vector<Gesture> wheelGestures();

/// What the user has chosen for one action. An absent value means the default; an empty list means none.
struct InputChoice {
    std::optional<QList<QKeySequence>> keys;
    std::optional<std::vector<Gesture>> gestures;
    friend bool operator==(const InputChoice&, const InputChoice&) = default;
};

/// The choices by the id of the action (InputAction::id).
using InputChoices = std::map<QString, InputChoice>;

/// Converts choices to and from JSON: {"view/flip-left-right": {"keys": ["H"]}, "tool/pan": {"mouse": ["Shift+left"]}}.
/// What is malformed is left out.
QByteArray toJson(const InputChoices& choices);
InputChoices inputChoicesFrom(const QByteArray& json);

/// The keys and mouse gestures in use in the whole program, like the language. GUI thread only.
class InputMap : public QObject {
    Q_OBJECT

public:
    static InputMap& shared();

    const InputChoices& choices() const { return choices_; }
    void setChoices(InputChoices choices);

Q_SIGNALS:
    /// Whatever shows keys must show them anew.
    void changed();

private:
    InputMap() = default;

    InputChoices choices_;
};

}  // namespace fleming::viewer
