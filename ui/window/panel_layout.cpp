#include "ui/window/panel_layout.h"

#include "ui/style/tab_order.h"
#include "ui/window/window_keys.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kHandleWidth = 5;

QSplitter* makeSplitter(Qt::Orientation orientation, QWidget* parent) {
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setHandleWidth(kHandleWidth);
    return splitter;
}

/// Adds the widget that takes the space that the panels leave, and that cannot be dragged shut.
void addCentre(QSplitter* splitter, QWidget* widget) {
    splitter->addWidget(widget);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
}

}  // namespace

PanelLayout::PanelLayout(QWidget* view, QWidget* parent)
    : QWidget(parent),
      across_(makeSplitter(Qt::Horizontal, this)),
      down_(makeSplitter(Qt::Vertical, this)),
      view_(view) {
    addCentre(down_, view);
    addCentre(across_, down_);
    for (const QSplitter* splitter : {across_, down_})
        connect(splitter, &QSplitter::splitterMoved, this, &PanelLayout::readSizes);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(across_);
}

void PanelLayout::add(const Panel& panel, const PanelContext& context) {
    const PanelWidget parts = panel.create(context, this);
    QSplitter* splitter = panel.place == PanelPlace::below ? down_ : across_;
    const int at = panel.place == PanelPlace::left ? across_->indexOf(down_) : splitter->count();
    splitter->insertWidget(at, parts.widget);

    auto* toggle = new QAction(icon(panel.symbol), panel.title, this);
    toggle->setCheckable(true);
    toggle->setChecked(true);
    toggle->setShortcut(panel.shortcut);
    toggle->setIconVisibleInMenu(false);  // the menu shows the check mark
    const auto showKeys = [toggle, tip = toggle->toolTip()] {
        const QString keys = toggle->shortcut().toString(QKeySequence::NativeText);
        toggle->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)", "panel (its key)").arg(tip, keys));
    };
    showKeys();
    connect(toggle, &QAction::changed, toggle, showKeys);
    WindowKeys::offer(toggle, QStringLiteral("panel-") + panel.id);
    entries_.push_back({panel, parts, splitter, toggle, panel.size.maximum});
    connect(toggle, &QAction::triggered, this, [this, index = entries_.size() - 1](bool shown) {
        show(entries_[index], shown);
        arrange();
    });
}

QList<QAction*> PanelLayout::toggles() const {
    QList<QAction*> toggles;
    for (const Entry& entry : entries_)
        toggles.append(entry.toggle);
    return toggles;
}

const PanelLayout::Entry* PanelLayout::find(const QString& id) const {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&id](const Entry& e) { return e.panel.id == id; });
    return found == entries_.end() ? nullptr : &*found;
}

QAction* PanelLayout::toggle(const QString& id) const {
    const Entry* entry = find(id);
    return entry == nullptr ? nullptr : entry->toggle;
}

QWidget* PanelLayout::widget(const QString& id) const {
    const Entry* entry = find(id);
    return entry == nullptr ? nullptr : entry->parts.widget;
}

QList<QMenu*> PanelLayout::menus() const {
    QList<QMenu*> menus;
    for (const Entry& entry : entries_) {
        if (entry.parts.menu != nullptr) menus.append(entry.parts.menu);
    }
    return menus;
}

// --- focus ----------------------------------------------------------------------------------------------------------

void PanelLayout::focusPanel(const QString& id) {
    const Entry* entry = find(id);
    if (entry == nullptr) return;
    if (!isShown(*entry)) entry->toggle->trigger();
    entry->parts.focus->setFocus(Qt::ShortcutFocusReason);
}

std::vector<const PanelLayout::Entry*> PanelLayout::panelsAt(PanelPlace place) const {
    std::vector<const Entry*> panels;
    for (const Entry& entry : entries_) {
        if (entry.panel.place == place) panels.push_back(&entry);
    }
    return panels;
}

void PanelLayout::focusNext() {
    std::vector<QWidget*> order;
    const auto append = [&](PanelPlace place) {
        for (const Entry* entry : panelsAt(place)) {
            if (isShown(*entry)) order.push_back(entry->parts.focus);
        }
    };
    append(PanelPlace::left);
    if (QWidget* focus = view_->focusProxy(); focus != nullptr && focus->isVisible()) order.push_back(focus);
    append(PanelPlace::below);
    append(PanelPlace::right);
    if (order.empty()) return;
    // Continues after the part that has the focus, or begins with the first part if none has it.
    const auto current = std::find_if(order.begin(), order.end(), [](const QWidget* each) { return each->hasFocus(); });
    const bool isFirst = current == order.end() || current + 1 == order.end();
    (isFirst ? order.front() : *(current + 1))->setFocus(Qt::ShortcutFocusReason);
}

void PanelLayout::setTabOrder(const std::vector<QWidget*>& following) {
    QWidget* last = nullptr;
    const auto appendPanels = [&](PanelPlace place) {
        for (const Entry* entry : panelsAt(place))
            last = moveBehind(last, entry->parts.widget);
    };
    appendPanels(PanelPlace::left);
    last = moveBehind(last, view_);
    appendPanels(PanelPlace::below);
    appendPanels(PanelPlace::right);
    for (const QWidget* group : following)
        last = moveBehind(last, group);
}

// --- sizes ----------------------------------------------------------------------------------------------------------

bool PanelLayout::isShown(const Entry& entry) const {
    const QWidget* widget = entry.parts.widget;
    return !widget->isHidden() && entry.splitter->sizes().value(entry.splitter->indexOf(entry.parts.widget)) > 0;
}

int PanelLayout::firstSize(const Entry& entry) const {
    const PanelSize& size = entry.panel.size;
    const int whole = entry.splitter == across_ ? window()->width() : window()->height();
    return qBound(size.minimum, qRound(size.share * whole), size.maximum);
}

void PanelLayout::show(Entry& entry, bool shown) {
    entry.parts.widget->setVisible(shown);
    entry.toggle->setChecked(shown);
}

/// Gives the panels their sizes and the view the rest.
void PanelLayout::arrange() {
    for (QSplitter* splitter : {across_, down_}) {
        QList<int> sizes(splitter->count(), 0);
        // Before the window is shown, the splitters have no size yet and use these sizes as proportions.
        const QWidget* area = isVisible() ? this : window();
        const int whole = splitter == across_ ? area->width() : area->height();
        int rest = whole;
        for (const Entry& entry : entries_) {
            // A panel that was dragged shut stays shut.
            if (entry.splitter != splitter || entry.parts.widget->isHidden() || !entry.toggle->isChecked()) continue;
            const int size = qMin(entry.size, qRound(entry.panel.size.limit * whole));
            sizes[splitter->indexOf(entry.parts.widget)] = size;
            rest -= size + splitter->handleWidth();
        }
        sizes[splitter->indexOf(splitter == across_ ? static_cast<QWidget*>(down_) : view_)] = qMax(1, rest);
        splitter->setSizes(sizes);
    }
}

void PanelLayout::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (isVisible()) arrange();
}

/// Takes over the sizes that the user has chosen with the mouse.
void PanelLayout::readSizes() {
    for (Entry& entry : entries_) {
        const bool shown = isShown(entry);
        // A panel that is dragged shut passes through its smallest size, so it comes back at its first one.
        if (!entry.parts.widget->isHidden()) {
            const int size = entry.splitter->sizes().value(entry.splitter->indexOf(entry.parts.widget));
            entry.size = shown ? size : firstSize(entry);
        }
        entry.toggle->setChecked(shown);
    }
}

void PanelLayout::reset() {
    for (Entry& entry : entries_) {
        entry.size = firstSize(entry);
        show(entry, entry.panel.shownAtFirst);
    }
    arrange();
}

QString PanelLayout::settingsKey(const Entry& entry, const char* name) const {
    return QStringLiteral("panels/%1/%2").arg(entry.panel.id, QLatin1String(name));
}

void PanelLayout::save() const {
    QSettings settings;
    for (const Entry& entry : entries_) {
        settings.setValue(settingsKey(entry, "size"), entry.size);
        settings.setValue(settingsKey(entry, "shown"), isShown(entry));
    }
}

void PanelLayout::restore() {
    const QSettings settings;
    for (Entry& entry : entries_) {
        const int size = settings.value(settingsKey(entry, "size")).toInt();
        entry.size = size > 0 ? size : firstSize(entry);
        show(entry, settings.value(settingsKey(entry, "shown"), entry.panel.shownAtFirst).toBool());
    }
    arrange();
}

}  // namespace fleming::ui
