#pragma once

class QWidget;

namespace fleming::ui {

/// Gives `widget` the application's font at `factor` times its size, now and at each refreshRelativeFonts().
void setRelativeFontSize(QWidget* widget, double factor);

/// Makes these fonts anew after the application's font has changed: a widget with a size of its own does not follow it.
void refreshRelativeFonts();

}  // namespace fleming::ui
