#pragma once

#include <QColor>
#include <QString>

namespace fleming::ui {

/// Sets the style (Fusion) and the palette: "light", "dark", or "system", which follows the desktop. Call it once
/// before the first window and again on a change of mind; open windows follow.
void applyAppearance(const QString& name);

/// Sets the size of the application's font in points; 0: the system's own size. Open windows follow.
void applyFontSize(int points);

/// Whether the palette now in force is a dark one.
bool isDark();

/// Colours that the palette has no role for, for the palette now in force.
QColor mutedText();  ///< secondary text; at least 4.5 : 1 on the window and on cards
QColor cardBorder();
QColor controlBorder();  ///< edges of fields and buttons; at least 3 : 1 on the window and on cards
QColor warningBackground();
QColor warningText();  ///< on warningBackground()
QColor errorBackground();
QColor errorText();    ///< on errorBackground()
QColor goodColor();    ///< verdict correct
QColor partlyColor();  ///< verdict partly correct
QColor badColor();     ///< verdict wrong

}  // namespace fleming::ui
