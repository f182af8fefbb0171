#include "ui/views/current_page.h"

#include <QStackedWidget>

namespace fleming::ui {

void fitToCurrentPage(QStackedWidget* stack) {
    const auto fit = [stack] {
        for (int i = 0; i < stack->count(); ++i) {
            const auto policy = i == stack->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            stack->widget(i)->setSizePolicy(policy, policy);
        }
    };
    QObject::connect(stack, &QStackedWidget::currentChanged, stack, fit);
    fit();
}

}  // namespace fleming::ui
