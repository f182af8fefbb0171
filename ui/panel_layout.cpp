#include "ui/panel_layout.h"

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
    panels_ = {makePanel(series, across_, 220, "series", tr("&Series panel"), QKeySequence(Qt::Key_F7)),
               makePanel(evidence, down_, 165, "evidence", tr("&Evidence panel"), QKeySequence(Qt::Key_F8)),
               makePanel(conversation, across_, 400, "conversation", tr("&Conversation panel"), QKeySequence(Qt::Key_F9))};
    for (Panel& panel : panels_) {
        connect(panel.action, &QAction::triggered, this, [this, &panel](bool shown) { setShown(panel, shown); });
    }
    for (const QSplitter* splitter : {across_, down_}) {
        connect(splitter, &QSplitter::splitterMoved, this, &PanelLayout::sizesChanged);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(across_);
}

PanelLayout::Panel PanelLayout::makePanel(QWidget* widget, QSplitter* splitter, int firstSize, const char* key,
                                          const QString& title, const QKeySequence& shortcut) {
    auto* action = new QAction(title, this);
    action->setCheckable(true);
    action->setChecked(true);
    action->setShortcut(shortcut);
    return {widget, splitter, firstSize, QStringLiteral("panels/") + QLatin1String(key), action, firstSize};
}

bool PanelLayout::isShown(const Panel& panel) {
    return !panel.widget->isHidden() && panel.splitter->sizes().value(panel.splitter->indexOf(panel.widget)) > 0;
}

void PanelLayout::setShown(Panel& panel, bool shown) {
    panel.widget->setVisible(shown);
    if (shown) {
        // What the panel gets, the part that stretches gives.
        QList<int> sizes = panel.splitter->sizes();
        const int index = panel.splitter->indexOf(panel.widget);
        const int stretching = panel.splitter == across_ ? 1 : 0;
        sizes[stretching] = qMax(0, sizes[stretching] + sizes[index] - panel.size);
        sizes[index] = panel.size;
        panel.splitter->setSizes(sizes);
    }
    panel.action->setChecked(shown);
}

void PanelLayout::sizesChanged() {
    for (Panel& panel : panels_) {
        const bool shown = isShown(panel);
        // One that was dragged shut passed through its smallest size: it comes back at its first one.
        panel.size = shown ? panel.splitter->sizes().value(panel.splitter->indexOf(panel.widget)) : panel.firstSize;
        panel.action->setChecked(shown);
    }
}

void PanelLayout::reset() {
    for (Panel& panel : panels_) {
        panel.size = panel.firstSize;
        setShown(panel, true);
    }
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
        panel.size = size > 0 ? size : panel.firstSize;
        setShown(panel, settings.value(panel.key + QStringLiteral("/shown"), true).toBool());
    }
}

}  // namespace fleming::ui
