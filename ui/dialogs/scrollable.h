#pragma once

class QDialog;
class QScrollArea;
class QWidget;

namespace fleming::ui {

/// Returns an area that shows `content` and scrolls vertically if there is not enough room, so that a dialog or page
/// fits every screen and font size. Its size hint is that of the content; it does not scroll horizontally.
QScrollArea* scrollable(QWidget* content, QWidget* parent = nullptr);

/// Resizes a dialog to its size hint, or wider if that is less than `width` pixels, but not beyond the screen.
void fitToScreen(QDialog* dialog, int width);

}  // namespace fleming::ui
