#include "ui/chat/lazy_column.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

constexpr QMargins kMargins(10, 6, 10, 10);
constexpr int kSpacing = 14;
constexpr int kUnknownHeight = 220;  // of an entry, until one is measured
constexpr int kEndMargin = 6;        // pixels from the end that still count as the end
constexpr int kMadePages = 1;        // beyond the visible part in both directions, in its heights
constexpr int kKeptPages = 4;
constexpr int kMostPasses = 8;

/// Returns the height that `widget` needs at `width`.
int neededHeight(const QWidget* widget, int width) {
    return widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
}

bool holdsFocus(const QWidget* widget) {
    const QWidget* focus = QApplication::focusWidget();
    return focus != nullptr && widget->isAncestorOf(focus);
}

}  // namespace

LazyColumn::LazyColumn(Make make, QWidget* parent) : QScrollArea(parent), make_(std::move(make)) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page_ = new QWidget(this);
    setWidget(page_);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LazyColumn::onScrolled);
    ahead_.setSingleShot(true);
    connect(&ahead_, &QTimer::timeout, this, &LazyColumn::makeAhead);
}

void LazyColumn::setEntries(const std::vector<qint64>& ids) {
    std::unordered_map<qint64, Entry> before;
    for (const Entry& entry : std::exchange(entries_, {}))
        before[entry.id] = entry;
    index_.clear();
    anchor_ = 0;
    anchorOffset_ = 0;
    for (const qint64 id : ids) {
        index_[id] = entries_.size();
        const auto known = before.find(id);
        entries_.push_back(known == before.end() ? Entry{id} : known->second);
        if (known != before.end()) before.erase(known);
    }
    for (const auto& [id, entry] : before) {
        if (entry.widget == nullptr) continue;
        entry.widget->hide();
        entry.widget->deleteLater();
    }
    arrange();
}

QWidget* LazyColumn::made(qint64 id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : entries_[found->second].widget;
}

std::vector<QWidget*> LazyColumn::made() const {
    std::vector<QWidget*> widgets;
    for (const Entry& entry : entries_) {
        if (entry.widget != nullptr) widgets.push_back(entry.widget);
    }
    return widgets;
}

QWidget* LazyColumn::make(qint64 id) {
    const auto found = index_.find(id);
    if (found == index_.end()) return nullptr;
    Entry& entry = entries_[found->second];
    if (entry.widget == nullptr) {
        makeAt(entry);
        arrange();
    }
    return entries_[found->second].widget;
}

void LazyColumn::setPlaceholder(QWidget* placeholder) {
    placeholder_ = placeholder;
    placeholder_->setParent(page_);
    arrange();
}

void LazyColumn::followEnd() {
    following_ = true;
    arrange();
}

LazyColumn::Place LazyColumn::place() const {
    if (entries_.empty()) return {};
    const int value = verticalScrollBar()->value();
    const std::size_t first = entryAt(value);
    return {entries_[first].id, value - tops_[first]};
}

void LazyColumn::scrollTo(const Place& place) {
    const auto found = index_.find(place.id);
    if (found == index_.end()) return;
    following_ = false;
    anchor_ = found->second;
    anchorOffset_ = place.offset;
    arrange();
    onScrolled(verticalScrollBar()->value());
}

// --- events ---------------------------------------------------------------------------------------------------------

void LazyColumn::onScrolled(int value) {
    if (arranging_ || entries_.empty()) return;
    following_ = value >= verticalScrollBar()->maximum() - kEndMargin;
    anchor_ = entryAt(value);
    anchorOffset_ = value - tops_[anchor_];
    arrange();
    Q_EMIT scrolled();
}

void LazyColumn::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void LazyColumn::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    arrange();
}

bool LazyColumn::eventFilter(QObject* watched, QEvent* event) {
    if (watched == page_ && event->type() == QEvent::LayoutRequest) arrange();
    return QScrollArea::eventFilter(watched, event);
}

// --- layout ---------------------------------------------------------------------------------------------------------

/// Measures the widgets, makes those that are missing, and puts everything in its place.
void LazyColumn::arrange() {
    if (std::exchange(arranging_, true)) {
        again_ = true;
        return;
    }
    for (int pass = 0; pass < kMostPasses; ++pass) {
        again_ = false;
        if (!arrangeOnce() && !again_) break;
    }
    dropDistant();
    arranging_ = false;
}

/// Returns true if widgets were made, whose heights are not known yet.
bool LazyColumn::arrangeOnce() {
    measure();
    const int unknown = estimatedHeight();
    tops_.assign(1, kMargins.top());
    for (const Entry& entry : entries_)
        tops_.push_back(tops_.back() + (entry.height > 0 ? entry.height : unknown) + kSpacing);
    const int end = entries_.empty() ? 0 : tops_.back() - kSpacing + kMargins.bottom();
    page_->resize(viewport()->width(), std::max(end, viewport()->height()));
    placeWidgets();
    if (placeholder_ != nullptr) {
        placeholder_->setVisible(entries_.empty());
        placeholder_->setGeometry(QRect(QPoint(), viewport()->size()).marginsRemoved(kMargins));
    }
    QScrollBar* bar = verticalScrollBar();
    if (!entries_.empty()) bar->setValue(following_ ? bar->maximum() : tops_[anchor_] + anchorOffset_);
    return makeVisible();
}

void LazyColumn::measure() {
    const int width = viewport()->width() - kMargins.left() - kMargins.right();
    for (Entry& entry : entries_) {
        if (entry.widget == nullptr) continue;
        // The height of a text is known only when the text has its width.
        constexpr int kMostTimes = 4;
        for (int time = 0; time < kMostTimes; ++time) {
            if (QLayout* layout = entry.widget->layout()) layout->activate();
            const int height = neededHeight(entry.widget, width);
            if (entry.widget->width() == width && entry.widget->height() == height && height == entry.height) break;
            entry.height = height;
            entry.widget->resize(width, height);
        }
    }
}

void LazyColumn::placeWidgets() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].widget != nullptr) entries_[i].widget->move(kMargins.left(), tops_[i]);
    }
}

bool LazyColumn::makeVisible() {
    if (entries_.empty() || !isVisible()) return false;
    const int value = verticalScrollBar()->value();
    const std::size_t last = entryAt(value + viewport()->height());
    bool madeOne = false;
    for (std::size_t i = entryAt(value); i <= last; ++i) {
        if (entries_[i].widget != nullptr) continue;
        makeAt(entries_[i]);
        madeOne = true;
    }
    if (!madeOne && missingNear() != nullptr) ahead_.start();
    return madeOne;
}

/// Returns an entry without a widget that scrolling would soon show, or null.
LazyColumn::Entry* LazyColumn::missingNear() {
    const int page = viewport()->height(), value = verticalScrollBar()->value();
    const std::size_t last = entryAt(value + (1 + kMadePages) * page);
    for (std::size_t i = entryAt(value - kMadePages * page); i <= last; ++i) {
        if (entries_[i].widget == nullptr) return &entries_[i];
    }
    return nullptr;
}

/// Makes one widget at a time, so that the window handles events between two of them.
void LazyColumn::makeAhead() {
    if (entries_.empty() || !isVisible()) return;
    Entry* next = missingNear();
    if (next == nullptr) return;
    makeAt(*next);
    arrange();
}

void LazyColumn::dropDistant() {
    if (entries_.empty() || !isVisible()) return;
    const int page = viewport()->height(), value = verticalScrollBar()->value();
    const std::size_t first = entryAt(value - kKeptPages * page), last = entryAt(value + (1 + kKeptPages) * page);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if ((i >= first && i <= last) || entries_[i].widget == nullptr || holdsFocus(entries_[i].widget)) continue;
        entries_[i].widget->hide();
        std::exchange(entries_[i].widget, nullptr)->deleteLater();
    }
}

void LazyColumn::makeAt(Entry& entry) {
    entry.widget = make_(entry.id, page_);
    entry.widget->show();
}

/// Returns the mean of the heights that are known.
int LazyColumn::estimatedHeight() const {
    qint64 sum = 0, count = 0;
    for (const Entry& entry : entries_) {
        sum += entry.height;
        count += entry.height > 0 ? 1 : 0;
    }
    return count == 0 ? kUnknownHeight : static_cast<int>(sum / count);
}

/// Returns the entry at `y`, or the nearest one. There must be one.
std::size_t LazyColumn::entryAt(int y) const {
    const auto next = std::upper_bound(tops_.begin(), tops_.begin() + static_cast<std::ptrdiff_t>(entries_.size()), y);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, next - tops_.begin() - 1));
}

}  // namespace fleming::ui
