#include "ui/chat/conversation_view.h"

#include "ui/chat/exchange_card.h"
#include "ui/chat/review_bar.h"
#include "ui/style/muted_label.h"

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

void ConversationView::addCard(const app::Exchange& exchange) {
    empty_->hide();
    if (lastConversation_ != 0 && exchange.conversation != lastConversation_) {
        auto* divider = new MutedLabel(tr("New conversation"), widget());
        divider->setAlignment(Qt::AlignCenter);
        column_->insertWidget(column_->count() - 1, divider);
    }
    lastConversation_ = exchange.conversation;
    auto* shown = new ExchangeCard(exchange, widget());
    cards_.push_back(shown);
    column_->insertWidget(column_->count() - 1, shown);
    shown->reviewBar()->setReadOnly(workspace_.session().isReadOnly());
    // An exchange that another program is streaming is shown as it was when the session was opened.
    if (exchange.state == app::ExchangeState::streaming && !workspace_.chat().isAnswering()) shown->finish(exchange);
    connect(shown, &ExchangeCard::referenceClicked, this, &ConversationView::referenceClicked);
    connect(shown, &ExchangeCard::replayRequested, &workspace_.replay(), &app::SessionReplay::start);
    connect(shown, &ExchangeCard::reviewed, &workspace_.session(), &app::CurrentSession::review);
}

void ConversationView::rebuild() {
    // Exchanges of the new session may have the ids of those on the old cards, whose reviews must not reach them.
    for (ExchangeCard* shown : cards_)
        shown->disconnect(&workspace_.session());
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

void ConversationView::followEnd() {
    following_ = true;
    QScrollBar* bar = verticalScrollBar();
    bar->setValue(bar->maximum());
}

}  // namespace fleming::ui
