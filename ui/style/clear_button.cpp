#include "ui/style/clear_button.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace fleming::ui {

void addClearButton(QLineEdit* field) {
    field->setClearButtonEnabled(true);
    if (auto* button = field->findChild<QToolButton*>())
        button->setAccessibleName(QCoreApplication::translate("ClearButton", "Clear the text"));
}

}  // namespace fleming::ui
