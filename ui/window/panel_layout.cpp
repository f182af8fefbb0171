#include "ui/window/panel_layout.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>

namespace fleming::ui {

namespace {

constexpr int kHandleWidth = 5;

QSplitter* makeSplitter(Qt::Orientation orientation, QWidget* parent) {
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setHandleWidth(kHandleWidth);
    return splitter;
}

}  // namespace

PanelLayout::PanelLayout(QWidget* series, QWidget* view, QWidget* evidence, QWidget* conversation, QWidget* parent)
    : QWidget(parent), across_(makeSplitter(Qt::Horizontal, this)), down_(makeSplitter(Qt::Vertical, this)) {
    down_->addWidget(view);
    down_->addWidget(evidence);
    down_->setStretchFactor(0, 1);
    down_->setCollapsible(0, false);
    across_->addWidget(series);
    across_->addWidget(down_);
    across_->addWidget(conversation);
    across_->setStretchFactor(1, 1);
    across_->setCollapsible(1, false);
    panels_ = {
        makePanel(series, across_, {0.18, 150, 250, 0.22}, "series", tr("&Series panel"), QKeySequence(Qt::Key_F7)),
        makePanel(evidence, down_, {0.21, 132, 190, 0.35}, "evidence", tr("Ev&idence panel"), QKeySequence(Qt::Key_F8)),
        makePanel(conversation, across_, {0.3, 240, 460, 0.4}, "conversation", tr("&Conversation panel"),
                  QKeySequence(Qt::Key_F9))};
    for (Panel& panel : panels_) {
        connect(panel.action, &QAction::triggered, this, [this, &panel](bool shown) {
            panel.widget->setVisible(shown);
            arrange();
        });
    }
    for (const QSplitter* splitter : {across_, down_}) {
        connect(splitter, &QSplitter::splitterMoved, this, &PanelLayout::sizesChanged);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(across_);
}

PanelLayout::Panel PanelLayout::makePanel(QWidget* widget, QSplitter* splitter, Size first, const char* key,
                                          const QString& title, const QKeySequence& shortcut) {
    auto* action = new QAction(title, this);
    action->setCheckable(true);
    action->setChecked(true);
    action->setShortcut(shortcut);
    return {widget, splitter, first, QStringLiteral("panels/") + QLatin1String(key), action, first.most};
}

bool PanelLayout::isShown(const Panel& panel) {
    return !panel.widget->isHidden() && panel.splitter->sizes().value(panel.splitter->indexOf(panel.widget)) > 0;
}

int PanelLayout::firstSize(const Panel& panel) const {
    const int whole = panel.splitter == across_ ? window()->width() : window()->height();
    return qBound(panel.first.least, qRound(panel.first.share * whole), panel.first.most);
}

void PanelLayout::arrange() {
    // Before the window is shown the splitters have no size yet; what they are given then counts in proportion.
    for (QSplitter* splitter : {across_, down_}) {
        QList<int> sizes(splitter->count(), 0);
        int whole = splitter == across_ ? window()->width() : window()->height();
        if (isVisible()) whole = splitter == across_ ? width() : height();
        int left = whole;
        for (const Panel& panel : panels_) {
            // One that was dragged shut stays so.
            if (panel.splitter != splitter || panel.widget->isHidden() || !panel.action->isChecked()) continue;
            const int size = qMin(panel.size, qRound(panel.first.limit * whole));
            sizes[splitter->indexOf(panel.widget)] = size;
            left -= size + splitter->handleWidth();
        }
        sizes[splitter == across_ ? 1 : 0] = qMax(1, left);
        splitter->setSizes(sizes);
    }
}

void PanelLayout::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (isVisible()) arrange();
}

void PanelLayout::sizesChanged() {
    for (Panel& panel : panels_) {
        const bool shown = isShown(panel);
        // One that was dragged shut passed through its smallest size: it comes back at its first one.
        if (!panel.widget->isHidden()) {
            panel.size =
                shown ? panel.splitter->sizes().value(panel.splitter->indexOf(panel.widget)) : firstSize(panel);
        }
        panel.action->setChecked(shown);
    }
}

void PanelLayout::reset() {
    for (Panel& panel : panels_) {
        panel.size = firstSize(panel);
        panel.widget->show();
        panel.action->setChecked(true);
    }
    arrange();
}

void PanelLayout::save() const {
    QSettings settings;
    for (const Panel& panel : panels_) {
        settings.setValue(panel.key + QStringLiteral("/size"), panel.size);
        settings.setValue(panel.key + QStringLiteral("/shown"), isShown(panel));
    }
}

void PanelLayout::restore() {
    const QSettings settings;
    for (Panel& panel : panels_) {
        const int size = settings.value(panel.key + QStringLiteral("/size")).toInt();
        panel.size = size > 0 ? size : firstSize(panel);
        const bool shown = settings.value(panel.key + QStringLiteral("/shown"), true).toBool();
        panel.widget->setVisible(shown);
        panel.action->setChecked(shown);
    }
    arrange();
}

}  // namespace fleming::ui
