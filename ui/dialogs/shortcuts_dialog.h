#pragma once

#include "viewer/views/input_actions.h"

#include <QDialog>

#include <vector>

namespace fleming::ui {

/// The list of what the keys and the mouse do.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// Shows the keys in use of these actions, and what cannot be changed.
    explicit ShortcutsDialog(const std::vector<viewer::InputAction>& actions, QWidget* parent = nullptr);
};

}  // namespace fleming::ui
