#pragma once

class QWidget;

namespace fleming::ui {

/// Gives `widget` the application's font at `factor` times its size, now and whenever the application's font changes.
void setRelativeFontSize(QWidget* widget, double factor);

}  // namespace fleming::ui
