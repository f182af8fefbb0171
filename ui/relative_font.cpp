#include "ui/relative_font.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace fleming::ui {

namespace {

class FontFollower : public QObject {
public:
    FontFollower(QWidget* widget, double factor) : QObject(widget), widget_(widget), factor_(factor) {
        widget->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::ApplicationFontChange) apply();
        return false;
    }

private:
    void apply() {
        QFont font = widget_->font();
        font.setPointSizeF(QApplication::font().pointSizeF() * factor_);
        widget_->setFont(font);
    }

    QWidget* widget_;
    double factor_;
};

}  // namespace

void setRelativeFontSize(QWidget* widget, double factor) { new FontFollower(widget, factor); }

}  // namespace fleming::ui
