#include "viewer/views/input_actions.h"

#include "viewer/tools/pan_tool.h"
#include "viewer/tools/tools.h"
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/view_commands.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace fleming::viewer {

namespace {

using Mouse = InputAction::Mouse;
using Kind = Gesture::Kind;

constexpr Qt::KeyboardModifiers kModifiers =
    Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
constexpr int kPresets = 9;

QString text(const char* source) {
    return QCoreApplication::translate("InputActions", source);
}

InputAction toolAction(const ToolEntry& tool, const QString& group, InputPlace place) {
    InputAction action{group + QLatin1String(tool.id), toolName(tool), place, {QKeySequence(tool.key)}, {}};
    if (place != InputPlace::slices) return action;
    action.mouse = Mouse::drag;
    if (tool.id == QLatin1String(PanTool::kId))
        action.gestures = {{Kind::middle, Qt::NoModifier}, {Kind::left, Qt::ShiftModifier}};
    if (tool.id == QLatin1String(ZoomTool::kId)) action.gestures = {{Kind::right, Qt::NoModifier}};
    return action;
}

InputAction mouseAction(QLatin1String id, const char* name, Mouse mouse, const Gesture& gesture) {
    return {id, text(name), InputPlace::slices, {}, {gesture}, mouse, false};
}

/// Returns true if an action acts on keys in a place.
bool isOffered(const InputAction& action, InputPlace place) {
    if (place == InputPlace::slices) return action.place == InputPlace::slices;
    return !action.id.startsWith(QLatin1String("tool/"));
}

/// Returns true if both act at the same time. In an image with marks its tools come before the actions of slices.
bool meet(const InputAction& one, const InputAction& other) {
    return one.place == other.place || one.place == InputPlace::window || other.place == InputPlace::window;
}

}  // namespace

std::vector<InputAction> viewActions() {
    std::vector<InputAction> actions;
    for (const ToolEntry& tool : markTools())
        actions.push_back(toolAction(tool, QStringLiteral("mark/"), InputPlace::images));
    actions.push_back(mouseAction(kDragActiveTool, QT_TRANSLATE_NOOP("InputActions", "Use the chosen tool"),
                                  Mouse::drag, {Kind::left, {}}));
    for (const ToolEntry& tool : tools())
        actions.push_back(toolAction(tool, QStringLiteral("tool/"), InputPlace::slices));
    actions.push_back(mouseAction(kWheelScroll, QT_TRANSLATE_NOOP("InputActions", "Scroll by one slice"), Mouse::wheel,
                                  {Kind::wheel, {}}));
    actions.push_back(mouseAction(kWheelPage, QT_TRANSLATE_NOOP("InputActions", "Scroll by ten slices"), Mouse::wheel,
                                  {Kind::wheel, Qt::ShiftModifier}));
    actions.push_back(mouseAction(kWheelZoom, QT_TRANSLATE_NOOP("InputActions", "Zoom at the pointer"), Mouse::wheel,
                                  {Kind::wheel, Qt::ControlModifier}));
    for (const ViewCommandEntry& entry : viewCommands()) {
        InputAction action{QLatin1String("view/") + QLatin1String(entry.id), commandName(entry.command)};
        for (const Qt::Key key : entry.keys)
            action.keys.append(QKeySequence(key));
        actions.push_back(std::move(action));
    }
    for (int number = 1; number <= kPresets; ++number) {
        actions.push_back({QStringLiteral("preset/%1").arg(number),
                           text(QT_TRANSLATE_NOOP("InputActions", "Window preset %1")).arg(number),
                           InputPlace::slices,
                           {QKeySequence(Qt::Key_0 + number)}});
    }
    return actions;
}

namespace {

/// Returns the actions in which keys and gestures are looked up, made once: the wheel turns often. Nobody reads their
/// names, so a change of the language does not matter.
const std::vector<InputAction>& knownActions() {
    static const std::vector<InputAction> actions = viewActions();
    return actions;
}

}  // namespace

QList<QKeySequence> keysOf(const InputAction& action, const InputChoices& choices) {
    const auto found = choices.find(action.id);
    return found == choices.end() ? action.keys : found->second.keys.value_or(action.keys);
}

std::vector<Gesture> gesturesOf(const InputAction& action, const InputChoices& choices) {
    const auto found = choices.find(action.id);
    return found == choices.end() ? action.gestures : found->second.gestures.value_or(action.gestures);
}

QString firstKeyText(const QString& id) {
    const std::vector<InputAction>& actions = knownActions();
    const auto action = std::ranges::find(actions, id, &InputAction::id);
    const QList<QKeySequence> keys = keysOf(*action, InputMap::shared().choices());
    return keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
}

QString actionOfKey(const QKeyEvent& event, InputPlace place) {
    const std::vector<InputAction>& actions = knownActions();
    const auto find = [&](Qt::KeyboardModifiers modifiers) {
        const QKeySequence pressed(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
        for (const InputAction& action : actions) {
            if (isOffered(action, place) && keysOf(action, InputMap::shared().choices()).contains(pressed))
                return action.id;
        }
        return QString();
    };
    const Qt::KeyboardModifiers modifiers = event.modifiers() & kModifiers;
    const QString exact = find(modifiers);
    return exact.isEmpty() && modifiers == Qt::ShiftModifier ? find({}) : exact;
}

QString actionOfGesture(const Gesture& gesture) {
    const std::vector<InputAction>& actions = knownActions();
    const auto find = [&](const Gesture& made) {
        for (const InputAction& action : actions) {
            const std::vector<Gesture> gestures = gesturesOf(action, InputMap::shared().choices());
            if (std::ranges::find(gestures, made) != gestures.end()) return action.id;
        }
        return QString();
    };
    const QString exact = find({gesture.kind, gesture.modifiers & kModifiers});
    return exact.isEmpty() ? find({gesture.kind, {}}) : exact;
}

std::vector<InputConflict> findConflicts(std::span<const InputAction> actions, const InputChoices& choices) {
    std::vector<InputConflict> conflicts;
    std::map<QString, std::vector<const InputAction*>> users;  // of keys and gestures, as the user reads them
    const auto use = [&](const QString& what, const InputAction& action) {
        std::vector<const InputAction*>& others = users[what];
        for (const InputAction* other : others) {
            if (meet(*other, action)) conflicts.push_back({other, &action, what});
        }
        others.push_back(&action);
    };
    for (const InputAction& action : actions) {
        for (const QKeySequence& key : keysOf(action, choices))
            use(key.toString(QKeySequence::NativeText), action);
        for (const Gesture& gesture : gesturesOf(action, choices))
            use(gestureText(gesture), action);
    }
    return conflicts;
}

bool typesText(const QKeySequence& keys) {
    if (keys.isEmpty()) return false;
    const QKeyCombination first = keys[0];
    const bool isText = first.key() < Qt::Key_Escape || first.key() == Qt::Key_Space;
    return isText && !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

}  // namespace fleming::viewer
