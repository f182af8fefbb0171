#include "ui/review/review_activity.h"

#include "ui/chat/composer.h"
#include "ui/chat/exchange_card.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace fleming::ui {

ReviewActivity::ReviewActivity(app::ReviewDrafts& drafts, QWidget* window)
    : QObject(window), drafts_(drafts), window_(window) {
    qApp->installEventFilter(this);
}

bool ReviewActivity::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
            note(qobject_cast<QWidget*>(watched), true);
            break;
        case QEvent::MouseMove:
        case QEvent::Wheel:
            note(qobject_cast<QWidget*>(watched), false);
            break;
        case QEvent::WindowDeactivate:
            if (watched == window_) drafts_.pause();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

/// `isChoice`: the input chooses what the user works at. Moving over something, or scrolling, does not.
void ReviewActivity::note(const QWidget* used, bool isChoice) {
    if (used == nullptr || used->window() != window_) return;
    for (const QWidget* each = used; each != nullptr && isChoice; each = each->parentWidget()) {
        if (const auto* card = qobject_cast<const ExchangeCard*>(each)) {
            drafts_.setActive(card->id());
            break;
        }
        if (qobject_cast<const Composer*>(each) != nullptr) {
            drafts_.pause();
            return;
        }
    }
    drafts_.act();
}

}  // namespace fleming::ui
