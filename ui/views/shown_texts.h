#pragma once

#include "viewer/layers/scene_texts.h"

#include <QObject>

class QMenu;

namespace fleming::ui {

/// What is written over the slices of all panes. Like the language it holds for the whole program and is remembered in
/// the settings. GUI thread only.
class ShownTexts : public QObject {
    Q_OBJECT

public:
    static ShownTexts& current();

    viewer::SceneTexts texts() const { return texts_; }
    void setTexts(viewer::SceneTexts texts);

    /// Appends an entry for each text that switches it.
    void addEntries(QMenu* menu);

Q_SIGNALS:
    void changed(viewer::SceneTexts texts);

private:
    ShownTexts();

    viewer::SceneTexts texts_;
};

}  // namespace fleming::ui
