#include "ui/views/shown_texts.h"

#include "app/settings.h"

#include <QMenu>

#include <utility>

namespace fleming::ui {

using viewer::SceneText;

ShownTexts::ShownTexts() : texts_(app::settings::sceneTexts()) {}

ShownTexts& ShownTexts::current() {
    static ShownTexts texts;
    return texts;
}

void ShownTexts::setTexts(viewer::SceneTexts texts) {
    if (texts == texts_) return;
    texts_ = texts;
    app::settings::setSceneTexts(texts.bits());
    Q_EMIT changed(texts);
}

void ShownTexts::addEntries(QMenu* menu) {
    const std::pair<SceneText, QString> entries[] = {
        {SceneText::patient, tr("Pa&tient")},        {SceneText::series, tr("&Series and plane")},
        {SceneText::size, tr("Size and s&pacing")},  {SceneText::place, tr("S&lice, position and value")},
        {SceneText::window, tr("&Zoom and window")}, {SceneText::scale, tr("Scale &bar")}};
    for (const auto& [text, name] : entries) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, text = text](bool shown) { setTexts(texts_.with(text, shown)); });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, text = text] { action->setChecked(texts_.has(text)); });
    }
}

}  // namespace fleming::ui
