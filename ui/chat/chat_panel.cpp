#include "ui/chat/chat_panel.h"

#include "ui/browser/series_text.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/review_bar.h"
#include "ui/chat/waiting_questions.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {
constexpr int kEndMargin = 6;  // pixels from the end that still count as being there
constexpr int kBoxLines = 2;   // of the question box while it is empty
constexpr int kMostBoxLines = 6;
}  // namespace

ChatPanel::ChatPanel(app::Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader(column);
    buildConversation(column);
    buildComposer(column);
    connectWorkspace();
    setMinimumWidth(220);
    rebuild();
    refreshComposer();
}

void ChatPanel::buildHeader(QVBoxLayout* column) {
    auto* heading = new QLabel(tr("Conversation"), this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    const auto button = [this](Symbol symbol, const QString& text, const QString& tip) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(symbol));
        made->setText(text);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setToolTip(tip);
        return made;
    };
    newConversation_ = button(Symbol::conversation, tr("New"), tr("Start a new conversation"));
    newConversation_->setAccessibleName(tr("New conversation"));
    export_ = button(Symbol::report, tr("Report"), tr("Export the session as a PDF report"));
    connect(newConversation_, &QToolButton::clicked, this, [this] {
        workspace_.newConversation();
        box_->setFocus();
    });
    connect(export_, &QToolButton::clicked, this, &ChatPanel::exportRequested);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 2, 6, 2);
    row->addWidget(heading, 1);
    row->addWidget(newConversation_);
    row->addWidget(export_);
    column->addLayout(row);
}

void ChatPanel::buildConversation(QVBoxLayout* column) {
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setAccessibleName(tr("Questions and answers"));
    auto* page = new QWidget(scroll_);
    conversation_ = new QVBoxLayout(page);
    conversation_->setContentsMargins(10, 6, 10, 10);
    conversation_->setSpacing(14);
    empty_ = new MutedLabel({}, page);
    empty_->setAlignment(Qt::AlignCenter);
    conversation_->addWidget(empty_, 1);
    conversation_->addStretch(0);
    scroll_->setWidget(page);
    column->addWidget(scroll_, 1);
    QScrollBar* bar = scroll_->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { following_ = value >= bar->maximum() - kEndMargin; });
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        if (following_) followEnd();
    });
}

void ChatPanel::buildComposer(QVBoxLayout* column) {
    hint_ = new MutedLabel({}, this);
    hintButton_ = new QPushButton(this);
    hintButton_->setFlat(false);
    hintButton_->hide();
    modelProgress_ = new QProgressBar(this);
    modelProgress_->setRange(0, 1000);
    modelProgress_->setMaximumHeight(8);
    modelProgress_->setTextVisible(false);
    modelProgress_->hide();
    box_ = new QPlainTextEdit(this);
    box_->setObjectName(QStringLiteral("questionBox"));
    box_->setAccessibleName(tr("Question"));
    box_->setPlaceholderText(tr("Ask about the images…"));
    box_->setToolTip(tr("Press Enter to send, Shift+Enter for a new line."));
    box_->setTabChangesFocus(true);
    box_->setAcceptDrops(false);  // files dropped here are for the window
    box_->installEventFilter(this);
    ask_ = new QPushButton(icon(Symbol::send), tr("Ask"), this);
    ask_->setObjectName(QStringLiteral("askButton"));
    stop_ = new QPushButton(icon(Symbol::stop), tr("Stop"), this);
    stop_->setObjectName(QStringLiteral("stopButton"));
    stop_->setToolTip(tr("Stop generating (Esc)"));
    stop_->hide();
    auto* hintRow = new QHBoxLayout;
    hintRow->addWidget(hint_, 1);
    hintRow->addWidget(hintButton_);
    waiting_ = new WaitingQuestions(workspace_, this);
    connect(waiting_, &WaitingQuestions::takenBack, this, [this](const QString& text) {
        if (!box_->toPlainText().trimmed().isEmpty())
            workspace_.askLater(box_->toPlainText());  // the two change places
        box_->setPlainText(text);
        box_->setFocus();
    });
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(ask_);
    buttons->addWidget(stop_);
    buttons->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addWidget(box_, 1);
    row->addLayout(buttons);
    auto* composer = new QVBoxLayout;
    composer->setContentsMargins(10, 4, 10, 8);
    composer->setSpacing(5);
    composer->addWidget(waiting_);
    composer->addLayout(hintRow);
    composer->addWidget(modelProgress_);
    composer->addLayout(row);
    column->addLayout(composer);

    connect(ask_, &QPushButton::clicked, this, &ChatPanel::ask);
    connect(stop_, &QPushButton::clicked, &workspace_, &app::Workspace::stopAnswer);
    connect(box_, &QPlainTextEdit::textChanged, this, [this] {
        workspace_.setDraft(box_->toPlainText());
        refreshComposer();
    });
    connect(box_->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ChatPanel::fitBox);
    fitBox();
    connect(hintButton_, &QPushButton::clicked, this, [this] {
        if (!workspace_.model()) {
            Q_EMIT chooseModelRequested();
        } else if (workspace_.isWaitingHeld()) {
            workspace_.continueWaiting();
        } else {
            Q_EMIT pickRequested();
        }
    });
}

void ChatPanel::connectWorkspace() {
    using app::Workspace;
    for (const auto signal :
         {&Workspace::evidenceChanged, &Workspace::answeringChanged, &Workspace::conversationChanged,
          &Workspace::collectingChanged, &Workspace::modelChanged}) {
        connect(&workspace_, signal, this, &ChatPanel::refreshComposer);
    }
    connect(&workspace_, &Workspace::chosenChanged, this, &ChatPanel::refreshComposer);
    connect(&workspace_, &Workspace::modelProgress, this, [this](double fraction) {
        modelProgress_->setValue(static_cast<int>(fraction * modelProgress_->maximum()));
    });
    connect(&workspace_, &Workspace::exchangeBegan, this, [this](qint64 id) {
        if (const app::Exchange* exchange = workspace_.findExchange(id); exchange != nullptr && card(id) == nullptr) {
            addCard(*exchange);
            followEnd();
        }
        refreshComposer();
    });
    connect(&workspace_, &Workspace::reading, this, [this](qint64 id, const inference::ReadingProgress& progress) {
        if (ExchangeCard* shown = card(id)) shown->setReading(progress);
    });
    connect(&workspace_, &Workspace::tokenArrived, this, [this](qint64 id, const inference::Token& token) {
        if (ExchangeCard* shown = card(id)) shown->addToken(token);
    });
    connect(&workspace_, &Workspace::exchangeFinished, this, [this](qint64 id) {
        const app::Exchange* exchange = workspace_.findExchange(id);
        if (ExchangeCard* shown = card(id); shown != nullptr && exchange != nullptr) shown->finish(*exchange);
        refreshComposer();
    });
    connect(&workspace_, &Workspace::exchangesChanged, this, &ChatPanel::exchangesChanged);
    connect(&workspace_, &Workspace::questionDropped, this, [this](const QString& text) {
        if (box_->toPlainText().trimmed().isEmpty()) {
            box_->setPlainText(text);
            box_->moveCursor(QTextCursor::End);
        } else {
            workspace_.holdQuestion(text);  // the next one is being written
        }
    });
    connect(&workspace_, &Workspace::sessionChanged, this,
            &ChatPanel::rebuild);  // its exchanges may have the same numbers
    connect(&workspace_, &Workspace::sessionChanged, this, &ChatPanel::refreshComposer);
    connect(&workspace_, &Workspace::waitingChanged, this, &ChatPanel::refreshComposer);
    connect(&workspace_, &Workspace::draftRestored, box_, &QPlainTextEdit::setPlainText);
    connect(&workspace_, &Workspace::leaving, this, &ChatPanel::saveReviews);
    connect(&workspace_, &Workspace::reviewFailed, this, [this](qint64 id, const app::Review& review) {
        if (ExchangeCard* shown = card(id)) shown->takeBackReview(review);
    });
}

void ChatPanel::fitBox() {
    // A plain text document's height is its number of lines.
    const int lines = qBound(kBoxLines, qCeil(box_->document()->size().height()), kMostBoxLines);
    box_->setFixedHeight(box_->fontMetrics().lineSpacing() * lines + qCeil(2 * box_->document()->documentMargin()) +
                         2 * box_->frameWidth() + 2);
}

ExchangeCard* ChatPanel::card(qint64 exchange) const {
    // The newest is asked for most.
    const auto found =
        std::find_if(cards_.rbegin(), cards_.rend(), [&](const auto* each) { return each->id() == exchange; });
    return found == cards_.rend() ? nullptr : *found;
}

void ChatPanel::addCard(const app::Exchange& exchange) {
    empty_->hide();
    if (lastConversation_ != 0 && exchange.conversation != lastConversation_) {
        auto* divider = new MutedLabel(tr("New conversation"), scroll_->widget());
        divider->setAlignment(Qt::AlignCenter);
        conversation_->insertWidget(conversation_->count() - 1, divider);
    }
    lastConversation_ = exchange.conversation;
    auto* shown = new ExchangeCard(exchange, scroll_->widget());
    cards_.push_back(shown);
    conversation_->insertWidget(conversation_->count() - 1, shown);
    shown->reviewBar()->setReadOnly(workspace_.isReadOnly());
    const bool elsewhere = exchange.state == app::ExchangeState::streaming && !workspace_.isAnswering();
    if (elsewhere) shown->finish(exchange);  // it streams in another program, which shows it
    connect(shown, &ExchangeCard::referenceClicked, this, &ChatPanel::referenceClicked);
    connect(shown, &ExchangeCard::reviewed, &workspace_, &app::Workspace::review);
}

void ChatPanel::saveReviews() {
    for (ExchangeCard* shown : cards_)
        shown->saveReview();
}

void ChatPanel::rebuild() {
    // The cards are of another session now: nothing more of them is stored.
    for (ExchangeCard* shown : cards_)
        shown->disconnect(&workspace_);
    while (conversation_->count() > 0) {
        QLayoutItem* item = conversation_->takeAt(0);
        if (item->widget() != nullptr && item->widget() != empty_) item->widget()->deleteLater();
        delete item;
    }
    cards_.clear();
    lastConversation_ = 0;
    conversation_->addWidget(empty_, 1);
    conversation_->addStretch(0);
    empty_->show();
    for (const app::Exchange& exchange : workspace_.exchanges())
        addCard(exchange);
    followEnd();
}

void ChatPanel::exchangesChanged() {
    const auto& exchanges = workspace_.exchanges();
    const bool same =
        exchanges.size() == cards_.size() &&
        std::equal(exchanges.begin(), exchanges.end(), cards_.begin(),
                   [](const app::Exchange& exchange, const ExchangeCard* shown) { return exchange.id == shown->id(); });
    if (!same) {
        rebuild();
    } else {
        for (std::size_t i = 0; i < cards_.size(); ++i)
            cards_[i]->setReviews(exchanges[i]);
    }
    refreshComposer();
}

void ChatPanel::followEnd() {
    following_ = true;
    QScrollBar* bar = scroll_->verticalScrollBar();
    bar->setValue(bar->maximum());
}

void ChatPanel::ask() {
    const QString text = box_->toPlainText();
    if (text.trimmed().isEmpty() || !workspace_.model()) return;
    if (workspace_.isAnswering()) {
        workspace_.askLater(text);
        box_->clear();
    } else if (workspace_.ask(text)) {
        box_->clear();
    }
}

QString ChatPanel::hintText() const {
    if (workspace_.isLoadingModel())
        return tr("The model is loading. You can pick images and write a question in the meantime.");
    if (!workspace_.model()) return tr("No model is loaded yet.");
    if (workspace_.isCollecting()) return tr("Preparing images…");
    if (workspace_.isAnswering()) return tr("The model is answering; your next question will be queued.");
    if (workspace_.isWaitingHeld()) return tr("The queued questions are on hold.");
    if (workspace_.isReadOnly()) return tr("This session is read-only: you cannot ask questions in it.");
    const int all = static_cast<int>(workspace_.evidence().size());
    const int seen = workspace_.seenEvidence();
    if (all == 0) {
        return workspace_.chosen() >= 0 ? tr("No images picked: the question will be sent without images.")
                                        : tr("Open a scan first, then pick images.");
    }
    if (all == seen) return tr("Follow-up: the model has already seen %1 to %2.").arg(frameTitle(1), frameTitle(all));
    if (all - seen == 1) return tr("%1 will be sent with this question.").arg(frameTitle(all));
    return tr("%1 to %2 will be sent with this question.").arg(frameTitle(seen + 1), frameTitle(all));
}

void ChatPanel::refreshComposer() {
    const bool answering = workspace_.isAnswering();
    if (stop_->hasFocus() && !answering) box_->setFocus();
    ask_->setToolTip(answering ? tr("Queue the question until the current answer is complete (Enter)")
                               : tr("Ask the question (Enter)"));
    stop_->setVisible(answering);
    ask_->setEnabled(workspace_.model().has_value() && !box_->toPlainText().trimmed().isEmpty());
    hint_->setText(hintText());
    const bool noModel = !workspace_.model() && !workspace_.isLoadingModel();
    const bool held = workspace_.model() && workspace_.isWaitingHeld() && !answering && !workspace_.isCollecting();
    const bool noEvidence = workspace_.model() && workspace_.evidence().empty() && workspace_.chosen() >= 0 &&
                            !workspace_.isCollecting() && !workspace_.isReadOnly();
    hintButton_->setVisible(noModel || held || noEvidence);
    hintButton_->setText(noModel ? tr("Choose a model…") : held ? tr("Continue") : tr("Pick for me"));
    modelProgress_->setVisible(workspace_.isLoadingModel());
    newConversation_->setEnabled(workspace_.conversation() != 0 || answering);
    export_->setEnabled(!workspace_.exchanges().empty());
    empty_->setText(tr("Questions and answers will appear here: first the model's reasoning, then its answer."));
}

bool ChatPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == box_ && event->type() == QEvent::FontChange) fitBox();
    if (watched == box_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
            ask();
            return true;
        }
        if (key->key() == Qt::Key_Escape && workspace_.isAnswering()) {
            workspace_.stopAnswer();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace fleming::ui
