#include "ui/chat/conversation_view.h"

#include "ui/chat/exchange_card.h"
#include "ui/chat/review_bar.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/evidence_row.h"
#include "ui/style/muted_label.h"

#include <QLabel>

#include <algorithm>

namespace fleming::ui {

ConversationView::ConversationView(app::Workspace& workspace, QWidget* parent)
    : LazyColumn([this](qint64 exchange, QWidget* page) { return makeCard(exchange, page); }, parent),
      workspace_(workspace) {
    setAccessibleName(tr("Questions and answers"));
    auto* empty = new MutedLabel(
        tr("Questions and answers will appear here: first the model's reasoning, then its answer."), widget());
    empty->setAlignment(Qt::AlignCenter);
    setPlaceholder(empty);
    connectWorkspace();
    rebuild();
}

void ConversationView::connectWorkspace() {
    using app::CurrentSession;
    const CurrentSession* session = &workspace_.session();
    connect(session, &CurrentSession::exchangeBegan, this, [this, session](qint64 id) {
        if (session->find(id) == nullptr || contains(id)) return;
        append(id);
        followEnd();
        keepPlace();
    });
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
    connect(session, &CurrentSession::saveRequested, this, [this] {
        for (ExchangeCard* shown : madeCards())
            shown->saveReview();
    });
    connect(session, &CurrentSession::reviewFailed, this, [this](qint64 id, const app::Review& review) {
        if (ExchangeCard* shown = card(id)) shown->takeBackReview(review);
    });
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
    const std::vector<app::Exchange>& exchanges = workspace_.session().exchanges();
    const auto exchange = std::ranges::lower_bound(exchanges, id, {}, &app::Exchange::id);
    auto* shown = new ExchangeCard(*exchange, parent);
    const bool isFirst = exchange == exchanges.begin();
    if (!isFirst && std::prev(exchange)->conversation != exchange->conversation) shown->showNewConversation();
    shown->reviewBar()->setReadOnly(workspace_.session().isReadOnly());
    // An exchange that another program is streaming is shown as it was when the session was opened.
    if (exchange->state == app::ExchangeState::streaming && !workspace_.chat().isAnswering()) shown->finish(*exchange);
    shown->showImages(new EvidenceRow(workspace_, id, shown));
    connect(shown->images(), &EvidenceRow::imageClicked, this, &ConversationView::imageClicked);
    connect(shown, &ExchangeCard::referenceClicked, this, &ConversationView::referenceClicked);
    connect(shown, &ExchangeCard::replayRequested, &workspace_.replay(), &app::SessionReplay::start);
    connect(shown, &ExchangeCard::reviewed, &workspace_.session(),
            [this](qint64 of, app::Verdict verdict, const QString& comment, const QString& reviewer) {
                app::Review review;
                review.verdict = verdict;
                review.comment = comment.toStdString();
                review.reviewer = reviewer.toStdString();
                workspace_.session().review(of, review);
            });
    return shown;
}

void ConversationView::rebuild() {
    // Exchanges of the new session may have the ids of those on the old cards, whose reviews must not reach them.
    for (ExchangeCard* shown : madeCards())
        shown->disconnect(&workspace_.session());
    std::vector<qint64> ids;
    for (const app::Exchange& exchange : workspace_.session().exchanges())
        ids.push_back(exchange.id);
    const app::ReadingPlace place = workspace_.session().place();
    followEnd();
    setEntries(ids);
    scrollTo({place.exchange, place.offset});
}

void ConversationView::showExchange(qint64 exchange) {
    if (!contains(exchange)) return;
    scrollTo({exchange, 0});
    card(exchange)->question()->setFocus(Qt::OtherFocusReason);
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

}  // namespace fleming::ui
