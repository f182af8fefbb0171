#include "ui/style/relative_font.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>

namespace fleming::ui {

namespace {

constexpr const char* kFactor = "relativeFontSize";

void apply(QWidget* widget, double factor) {
    QFont font = widget->font();
    font.setPointSizeF(QApplication::font().pointSizeF() * factor);
    widget->setFont(font);
}

}  // namespace

void setRelativeFontSize(QWidget* widget, double factor) {
    widget->setProperty(kFactor, factor);
    apply(widget, factor);
}

void refreshRelativeFonts() {
    for (QWidget* widget : QApplication::allWidgets()) {
        if (const QVariant factor = widget->property(kFactor); factor.isValid()) apply(widget, factor.toDouble());
    }
}

}  // namespace fleming::ui
