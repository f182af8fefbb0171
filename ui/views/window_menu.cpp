#include "ui/views/window_menu.h"

#include "ui/browser/series_text.h"
#include "ui/style/icons.h"
#include "viewer/render/window_presets.h"
#include "viewer/text/name_text.h"
#include "viewer/views/input_actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace fleming::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

void addWindows(QMenu* menu, const viewer::Series& series, const viewer::Volume* volume,
                const std::function<void(const viewer::Windowing&)>& choose) {
    addWindows(menu, series.modality, series.image().windows, volume, choose);
}

void addWindows(QMenu* menu, const std::string& modality, const std::vector<viewer::NamedWindow>& ofFile,
                const viewer::Volume* volume, const std::function<void(const viewer::Windowing&)>& choose) {
    const auto add = [&](const QString& name, const viewer::Windowing& window, const QString& key) {
        const QString text = key.isEmpty() ? Words::tr("%1\t%2").arg(name, windowingText(window))
                                           : Words::tr("%1\t%2   %3").arg(name, windowingText(window), key);
        QAction* action = menu->addAction(text);
        QObject::connect(action, &QAction::triggered, menu, [choose, window] { choose(window); });
    };
    const std::vector<viewer::WindowPreset> keys =
        volume != nullptr ? viewer::keyWindows(modality, ofFile, *volume) : viewer::windowPresets(modality);
    const auto hasKey = [&](const viewer::Windowing& window) {
        return std::ranges::find(keys, window, &viewer::WindowPreset::windowing) != keys.end();
    };
    for (const viewer::NamedWindow& own : ofFile) {
        if (own.table && volume == nullptr) continue;
        if (!hasKey(own.windowing()))
            add(viewer::windowName(own.name.empty() ? "File" : own.name), own.windowing(), {});
    }
    if (!menu->isEmpty() && !keys.empty()) menu->addSeparator();
    int number = 0;
    for (const viewer::WindowPreset& preset : keys) {
        ++number;
        add(viewer::windowName(preset.name), preset.windowing(),
            volume != nullptr ? viewer::firstKeyText(QStringLiteral("preset/%1").arg(number)) : QString());
    }
    if (!menu->isEmpty()) menu->addSeparator();
}

QToolButton* makeWindowButton(QMenu* menu, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(Symbol::window));
    button->setToolTip(Words::tr("Window/level presets; you can also drag in the image to adjust window/level"));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton* makeFitButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(Symbol::fit));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(Words::tr("Fit the image to the view and reset window/level"));
    button->setAccessibleName(Words::tr("Fit to window"));
    return button;
}

}  // namespace fleming::ui
