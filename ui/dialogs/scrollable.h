#pragma once

class QDialog;
class QScrollArea;
class QWidget;

namespace fleming::ui {

/// Puts `content` into an area that scrolls up and down where the window is too low for it, so that a dialog or a page
/// fits every screen and every font. The area asks for the content's own size and never scrolls sideways.
QScrollArea* scrollable(QWidget* content, QWidget* parent = nullptr);

/// Gives a dialog the size that it asks for, at least `width` wide, as far as the screen has room.
void fitToScreen(QDialog* dialog, int width);

}  // namespace fleming::ui
