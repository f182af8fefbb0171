#include "ui/window/window_keys.h"

#include "app/settings.h"

#include <QMainWindow>
#include <QRegularExpression>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr const char* kId = "keysId";
constexpr const char* kName = "keysName";

/// Returns the text of an action without its mnemonic and without the dots of a dialog.
QString plainText(QString text) {
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));  // "(&I)" in Chinese
    static const QRegularExpression dots(QStringLiteral("\\s*…$"));
    return text.remove(mnemonic).remove(dots);
}

}  // namespace

void WindowKeys::offer(QAction* action, const QString& id, const QString& name) {
    action->setProperty(kId, id);
    if (!name.isEmpty()) action->setProperty(kName, name);
}

WindowKeys::WindowKeys(QMainWindow& window) : QObject(&window) {
    for (QAction* action : window.findChildren<QAction*>()) {
        const QString id = action->property(kId).toString();
        if (id.isEmpty()) continue;
        const QString name = action->property(kName).toString();
        viewer::InputAction input{QStringLiteral("window/") + id, plainText(name.isEmpty() ? action->text() : name),
                                  viewer::InputPlace::window, action->shortcuts()};
        entries_.push_back({action, std::move(input)});
    }
    std::ranges::sort(entries_, [](const Entry& one, const Entry& other) {
        return QString::localeAwareCompare(one.input.name, other.input.name) < 0;
    });
    viewer::InputMap& map = viewer::InputMap::shared();
    map.setChoices(viewer::usable(viewer::inputChoicesFrom(app::settings::inputChoices()), actions()));
    connect(&map, &viewer::InputMap::changed, this, &WindowKeys::apply);
    apply();
}

const WindowKeys& WindowKeys::of(const QMainWindow& window) {
    return *window.findChild<WindowKeys*>();
}

void WindowKeys::apply() {
    for (const Entry& entry : entries_) {
        if (entry.action) entry.action->setShortcuts(keysOf(entry.input, viewer::InputMap::shared().choices()));
    }
}

std::vector<viewer::InputAction> WindowKeys::actions() const {
    std::vector<viewer::InputAction> all;
    for (const Entry& entry : entries_)
        all.push_back(entry.input);
    for (viewer::InputAction& action : viewer::viewActions())
        all.push_back(std::move(action));
    return all;
}

}  // namespace fleming::ui
