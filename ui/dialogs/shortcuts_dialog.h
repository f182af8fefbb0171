#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace fleming::ui {

/// The list of what the keys and the mouse do.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// `panelToggles` are the actions that show and hide the panels.
    explicit ShortcutsDialog(const QList<QAction*>& panelToggles, QWidget* parent = nullptr);
};

}  // namespace fleming::ui
