#include "ui/dialogs/scrollable.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace fleming::ui {

namespace {

class ScrollablePage : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    // The size hint of QScrollArea is at most 36 x 24 characters, and narrower than its content.
    QSize sizeHint() const override { return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 2); }
    QSize minimumSizeHint() const override {
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), 60};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

}  // namespace

QScrollArea* scrollable(QWidget* content, QWidget* parent) {
    auto* area = new ScrollablePage(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

void fitToScreen(QDialog* dialog, int width) {
    constexpr int kFrame = 48;  // pixels for the title bar and the borders
    const QSize room = dialog->screen()->availableGeometry().size() - QSize(kFrame / 2, kFrame);
    dialog->resize(dialog->sizeHint().expandedTo({width, 0}).boundedTo(room));
}

}  // namespace fleming::ui
