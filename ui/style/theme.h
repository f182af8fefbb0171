#pragma once

#include <QColor>
#include <QString>

class QWidget;

namespace fleming::ui {

/// Sets the style and the palette: "light", "dark", or "system" for that of the desktop. Call it before the first
/// window is created; later calls change open windows.
void applyAppearance(const QString& name);

/// Sets the size of the application's font in points, or 0 for that of the system. Open windows change too.
void applyFontSize(int points);

/// Returns true if the current palette is dark.
bool isDark();

// Colours that QPalette has no role for. Each function returns the one for the current palette.
QColor mutedText();  ///< secondary text; contrast of at least 4.5 : 1 on the window and on cards
QColor cardBorder();
QColor controlBorder();  ///< edges of fields and buttons; contrast of at least 3 : 1 on the window and on cards
QColor warningBackground();
QColor warningText();  ///< on warningBackground()
/// Gives a widget that fills its background the two colours above; call it again when the palette has changed.
void useWarningColours(QWidget* widget);
QColor errorBackground();
QColor errorText();          ///< on errorBackground()
QColor goodColor();          ///< verdict correct
QColor partlyColor();        ///< verdict partly correct
QColor badColor();           ///< verdict wrong
QColor removedBackground();  ///< behind words that only the first of two texts has
QColor addedBackground();    ///< behind words that only the second of two texts has

/// Returns the colour of the label at a place of its taxonomy, from 0. The places after the last colour begin again.
QColor labelColor(int place);

}  // namespace fleming::ui
