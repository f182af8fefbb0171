#include "ui/chat/conversation_view.h"

#include "ui/chat/exchange_card.h"
#include "ui/style/muted_label.h"
#include "ui/style/tab_order.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kEndMargin = 6;  // pixels from the end that still count as the end

}  // namespace

ConversationView::ConversationView(app::Workspace& workspace, QWidget* parent)
    : QScrollArea(parent), workspace_(workspace) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Questions and answers"));
    auto* page = new QWidget(this);
    column_ = new QVBoxLayout(page);
    column_->setContentsMargins(10, 6, 10, 10);
    column_->setSpacing(14);
    empty_ = new MutedLabel(tr("Questions and answers will appear here: first the model's reasoning, then its answer."),
                            page);
    empty_->setAlignment(Qt::AlignCenter);
    setWidget(page);
    QScrollBar* bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { following_ = value >= bar->maximum() - kEndMargin; });
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        if (following_) followEnd();
    });
    connectWorkspace();
    rebuild();
}

void ConversationView::connectWorkspace() {
    using app::CurrentSession;
    const CurrentSession* session = &workspace_.session();
    connect(session, &CurrentSession::exchangeBegan, this, [this, session](qint64 id) {
        const app::Exchange* exchange = session->find(id);
        if (exchange == nullptr || card(id) != nullptr) return;
        addCard(*exchange);
        followEnd();
    });
    connect(&workspace_.chat(), &app::Chat::reading, this,
            [this](qint64 id, const inference::ReadingProgress& progress) {
                if (ExchangeCard* shown = card(id)) shown->setReading(progress);
            });
    connect(session, &CurrentSession::tokenArrived, this, [this](qint64 id, const inference::Token& token) {
        if (ExchangeCard* shown = card(id)) shown->addToken(token);
    });
    connect(session, &CurrentSession::exchangeFinished, this, [this, session](qint64 id) {
        const app::Exchange* exchange = session->find(id);
        if (ExchangeCard* shown = card(id); shown != nullptr && exchange != nullptr) shown->finish(*exchange);
    });
    connect(session, &CurrentSession::replaced, this, &ConversationView::rebuild);
    connect(session, &CurrentSession::exchangesChanged, this, &ConversationView::showReviews);
}

ExchangeCard* ConversationView::card(qint64 exchange) const {
    // Searches from the end, since the newest card is asked for most.
    const auto found =
        std::find_if(cards_.rbegin(), cards_.rend(), [&](const auto* each) { return each->id() == exchange; });
    return found == cards_.rend() ? nullptr : *found;
}

void ConversationView::addCard(const app::Exchange& exchange) {
    empty_->hide();
    if (lastConversation_ != 0 && exchange.conversation != lastConversation_) {
        auto* divider = new MutedLabel(tr("New conversation"), widget());
        divider->setAlignment(Qt::AlignCenter);
        column_->insertWidget(column_->count() - 1, divider);
    }
    lastConversation_ = exchange.conversation;
    auto* shown = new ExchangeCard(exchange, workspace_.reviews(), widget());
    cards_.push_back(shown);
    column_->insertWidget(column_->count() - 1, shown);
    orderTabKey(shown);
    // An exchange that another program is streaming is shown as it was when the session was opened.
    if (exchange.state == app::ExchangeState::streaming && !workspace_.chat().isAnswering()) shown->finish(exchange);
    connect(shown, &ExchangeCard::referenceClicked, this, &ConversationView::referenceClicked);
}

void ConversationView::rebuild() {
    while (column_->count() > 0) {
        QLayoutItem* item = column_->takeAt(0);
        if (item->widget() != nullptr && item->widget() != empty_) item->widget()->deleteLater();
        delete item;
    }
    cards_.clear();
    lastConversation_ = 0;
    column_->addWidget(empty_, 1);
    column_->addStretch(0);
    empty_->show();
    for (const app::Exchange& exchange : workspace_.session().exchanges())
        addCard(exchange);
    followEnd();
}

void ConversationView::showReviews() {
    for (ExchangeCard* shown : cards_) {
        if (const app::Exchange* exchange = workspace_.session().find(shown->id())) shown->setReviews(*exchange);
    }
}

/// Makes the Tab key visit the cards in their order, before what comes after this view.
void ConversationView::orderTabKey(ExchangeCard* added) {
    QWidget* last = this;
    if (cards_.size() > 1) {
        const ExchangeCard* before = cards_[cards_.size() - 2];
        for (QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
            if (before->isAncestorOf(each)) last = each;
        }
    }
    moveBehind(last, added);
}

// --- going from exchange to exchange --------------------------------------------------------------------------------

/// Returns the exchange that has the keyboard focus or was reviewed last; 0 if there is none.
qint64 ConversationView::current() const {
    const QWidget* focused = window()->focusWidget();
    for (const ExchangeCard* shown : cards_) {
        if (focused != nullptr && shown->isAncestorOf(focused)) return shown->id();
    }
    return workspace_.reviews().active();
}

void ConversationView::goTo(qint64 exchange) {
    ExchangeCard* shown = card(exchange);
    if (shown == nullptr) return;
    following_ = false;
    workspace_.reviews().setActive(exchange);
    shown->focusAnswer();
    // The question is at the top, unless the answer would be below the end of the view then.
    const QWidget* focused = window()->focusWidget();
    const int top = shown->mapTo(widget(), QPoint()).y();
    const int end = focused == nullptr ? top : focused->mapTo(widget(), QPoint()).y() + focused->height();
    verticalScrollBar()->setValue(std::max(top - column_->spacing() / 2, end - viewport()->height() / 2));
}

bool ConversationView::goToUnreviewed(app::Direction direction) {
    const auto found =
        app::findUnreviewed(workspace_.session().exchanges(), workspace_.reviews().reviewer(), current(), direction);
    if (found) goTo(*found);
    return found.has_value();
}

void ConversationView::goBy(int exchanges) {
    const auto& all = workspace_.session().exchanges();
    if (all.empty()) return;
    const auto found = std::ranges::find(all, current(), &app::Exchange::id);
    const auto last = static_cast<std::ptrdiff_t>(all.size()) - 1;
    const std::ptrdiff_t start = exchanges > 0 ? -1 : last + 1;  // without a current exchange
    const std::ptrdiff_t at = found == all.end() ? start : found - all.begin();
    goTo(all[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + exchanges, 0, last))].id);
}

void ConversationView::followEnd() {
    following_ = true;
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(bar->maximum());
}

}  // namespace fleming::ui
