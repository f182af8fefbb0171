#pragma once

class QWidget;

namespace fleming::ui {

/// Sets the font of `widget` to the application's font at `factor` times its size. refreshRelativeFonts() updates it.
void setRelativeFontSize(QWidget* widget, double factor);

/// Updates all these fonts after the application's font has changed, because Qt does not update a font whose size is
/// set.
void refreshRelativeFonts();

}  // namespace fleming::ui
