#include "viewer/views/input_actions.h"

#include "viewer/tools/pan_tool.h"
#include "viewer/tools/tools.h"
#include "viewer/tools/zoom_tool.h"
#include "viewer/views/view_commands.h"
#include "viewer/views/volume_commands.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <set>
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

InputAction mouseAction(QLatin1String id, const char* name, Mouse mouse, const std::vector<Gesture>& gestures,
                        InputPlace place = InputPlace::slices) {
    return {id, text(name), place, {}, gestures, mouse, false};
}

InputAction keyAction(QLatin1String id, const char* name, InputPlace place, const QKeySequence& key) {
    return {id, text(name), place, {key}};
}

/// Returns true if a command of slices does something in an image with marks.
bool changesImages(const QString& id) {
    using enum ViewCommand;
    static constexpr ViewCommand kOfImages[] = {zoomIn, zoomOut, fit, reset, invert};
    return std::ranges::any_of(kOfImages, [&](ViewCommand command) {
        return id == QLatin1String("view/") + QLatin1String(entryOf(command).id);
    });
}

constexpr InputPlace kPlaces[] = {InputPlace::window, InputPlace::slices, InputPlace::clips, InputPlace::images,
                                  InputPlace::volumes};

/// Returns true if both act in one place.
bool meet(const InputAction& one, const InputAction& other) {
    return std::ranges::any_of(kPlaces, [&](InputPlace place) { return actsIn(one, place) && actsIn(other, place); });
}

void appendClipActions(std::vector<InputAction>& actions) {
    const auto add = [&](QLatin1String id, const char* name, const QKeySequence& key) {
        actions.push_back(keyAction(id, name, InputPlace::clips, key));
    };
    add(kClipPlay, QT_TRANSLATE_NOOP("InputActions", "Play or pause"), Qt::Key_Space);
    // I, O and C are those of slices.
    add(kClipIn, QT_TRANSLATE_NOOP("InputActions", "Start the range at this frame"), Qt::SHIFT | Qt::Key_I);
    add(kClipOut, QT_TRANSLATE_NOOP("InputActions", "End the range at this frame"), Qt::SHIFT | Qt::Key_O);
    add(kClipSlower, QT_TRANSLATE_NOOP("InputActions", "Play slower"), Qt::Key_Less);
    add(kClipFaster, QT_TRANSLATE_NOOP("InputActions", "Play faster"), Qt::Key_Greater);
    add(kClipMode, QT_TRANSLATE_NOOP("InputActions", "Play in a loop, once, or back and forth"), Qt::SHIFT | Qt::Key_C);
}

void appendImageActions(std::vector<InputAction>& actions) {
    for (const ToolEntry& tool : markTools())
        actions.push_back(toolAction(tool, QStringLiteral("mark/"), InputPlace::images));
    const auto add = [&](QLatin1String id, const char* name, const QKeySequence& key) {
        actions.push_back(keyAction(id, name, InputPlace::images, key));
    };
    add(kImagePrevious, QT_TRANSLATE_NOOP("InputActions", "Previous image"), Qt::Key_PageUp);
    add(kImageNext, QT_TRANSLATE_NOOP("InputActions", "Next image"), Qt::Key_PageDown);
    add(kImageNote, QT_TRANSLATE_NOOP("InputActions", "Write a note on the mark"), Qt::Key_N);
    add(kImageLink, QT_TRANSLATE_NOOP("InputActions", "Link the mark with a span of the answer"), Qt::Key_L);
}

/// Returns true if volumes have a command of slices, too.
bool isOfVolumesToo(const QString& id) {
    using enum ViewCommand;
    static constexpr ViewCommand kOfVolumes[] = {keyImage, previousSeries, nextSeries, menu};
    return std::ranges::any_of(kOfVolumes, [&](ViewCommand command) {
        return id == QLatin1String("view/") + QLatin1String(entryOf(command).id);
    });
}

void appendVolumeActions(std::vector<InputAction>& actions) {
    for (const VolumeCommandEntry& entry : volumeCommands())
        actions.push_back(
            {kVolumeGroup + QLatin1String(entry.id), commandName(entry), InputPlace::volumes, entry.keys});
    const auto add = [&](QLatin1String id, const char* name, const std::vector<Gesture>& gestures) {
        actions.push_back(mouseAction(id, name, Mouse::drag, gestures, InputPlace::volumes));
    };
    add(kVolumeRotate, QT_TRANSLATE_NOOP("InputActions", "Rotate the volume"), {{Kind::left, {}}});
    add(kVolumePan, QT_TRANSLATE_NOOP("InputActions", "Pan the volume"),
        {{Kind::middle, {}}, {Kind::left, Qt::ShiftModifier}});
    add(kVolumeZoom, QT_TRANSLATE_NOOP("InputActions", "Zoom the volume"), {{Kind::right, {}}});
    add(kVolumeWindow, QT_TRANSLATE_NOOP("InputActions", "Window/level of the volume"),
        {{Kind::left, Qt::ControlModifier}});
    add(kVolumeOpacity, QT_TRANSLATE_NOOP("InputActions", "Opacity of the volume"),
        {{Kind::left, Qt::ControlModifier | Qt::ShiftModifier}});
    actions.push_back(mouseAction(kVolumeWheel, QT_TRANSLATE_NOOP("InputActions", "Zoom the volume with the wheel"),
                                  Mouse::wheel, {{Kind::wheel, {}}}, InputPlace::volumes));
}

/// Returns true if clips do not have an action of slices: it measures, or needs positions in the patient or several
/// planes.
bool isOfSlicesAlone(const QString& id) {
    using enum ViewCommand;
    static const std::set<QString> ids = [] {
        std::set<QString> found;
        for (const ViewCommand command : {crosshair, slab, straighten})
            found.insert(QLatin1String("view/") + QLatin1String(entryOf(command).id));
        for (const ToolEntry& tool : tools()) {
            if (tool.measures) found.insert(QLatin1String("tool/") + QLatin1String(tool.id));
        }
        return found;
    }();
    return ids.contains(id);
}

}  // namespace

bool actsIn(const InputAction& action, InputPlace place) {
    if (action.place == InputPlace::window || action.place == place) return true;
    if (action.place != InputPlace::slices) return false;
    if (place == InputPlace::clips) return !isOfSlicesAlone(action.id);
    if (place == InputPlace::volumes) return isOfVolumesToo(action.id);
    return place == InputPlace::images && changesImages(action.id);
}

std::vector<InputAction> viewActions() {
    std::vector<InputAction> actions;
    appendImageActions(actions);
    appendClipActions(actions);
    appendVolumeActions(actions);
    actions.push_back(mouseAction(kDragActiveTool, QT_TRANSLATE_NOOP("InputActions", "Use the chosen tool"),
                                  Mouse::drag, {{Kind::left, {}}}));
    for (const ToolEntry& tool : tools())
        actions.push_back(toolAction(tool, QStringLiteral("tool/"), InputPlace::slices));
    actions.push_back(mouseAction(kWheelScroll, QT_TRANSLATE_NOOP("InputActions", "Scroll by one slice"), Mouse::wheel,
                                  {{Kind::wheel, {}}}));
    actions.push_back(mouseAction(kWheelPage, QT_TRANSLATE_NOOP("InputActions", "Scroll by ten slices"), Mouse::wheel,
                                  {{Kind::wheel, Qt::ShiftModifier}}));
    actions.push_back(mouseAction(kWheelZoom, QT_TRANSLATE_NOOP("InputActions", "Zoom at the pointer"), Mouse::wheel,
                                  {{Kind::wheel, Qt::ControlModifier}}));
    actions.push_back(mouseAction(kWheelTime, QT_TRANSLATE_NOOP("InputActions", "Scroll through time"), Mouse::wheel,
                                  {{Kind::wheel, Qt::AltModifier}}));
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

QList<QKeySequence> keysOf(const QString& id) {
    const std::vector<InputAction>& actions = knownActions();
    return keysOf(*std::ranges::find(actions, id, &InputAction::id), InputMap::shared().choices());
}

QString firstKeyText(const QString& id) {
    const QList<QKeySequence> keys = keysOf(id);
    return keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
}

QString firstGestureText(const QString& id) {
    const std::vector<InputAction>& actions = knownActions();
    const auto gestures = gesturesOf(*std::ranges::find(actions, id, &InputAction::id), InputMap::shared().choices());
    return gestures.empty() ? QString() : gestureText(gestures.front());
}

QString actionOfKey(const QKeyEvent& event, InputPlace place) {
    const std::vector<InputAction>& actions = knownActions();
    const auto find = [&](Qt::KeyboardModifiers modifiers) {
        const QKeySequence pressed(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
        for (const InputAction& action : actions) {
            if (actsIn(action, place) && keysOf(action, InputMap::shared().choices()).contains(pressed))
                return action.id;
        }
        return QString();
    };
    const Qt::KeyboardModifiers modifiers = event.modifiers() & kModifiers;
    const QString exact = find(modifiers);
    return exact.isEmpty() && modifiers == Qt::ShiftModifier ? find({}) : exact;
}

QString actionOfGesture(const Gesture& gesture, InputPlace place) {
    const std::vector<InputAction>& actions = knownActions();
    const auto find = [&](const Gesture& made) {
        for (const InputAction& action : actions) {
            if (!actsIn(action, place)) continue;
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

namespace {

/// Drops what an action cannot have.
void dropUnfit(const InputAction& action, InputChoice& choice) {
    if (choice.keys &&
        (!action.takesKeys || (action.place == InputPlace::window && std::ranges::any_of(*choice.keys, typesText))))
        choice.keys.reset();
    if (!choice.gestures) return;
    const auto offered = action.mouse == InputAction::Mouse::wheel  ? wheelGestures()
                         : action.mouse == InputAction::Mouse::drag ? dragGestures()
                                                                    : std::vector<Gesture>();
    const bool fits = std::ranges::all_of(
        *choice.gestures, [&](const Gesture& gesture) { return std::ranges::find(offered, gesture) != offered.end(); });
    if (!fits) choice.gestures.reset();
}

}  // namespace

InputChoices usable(InputChoices choices, std::span<const InputAction> actions) {
    for (const InputAction& action : actions) {
        const auto choice = choices.find(action.id);
        if (choice == choices.end()) continue;
        dropUnfit(action, choice->second);
        if (choice->second == InputChoice()) choices.erase(choice);
    }
    // The defaults have no conflicts, so that each one has a choice; without it there is one choice less.
    for (auto conflicts = findConflicts(actions, choices); !conflicts.empty();
         conflicts = findConflicts(actions, choices)) {
        const auto& [first, second, what] = conflicts.front();
        if (choices.erase(second->id) == 0 && choices.erase(first->id) == 0) break;
    }
    return choices;
}

bool typesText(const QKeySequence& keys) {
    if (keys.isEmpty()) return false;
    const QKeyCombination first = keys[0];
    const bool isText = first.key() < Qt::Key_Escape || first.key() == Qt::Key_Space;
    return isText && !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

}  // namespace fleming::viewer
