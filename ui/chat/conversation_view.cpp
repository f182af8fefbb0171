#include "ui/chat/conversation_view.h"

#include "ui/chat/exchange_card.h"
#include "ui/chat/review_bar.h"
#include "ui/style/muted_label.h"

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace fleming::ui {

namespace {

constexpr int kEndMargin = 6;  // pixels from the end that still count as the end

}  // namespace

ConversationView::ConversationView(app::Workspace& workspace, QMenu* againMenu, QWidget* parent)
    : QScrollArea(parent), workspace_(workspace), againMenu_(againMenu) {
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
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) { noteFocus(now); });
    connectWorkspace();
    rebuild();
}

void ConversationView::connectWorkspace() {
    using app::CurrentSession;
    const CurrentSession* session = &workspace_.session();
    connect(session, &CurrentSession::exchangeBegan, this, [this, session](qint64 id) {
        if (session->find(id) == nullptr) return;
        path_.choose(session->exchanges(), id);
        showPath();
        followEnd();
    });
    connect(&workspace_.chat(), &app::Chat::answeringChanged, this, &ConversationView::refreshBranches);
    connect(&workspace_.chat(), &app::Chat::questionDropped, this, &ConversationView::continueShown);
    connect(&workspace_.model(), &app::ModelSlot::changed, this, &ConversationView::refreshBranches);
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
    connect(session, &CurrentSession::saveRequested, this, [this] {
        for (ExchangeCard* shown : cards_)
            shown->saveReview();
    });
    connect(session, &CurrentSession::reviewFailed, this, [this](qint64 id, const app::Review& review) {
        if (ExchangeCard* shown = card(id)) shown->takeBackReview(review);
    });
}

ExchangeCard* ConversationView::card(qint64 exchange) const {
    // Searches from the end, since the newest card is asked for most.
    const auto found =
        std::find_if(cards_.rbegin(), cards_.rend(), [&](const auto* each) { return each->id() == exchange; });
    return found == cards_.rend() ? nullptr : *found;
}

ExchangeCard* ConversationView::makeCard(const app::Exchange& exchange) {
    auto* shown = new ExchangeCard(exchange, againMenu_, widget());
    shown->reviewBar()->setReadOnly(workspace_.session().isReadOnly());
    // An exchange that another program is streaming is shown as it was when the session was opened.
    if (exchange.state == app::ExchangeState::streaming && !workspace_.chat().isAnswering()) shown->finish(exchange);
    connect(shown, &ExchangeCard::referenceClicked, this, &ConversationView::referenceClicked);
    connect(shown, &ExchangeCard::reviewed, &workspace_.session(), &app::CurrentSession::review);
    connect(shown->branchBar(), &BranchBar::requested, this, [this, id = exchange.id](BranchRequest request) {
        current_ = id;
        Q_EMIT branchRequested(id, request);
    });
    return shown;
}

void ConversationView::rebuild() {
    // Exchanges of the new session may have the ids of those on the old cards, whose reviews must not reach them.
    for (ExchangeCard* shown : cards_) {
        shown->disconnect(&workspace_.session());
        shown->deleteLater();
    }
    cards_.clear();
    path_.clear();
    current_ = 0;
    showPath();
    followEnd();
}

/// Shows the cards of path_: makes those that are missing, and removes those of other branches.
void ConversationView::showPath() {
    while (column_->count() > 0) {
        QLayoutItem* item = column_->takeAt(0);
        if (item->widget() != nullptr && item->widget() != empty_ &&
            qobject_cast<ExchangeCard*>(item->widget()) == nullptr)
            item->widget()->deleteLater();  // between two conversations
        delete item;
    }
    std::map<qint64, ExchangeCard*> before;
    for (ExchangeCard* shown : std::exchange(cards_, {}))
        before[shown->id()] = shown;
    column_->addWidget(empty_, 1);
    qint64 conversation = 0;
    for (const app::Exchange* exchange : path_.shown(workspace_.session().exchanges())) {
        if (conversation != 0 && exchange->conversation != conversation) {
            auto* divider = new MutedLabel(tr("New conversation"), widget());
            divider->setAlignment(Qt::AlignCenter);
            column_->addWidget(divider);
        }
        conversation = exchange->conversation;
        const auto known = before.find(exchange->id);
        cards_.push_back(known != before.end() ? known->second : makeCard(*exchange));
        if (known != before.end()) before.erase(known);
        column_->addWidget(cards_.back());
        cards_.back()->show();
    }
    column_->addStretch(0);
    empty_->setVisible(cards_.empty());
    for (const auto& [id, hidden] : before) {
        hidden->saveReview();
        hidden->hide();
        hidden->deleteLater();
    }
    refreshBranches();
}

// --- branches -------------------------------------------------------------------------------------------------------

void ConversationView::showExchange(qint64 exchange) {
    const app::CurrentSession& session = workspace_.session();
    if (session.find(exchange) == nullptr) return;
    following_ = false;
    path_.choose(session.exchanges(), exchange);
    showPath();
    continueShown();
    current_ = exchange;
    scrollTo(exchange, 0);
}

void ConversationView::stepBranch(qint64 exchange, int by) {
    const app::CurrentSession& session = workspace_.session();
    const app::Exchange* from = session.find(exchange);
    ExchangeCard* before = card(exchange);
    if (from == nullptr || before == nullptr || !before->branchBar()->canStep()) return;
    const std::vector<std::int64_t> branches = app::branchesAt(session.exchanges(), *from);
    const auto at = std::ranges::find(branches, exchange) - branches.begin() + by;
    if (at < 0 || at >= std::ssize(branches)) return;
    const bool hadFocus = focusWidget() != nullptr && before->isAncestorOf(focusWidget());
    const int top = before->y() - verticalScrollBar()->value();
    const qint64 other = branches[static_cast<std::size_t>(at)];
    following_ = false;
    path_.choose(session.exchanges(), other);
    showPath();
    continueShown();
    current_ = other;
    if (hadFocus) card(other)->branchBar()->focusStep();
    scrollTo(other, top);
}

/// Makes the next question continue the branch that is shown of the current conversation.
void ConversationView::continueShown() {
    app::Chat& chat = workspace_.chat();
    if (chat.conversation() == 0 || chat.isAnswering()) return;
    chat.continueFrom(path_.last(workspace_.session().exchanges(), chat.conversation()));
}

/// Scrolls once the new cards have their place, so that the card begins `top` pixels below the upper edge.
void ConversationView::scrollTo(qint64 exchange, int top) {
    QTimer::singleShot(0, this, [this, exchange, top] {
        widget()->layout()->activate();
        if (const ExchangeCard* shown = card(exchange)) verticalScrollBar()->setValue(shown->y() - top);
    });
}

void ConversationView::refreshBranches() {
    const app::CurrentSession& session = workspace_.session();
    const app::Chat& chat = workspace_.chat();
    std::map<std::pair<qint64, qint64>, std::vector<qint64>> branches;  // by conversation and followed exchange
    for (const app::Exchange& exchange : session.exchanges())
        branches[{exchange.conversation, exchange.follows}].push_back(exchange.id);
    for (ExchangeCard* shown : cards_) {
        const app::Exchange* exchange = session.find(shown->id());
        if (exchange == nullptr) continue;
        const std::vector<qint64>& all = branches[{exchange->conversation, exchange->follows}];
        const auto number = std::ranges::find(all, exchange->id) - all.begin() + 1;
        BranchBar* bar = shown->branchBar();
        bar->setBranch(static_cast<int>(number), static_cast<int>(all.size()));
        bar->setCanStep(!chat.isAnswering() || chat.conversation() != exchange->conversation);
        bar->setCanAsk(!chat.isAnswering() && workspace_.model().model() && !session.isReadOnly());
    }
}

qint64 ConversationView::currentExchange() const {
    if (current_ != 0 && card(current_) != nullptr) return current_;
    return cards_.empty() ? 0 : cards_.back()->id();
}

/// Remembers the card with the focus. A menu may take the focus from it; another part of the panel ends it.
void ConversationView::noteFocus(const QWidget* focus) {
    if (focus == nullptr || parentWidget() == nullptr || !parentWidget()->isAncestorOf(focus)) return;
    const auto found =
        std::ranges::find_if(cards_, [focus](const ExchangeCard* each) { return each->isAncestorOf(focus); });
    current_ = found == cards_.end() ? 0 : (*found)->id();
}

void ConversationView::showReviews() {
    for (ExchangeCard* shown : cards_) {
        if (const app::Exchange* exchange = workspace_.session().find(shown->id())) shown->setReviews(*exchange);
    }
}

void ConversationView::followEnd() {
    following_ = true;
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(bar->maximum());
}

}  // namespace fleming::ui
