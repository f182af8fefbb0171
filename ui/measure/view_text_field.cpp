#include "ui/measure/view_text_field.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

constexpr int kMostLetters = 120;
constexpr int kWidth = 200;
constexpr int kMargin = 4;

}  // namespace

ViewTextField::ViewTextField(QWidget& view, const QPointF& at, const QString& about, const QString& text)
    : QLineEdit(text, &view) {
    setPlaceholderText(about);
    setAccessibleName(about);
    setMaxLength(kMostLetters);
    resize(std::min(kWidth, view.width() - 2 * kMargin), sizeHint().height());
    const QSize room = view.size() - size() - QSize(kMargin, kMargin);
    move(std::clamp(qRound(at.x()), kMargin, std::max(kMargin, room.width())),
         std::clamp(qRound(at.y()), kMargin, std::max(kMargin, room.height())));
    selectAll();
    show();
    setFocus(Qt::PopupFocusReason);
    connect(this, &QLineEdit::editingFinished, this, [this] { end(true); });
}

bool ViewTextField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void ViewTextField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return end(false);
    QLineEdit::keyPressEvent(event);
    event->accept();  // Enter is no key of the view
}

void ViewTextField::end(bool accepts) {
    if (std::exchange(ended_, true)) return;
    if (accepts) Q_EMIT accepted(text());
    if (hasFocus()) parentWidget()->setFocus();
    hide();
    deleteLater();
}

}  // namespace fleming::ui
