#include "viewer/views/input_map.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace fleming::viewer {

namespace {

using Kind = Gesture::Kind;

constexpr std::pair<Kind, const char*> kKinds[] = {
    {Kind::left, "left"}, {Kind::middle, "middle"}, {Kind::right, "right"}, {Kind::wheel, "wheel"}};
constexpr std::pair<Qt::KeyboardModifier, const char*> kModifiers[] = {
    {Qt::ControlModifier, "Ctrl+"}, {Qt::AltModifier, "Alt+"}, {Qt::ShiftModifier, "Shift+"}};

/// Returns the modifiers as Qt writes them before a key: "Ctrl+Shift+".
QString modifiersText(Qt::KeyboardModifiers modifiers, QKeySequence::SequenceFormat format) {
    return QKeySequence(static_cast<int>(modifiers)).toString(format);
}

QString storedText(const Gesture& gesture) {
    QString text;
    for (const auto& [modifier, name] : kModifiers) {
        if (gesture.modifiers & modifier) text += QLatin1String(name);
    }
    for (const auto& [kind, name] : kKinds) {
        if (kind == gesture.kind) text += QLatin1String(name);
    }
    return text;
}

std::optional<Gesture> gestureFrom(QString text) {
    Gesture gesture;
    for (const auto& [modifier, name] : kModifiers) {
        if (!text.startsWith(QLatin1String(name))) continue;
        gesture.modifiers |= modifier;
        text.remove(0, static_cast<int>(qstrlen(name)));
    }
    for (const auto& [kind, name] : kKinds) {
        if (text != QLatin1String(name)) continue;
        gesture.kind = kind;
        return gesture;
    }
    return {};
}

std::vector<Gesture> withModifiers(std::initializer_list<Kind> kinds) {
    std::vector<Gesture> gestures;
    for (const Kind kind : kinds) {
        for (const Qt::KeyboardModifiers modifiers :
             {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier),
              Qt::KeyboardModifiers(Qt::ControlModifier), Qt::KeyboardModifiers(Qt::AltModifier),
              Qt::ControlModifier | Qt::ShiftModifier})
            gestures.push_back({kind, modifiers});
    }
    return gestures;
}

/// Returns one key with its modifiers.
std::optional<QKeySequence> keyFrom(const QString& text) {
    const QKeySequence key(text, QKeySequence::PortableText);
    if (key.count() != 1 || key[0].key() == Qt::Key_unknown || key[0].key() == 0) return {};
    return key;
}

/// Returns the values that can be read, each once; nothing if there are none among those that are given, because an
/// empty list would take the default from the user.
template <typename List, typename Read>
std::optional<List> listFrom(const QJsonValue& given, const Read& read) {
    if (!given.isArray()) return {};
    List list;
    for (const QJsonValue& text : given.toArray()) {
        const auto value = read(text.toString());
        if (value && std::find(list.begin(), list.end(), *value) == list.end()) list.push_back(*value);
    }
    if (list.empty() && !given.toArray().isEmpty()) return {};
    return list;
}

InputChoice choiceFrom(const QJsonObject& object) {
    return {listFrom<QList<QKeySequence>>(object[QLatin1String("keys")], keyFrom),
            listFrom<std::vector<Gesture>>(object[QLatin1String("mouse")], gestureFrom)};
}

}  // namespace

QString gestureText(const Gesture& gesture) {
    const auto text = [](const char* source) { return QCoreApplication::translate("Gestures", source); };
    const QString modifiers = modifiersText(gesture.modifiers, QKeySequence::NativeText);
    switch (gesture.kind) {
        case Kind::left:
            return text(QT_TRANSLATE_NOOP("Gestures", "%1left drag")).arg(modifiers);
        case Kind::middle:
            return text(QT_TRANSLATE_NOOP("Gestures", "%1middle drag")).arg(modifiers);
        case Kind::right:
            return text(QT_TRANSLATE_NOOP("Gestures", "%1right drag")).arg(modifiers);
        case Kind::wheel:
            break;
    }
    return text(QT_TRANSLATE_NOOP("Gestures", "%1wheel")).arg(modifiers);
}

std::optional<Gesture> dragGesture(const QMouseEvent& event) {
    switch (event.button()) {
        case Qt::LeftButton:
            return Gesture{Kind::left, event.modifiers()};
        case Qt::MiddleButton:
            return Gesture{Kind::middle, event.modifiers()};
        case Qt::RightButton:
            return Gesture{Kind::right, event.modifiers()};
        default:
            return {};
    }
}

double wheelNotches(const QWheelEvent& event) {
    constexpr double kNotch = 120.0;  // eighths of a degree
    const QPoint turned = event.angleDelta();
    return (turned.y() != 0 ? turned.y() : turned.x()) / kNotch;
}

std::vector<Gesture> dragGestures() {
    return withModifiers({Kind::left, Kind::middle, Kind::right});
}

std::vector<Gesture> wheelGestures() {
    return withModifiers({Kind::wheel});
}

QByteArray toJson(const InputChoices& choices) {
    QJsonObject all;
    for (const auto& [id, choice] : choices) {
        QJsonObject object;
        if (choice.keys) {
            QJsonArray keys;
            for (const QKeySequence& key : *choice.keys)
                keys.append(key.toString(QKeySequence::PortableText));
            object[QLatin1String("keys")] = keys;
        }
        if (choice.gestures) {
            QJsonArray mouse;
            for (const Gesture& gesture : *choice.gestures)
                mouse.append(storedText(gesture));
            object[QLatin1String("mouse")] = mouse;
        }
        if (!object.isEmpty()) all[id] = object;
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

InputChoices inputChoicesFrom(const QByteArray& json) {
    InputChoices choices;
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        if (const InputChoice choice = choiceFrom(entry.value().toObject()); choice != InputChoice())
            choices[entry.key()] = choice;
    }
    return choices;
}

InputMap& InputMap::shared() {
    static InputMap map;
    return map;
}

void InputMap::setChoices(InputChoices choices) {
    if (choices == choices_) return;
    choices_ = std::move(choices);
    Q_EMIT changed();
}

}  // namespace fleming::viewer
