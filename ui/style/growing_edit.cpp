#include "ui/style/growing_edit.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace fleming::ui {

GrowingEdit::GrowingEdit(int smallestLines, int largestLines, QWidget* parent)
    : TextBox(parent), smallestLines_(smallestLines), largestLines_(largestLines) {
    setTabChangesFocus(true);
    setAcceptDrops(false);  // the window opens dropped files
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &GrowingEdit::fit);
    fit();
}

void GrowingEdit::fit() {
    // The height of a plain text document is its number of lines.
    const int lines = qBound(smallestLines_, qCeil(document()->size().height()), largestLines_);
    const int height =
        fontMetrics().lineSpacing() * lines + qCeil(2 * document()->documentMargin()) + 2 * frameWidth() + 2;
    if (height != minimumHeight()) setFixedHeight(height);
}

void GrowingEdit::changeEvent(QEvent* event) {
    TextBox::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

void GrowingEdit::resizeEvent(QResizeEvent* event) {
    TextBox::resizeEvent(event);
    fit();
}

/// Leaves the wheel to the surrounding scroll area unless the text itself can be scrolled.
void GrowingEdit::wheelEvent(QWheelEvent* event) {
    if (verticalScrollBar()->maximum() > 0) {
        TextBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

}  // namespace fleming::ui
