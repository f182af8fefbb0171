#include "ui/style/tab_order.h"

#include <QWidget>

#include <vector>

namespace fleming::ui {

QWidget* moveBehind(QWidget* last, const QWidget* group) {
    std::vector<QWidget*> inside;
    const QWidget* window = group->window();
    for (QWidget* each = window->nextInFocusChain(); each != window; each = each->nextInFocusChain()) {
        const bool takesFocus = each->focusPolicy() != Qt::NoFocus && each->focusProxy() == nullptr;
        if (takesFocus && group->isAncestorOf(each)) inside.push_back(each);
    }
    for (QWidget* each : inside) {
        if (last != nullptr) QWidget::setTabOrder(last, each);
        last = each;
    }
    return last;
}

}  // namespace fleming::ui
