#include "ui/views/window_menu.h"

#include "ui/browser/series_text.h"
#include "ui/style/icons.h"
#include "viewer/render/window_presets.h"
#include "viewer/text/name_text.h"

#include <QCoreApplication>
#include <QMenu>
#include <QToolButton>

namespace fleming::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

void addWindows(QMenu* menu, const viewer::Series& series, const std::function<void(const viewer::Window&)>& choose) {
    const auto add = [&](const QString& name, const viewer::Window& window) {
        QAction* action = menu->addAction(Words::tr("%1\t%2").arg(name, windowingText(window)));
        QObject::connect(action, &QAction::triggered, menu, [choose, window] { choose(window); });
    };
    const std::vector<viewer::NamedWindow>& windows = series.image().windows;
    for (const auto& [name, window] : windows)
        add(viewer::windowName(name.empty() ? "File" : name), window);
    const auto presets = viewer::windowPresets(series.modality);
    if (!windows.empty() && !presets.empty()) menu->addSeparator();
    for (const viewer::WindowPreset& preset : presets)
        add(viewer::windowName(preset.name), preset.window);
    if (!menu->isEmpty()) menu->addSeparator();
}

QToolButton* makeWindowButton(QMenu* menu, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(Symbol::window));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace fleming::ui
