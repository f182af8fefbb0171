#pragma once

class QLineEdit;

namespace fleming::ui {

/// Gives a field a button that empties it, which screen readers name. Qt's own has no name.
void addClearButton(QLineEdit* field);

}  // namespace fleming::ui
