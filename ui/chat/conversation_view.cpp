#include "ui/chat/conversation_view.h"

#include "ui/chat/answer_card.h"
#include "ui/chat/branch_bar.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/evidence_row.h"
#include "ui/review/review_panel.h"
#include "ui/style/muted_label.h"
#include "ui/style/tab_order.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QLabel>

#include <algorithm>
#include <iterator>
#include <utility>

namespace fleming::ui {

ConversationView::ConversationView(app::Workspace& workspace, QMenu* againMenu, QWidget* parent)
    : LazyColumn([this](qint64 exchange, QWidget* page) { return makeCard(exchange, page); }, parent),
      workspace_(workspace),
      againMenu_(againMenu) {
    setAccessibleName(tr("Questions and answers"));
    auto* empty = new MutedLabel(
        tr("Questions and answers will appear here: first the model's reasoning, then its answer."), widget());
    empty->setAlignment(Qt::AlignCenter);
    setPlaceholder(empty);
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
        keepPlace();
    });
    connect(&workspace_.chat(), &app::Chat::answeringChanged, this, &ConversationView::refreshBranches);
    connect(&workspace_.chat(), &app::Chat::questionDropped, this, &ConversationView::continueShown);
    connect(&workspace_.model(), &app::ModelSlot::changed, this, &ConversationView::refreshBranches);
    connect(&workspace_.chat(), &app::Chat::reading, this,
            [this](qint64 id, const inference::ReadingProgress& progress) {
                if (ExchangeCard* shown = madeCard(id)) shown->setReading(progress);
            });
    connect(session, &CurrentSession::tokenArrived, this, [this](qint64 id, const inference::Token& token) {
        if (ExchangeCard* shown = madeCard(id)) shown->addToken(token);
    });
    connect(session, &CurrentSession::exchangeFinished, this, [this, session](qint64 id) {
        const app::Exchange* exchange = session->find(id);
        if (ExchangeCard* shown = madeCard(id); shown != nullptr && exchange != nullptr) shown->finish(*exchange);
    });
    connect(session, &CurrentSession::replaced, this, &ConversationView::rebuild);
    connect(session, &CurrentSession::exchangesChanged, this, &ConversationView::showReviews);
    connect(this, &LazyColumn::scrolled, this, &ConversationView::keepPlace);
}

ExchangeCard* ConversationView::card(qint64 exchange) {
    return qobject_cast<ExchangeCard*>(make(exchange));
}

ExchangeCard* ConversationView::madeCard(qint64 exchange) const {
    return qobject_cast<ExchangeCard*>(made(exchange));
}

std::vector<ExchangeCard*> ConversationView::madeCards() const {
    std::vector<ExchangeCard*> cards;
    for (QWidget* widget : made())
        cards.push_back(qobject_cast<ExchangeCard*>(widget));
    return cards;
}

ExchangeCard* ConversationView::makeCard(qint64 id, QWidget* parent) {
    const app::Exchange& exchange = *workspace_.session().find(id);
    auto* shown = new ExchangeCard(exchange, workspace_.reviews(), againMenu_, parent);
    // An exchange that another program is streaming is shown as it was when the session was opened.
    if (exchange.state == app::ExchangeState::streaming && !workspace_.chat().isAnswering()) shown->finish(exchange);
    shown->showImages(new EvidenceRow(workspace_, id, shown));
    connect(shown->images(), &EvidenceRow::imageClicked, this, &ConversationView::imageClicked);
    connect(shown, &ExchangeCard::referenceClicked, this, &ConversationView::referenceClicked);
    connect(shown, &ExchangeCard::replayRequested, &workspace_.replay(), &app::SessionReplay::start);
    connect(shown->branchBar(), &BranchBar::requested, this, [this, id](BranchRequest request) {
        current_ = id;
        Q_EMIT branchRequested(id, request);
    });
    // What the user labels stays where it is when the fields of its review appear.
    connect(shown->review(), &ReviewPanel::aboutToExpand, this, [this] {
        QMetaObject::invokeMethod(
            this, [this, before = place()] { scrollTo(before); }, Qt::QueuedConnection);
    });
    connect(
        shown->review(), &ReviewPanel::revealRequested, this, [this, id] { revealReview(id); }, Qt::QueuedConnection);
    refreshBranch(*shown);
    // Once for all cards that are made now: it visits every widget of the window.
    if (!std::exchange(tabKeyWaits_, true))
        QMetaObject::invokeMethod(this, &ConversationView::orderTabKey, Qt::QueuedConnection);
    return shown;
}

/// Returns true if the exchange is the first of its conversation and another conversation is above it.
bool ConversationView::beginsConversation(qint64 id) const {
    const app::CurrentSession& session = workspace_.session();
    const auto at = std::ranges::find(shown_, id);
    if (at == shown_.begin() || at == shown_.end()) return false;
    const app::Exchange *before = session.find(*std::prev(at)), *exchange = session.find(id);
    return before != nullptr && exchange != nullptr && before->conversation != exchange->conversation;
}

void ConversationView::rebuild() {
    setEntries({});
    path_.clear();
    current_ = 0;
    const app::ReadingPlace place = workspace_.session().place();
    path_.choose(workspace_.session().exchanges(), place.last);
    followEnd();
    showPath();
    scrollTo({place.exchange, place.offset});
}

/// Shows the cards of path_.
void ConversationView::showPath() {
    shown_.clear();
    for (const app::Exchange* exchange : path_.shown(workspace_.session().exchanges()))
        shown_.push_back(exchange->id);
    setEntries(shown_);
    refreshBranches();
}

/// Remembers what is visible, so that the session opens there the next time.
void ConversationView::keepPlace() {
    app::ReadingPlace kept = workspace_.session().place();
    const Place now = isFollowingEnd() ? Place() : place();
    kept.exchange = now.id;
    kept.offset = now.offset;
    workspace_.session().setPlace(kept);
}

void ConversationView::showReviews() {
    for (ExchangeCard* shown : madeCards()) {
        if (const app::Exchange* exchange = workspace_.session().find(shown->id())) shown->setReviews(*exchange);
    }
}

/// Makes the Tab key visit the cards from top to bottom, before what comes after this view.
void ConversationView::orderTabKey() {
    tabKeyWaits_ = false;
    QWidget* last = this;
    for (const ExchangeCard* shown : madeCards())
        last = moveBehind(last, shown);
}

// --- going from exchange to exchange --------------------------------------------------------------------------------

/// Returns the exchange that had the keyboard focus last or, if it was elsewhere since, the one that was reviewed last.
qint64 ConversationView::reviewedExchange() const {
    return current_ != 0 ? current_ : workspace_.reviews().active();
}

void ConversationView::goTo(qint64 exchange) {
    const app::CurrentSession& session = workspace_.session();
    if (session.find(exchange) == nullptr) return;
    if (!contains(exchange)) {
        path_.choose(session.exchanges(), exchange);
        showPath();
        continueShown();
    }
    scrollTo({exchange, 0});
    reveal(exchange);
    workspace_.reviews().setActive(exchange);
    card(exchange)->focusAnswer();
    current_ = exchange;
}

/// Scrolls so that as much of an exchange as fits is visible, up to the end of its review. What does not fit is above
/// the answer first, and then below it.
void ConversationView::reveal(qint64 exchange) {
    const ExchangeCard* shown = madeCard(exchange);
    if (shown == nullptr) return;
    const int end = shown->review()->mapTo(shown, QPoint(0, shown->review()->height())).y();
    const int answer = shown->answer()->mapTo(shown, QPoint()).y();
    scrollTo({exchange, std::clamp(end - viewport()->height(), 0, std::max(0, answer))});
}

/// Scrolls as little as needed to show the fields of a review or, if they do not fit, their beginning: the verdicts.
void ConversationView::revealReview(qint64 exchange) {
    const ExchangeCard* shown = madeCard(exchange);
    if (shown == nullptr) return;
    const ReviewPanel* review = shown->review();
    const int top = review->verdicts()->buttons().front()->mapTo(shown, QPoint()).y();
    const int end = review->mapTo(shown, QPoint(0, review->height())).y();
    const int now = shown->mapFrom(viewport(), QPoint()).y();
    scrollTo({exchange, std::min(std::max(now, end - viewport()->height()), top)});
}

bool ConversationView::goToUnreviewed(app::Direction direction) {
    const auto found = app::findUnreviewed(workspace_.session().exchanges(), workspace_.reviews().reviewer(),
                                           reviewedExchange(), direction);
    if (found) goTo(*found);
    return found.has_value();
}

void ConversationView::goBy(int exchanges) {
    if (shown_.empty()) return;
    const auto last = std::ssize(shown_) - 1;
    const std::ptrdiff_t start = exchanges > 0 ? -1 : last + 1;  // without a current exchange
    const auto found = std::ranges::find(shown_, reviewedExchange());
    const std::ptrdiff_t at = found == shown_.end() ? start : found - shown_.begin();
    goTo(shown_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + exchanges, 0, last))]);
}

// --- branches -------------------------------------------------------------------------------------------------------

void ConversationView::showExchange(qint64 exchange) {
    const app::CurrentSession& session = workspace_.session();
    if (session.find(exchange) == nullptr) return;
    path_.choose(session.exchanges(), exchange);
    showPath();
    continueShown();
    scrollTo({exchange, 0});
    card(exchange)->question()->setFocus(Qt::OtherFocusReason);
    current_ = exchange;
}

void ConversationView::stepBranch(qint64 exchange, int by) {
    const app::CurrentSession& session = workspace_.session();
    const app::Exchange* from = session.find(exchange);
    const ExchangeCard* before = madeCard(exchange);
    if (from == nullptr || before == nullptr || !before->branchBar()->canStep()) return;
    const std::vector<std::int64_t> branches = app::branchesAt(session.exchanges(), *from);
    const auto at = std::ranges::find(branches, exchange) - branches.begin() + by;
    if (at < 0 || at >= std::ssize(branches)) return;
    const bool hadFocus = focusWidget() != nullptr && before->isAncestorOf(focusWidget());
    const int top = before->mapTo(viewport(), QPoint()).y();
    const qint64 other = branches[static_cast<std::size_t>(at)];
    path_.choose(session.exchanges(), other);
    showPath();
    continueShown();
    current_ = other;
    scrollTo({other, -top});
    if (hadFocus) card(other)->branchBar()->focusStep();
}

/// Makes the next question continue the branch that is shown of the current conversation.
void ConversationView::continueShown() {
    app::Chat& chat = workspace_.chat();
    if (chat.conversation() == 0 || chat.isAnswering()) return;
    chat.continueFrom(path_.last(workspace_.session().exchanges(), chat.conversation()));
}

void ConversationView::refreshBranches() {
    for (ExchangeCard* shown : madeCards())
        refreshBranch(*shown);
}

void ConversationView::refreshBranch(ExchangeCard& shown) {
    const app::CurrentSession& session = workspace_.session();
    const app::Chat& chat = workspace_.chat();
    const app::Exchange* exchange = session.find(shown.id());
    if (exchange == nullptr) return;
    const std::vector<std::int64_t> branches = app::branchesAt(session.exchanges(), *exchange);
    const auto number = std::ranges::find(branches, exchange->id) - branches.begin() + 1;
    shown.showNewConversation(beginsConversation(exchange->id));
    BranchBar* bar = shown.branchBar();
    bar->setBranch(static_cast<int>(number), static_cast<int>(branches.size()));
    bar->setCanStep(!chat.isAnswering() || chat.conversation() != exchange->conversation);
    bar->setCanAsk(!chat.isAnswering() && workspace_.model().model() && !session.isReadOnly());
}

qint64 ConversationView::currentExchange() const {
    if (current_ != 0 && contains(current_)) return current_;
    return shown_.empty() ? 0 : shown_.back();
}

/// Remembers the card with the focus. A menu may take the focus from it; another part of the panel ends it.
void ConversationView::noteFocus(const QWidget* focus) {
    if (focus == nullptr || parentWidget() == nullptr || !parentWidget()->isAncestorOf(focus)) return;
    const std::vector<ExchangeCard*> cards = madeCards();
    const auto found =
        std::ranges::find_if(cards, [focus](const ExchangeCard* each) { return each->isAncestorOf(focus); });
    current_ = found == cards.end() ? 0 : (*found)->id();
}

}  // namespace fleming::ui
