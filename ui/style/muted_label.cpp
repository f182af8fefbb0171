#include "ui/style/muted_label.h"

#include "ui/style/relative_font.h"
#include "ui/style/theme.h"

#include <QEvent>

namespace fleming::ui {

MutedLabel::MutedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    setRelativeFontSize(this, 0.9);
    recolour();
}

void MutedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

void MutedLabel::recolour() {
    const QColor colour = mutedText();
    if (palette().color(QPalette::WindowText) == colour) return;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, colour);
    setPalette(changed);
}

}  // namespace fleming::ui
