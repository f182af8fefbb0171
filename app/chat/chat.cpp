#include "app/chat/chat.h"

#include "app/errors/error_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fleming::app {

namespace {

constexpr int kSettledAfter = 400;  // ms

}  // namespace

Chat::Chat(ModelSlot& model, EvidenceList& evidence, CurrentSession& session, QObject* parent)
    : QObject(parent), model_(model), evidence_(evidence), session_(session) {
    session_.setBusyCheck([this] { return isAnswering(); });
    connectParts();
}

Chat::~Chat() {
    closeModelChat();
}

void Chat::closeModelChat() {
    modelConversation_ = 0;
    modelChat_.reset();
}

void Chat::connectParts() {
    evidenceSettled_.setSingleShot(true);
    evidenceSettled_.setInterval(kSettledAfter);
    connect(&evidenceSettled_, &QTimer::timeout, this, &Chat::prepareAhead);
    const auto wait = [this] { evidenceSettled_.start(); };
    connect(&evidence_, &EvidenceList::changed, this, wait);
    connect(&evidence_, &EvidenceList::collectingChanged, this, wait);
    connect(&model_, &ModelSlot::changed, this, wait);
    connect(this, &Chat::conversationChanged, this, wait);
    connect(this, &Chat::answeringChanged, this, wait);

    connect(&evidence_, &EvidenceList::seenChanged, this, [this] {
        endConversation(
            tr("The evidence has changed since the model saw it. The next question starts a new "
               "conversation with the current evidence."));
    });
    connect(&evidence_, &EvidenceList::collectionFailed, this, [this] { evidenceFailed_ = true; });
    connect(&evidence_, &EvidenceList::collectionCancelled, this, [this] { evidenceFailed_ = true; });
    connect(&evidence_, &EvidenceList::collectingChanged, this, &Chat::onEvidenceCollected);
    connect(&model_, &ModelSlot::replaced, this, [this] {
        closeModelChat();
        preparing_.reset();
        endConversation(tr("The model has changed. The next question starts a new conversation."));
    });

    connect(&session_, &CurrentSession::replaced, this, &Chat::onReplaced);
    connect(&session_, &CurrentSession::exchangeBegan, this,
            [this](qint64 id, const std::shared_ptr<Question>& question) { onBegan(id, *question); });
    connect(&session_, &CurrentSession::beginFailed, this, [this] {
        if (sameConversation_) evidence_.setSeen(seenBefore_);
        drop();
    });
    connect(&session_, &CurrentSession::storingFailed, this, [this] {
        if (modelChat_) modelChat_->cancel(asked_);
        modelConversation_ = 0;  // the model has seen more than the session has
    });
    connect(&session_, &CurrentSession::exchangeFinished, this, &Chat::onFinished);
}

// --- the steps of a question ----------------------------------------------------------------------------------------

bool Chat::refuse(const QString& message) {
    Q_EMIT failed(message);
    return false;
}

void Chat::setStep(Step step) {
    const bool before = isAnswering();
    step_ = step;
    if (before != isAnswering()) Q_EMIT answeringChanged();
}

bool Chat::ask(const QString& text) {
    if (isAnswering())
        return refuse(tr("The model is still answering. Wait for it to finish or stop it, then ask again."));
    if (session_.isOpening()) return refuse(tr("The session is still opening. Try again in a moment."));
    if (session_.isReadOnly()) {
        return refuse(tr(
            "This session is read-only, so you cannot ask questions in it. Choose File, New session, and ask again."));
    }
    if (model_.isLoading()) return refuse(tr("The model is still loading. Ask again when it is ready."));
    if (!model_.model()) return refuse(tr("No model is loaded. Choose one first."));
    if (text.trimmed().isEmpty()) return refuse(tr("There is no question yet. Enter one first."));
    question_ = text;
    stopWanted_ = false;
    evidenceFailed_ = false;
    if (evidence_.isCollecting()) {
        setStep(Step::collecting);
    } else {
        send();
    }
    return true;
}

void Chat::onEvidenceCollected() {
    if (step_ != Step::collecting || evidence_.isCollecting()) return;
    if (evidenceFailed_ || !model_.model()) {
        drop();  // without that evidence it would be another question
    } else {
        send();
    }
}

void Chat::drop() {
    setStep(Step::idle);
    Q_EMIT questionDropped(question_);
}

Question Chat::nextQuestion(const QString& text) const {
    Question question;
    question.text = text.toStdString();
    question.evidence.assign(evidence_.frames().begin() + evidence_.seen(), evidence_.frames().end());
    question.reasoningPrompt = reasoningPrompt_;
    question.systemText = systemTextOf(conversation_);
    question.options = options_;
    return question;
}

/// Lets the model read the evidence while the user still writes the question.
void Chat::prepareAhead() {
    const bool nothingNew = static_cast<int>(evidence_.frames().size()) <= evidence_.seen();
    const bool otherConversation = conversation_ != 0 && modelConversation_ != conversation_;
    const bool cannotAsk = isAnswering() || evidence_.isCollecting() || !model_.model() || session_.isReadOnly();
    if (cannotAsk || nothingNew || otherConversation || !model_.model()->capabilities.prepare) return;
    if (conversation_ == 0) preparing_ = model_.handle()->openChat(systemTextOf(0));
    (conversation_ == 0 ? preparing_ : modelChat_)->prepare(nextQuestion({}));
}

void Chat::send() {
    Question question = nextQuestion(question_);
    seenBefore_ = evidence_.seen();
    evidence_.setSeen(static_cast<int>(evidence_.frames().size()));
    sameConversation_ = true;
    setStep(Step::storing);
    session_.begin(conversation_, std::move(question), *model_.model());
}

void Chat::onBegan(qint64 id, Question& question) {
    const qint64 conversation = session_.find(id)->conversation;
    if (sameConversation_ && conversation_ != conversation) {
        conversation_ = conversation;
        Q_EMIT conversationChanged();
    }
    setStep(Step::answering);

    if (!model_.handle()) {  // it was unloaded while the question was being stored
        session_.fail(id, reasonOf(Error("model.unloaded")).toStdString());
        return;
    }
    if (modelConversation_ != conversation) {
        modelChat_ = model_.handle()->openChat(question.systemText, historyOf(conversation));
        modelConversation_ = conversation;
    }
    asked_ = id;
    modelChat_->ask(id, std::move(question), callbacksFor(id));
    preparing_.reset();
    if (stopWanted_) modelChat_->cancel(id);
}

AnswerCallbacks Chat::callbacksFor(qint64 id) {
    AnswerCallbacks callbacks;
    callbacks.onReading = [this, id](const inference::ReadingProgress& progress) {
        QMetaObject::invokeMethod(
            this, [this, id, progress] { Q_EMIT reading(id, progress); }, Qt::QueuedConnection);
    };
    callbacks.onToken = [this, id](const inference::Token& token) { session_.append(id, token); };
    callbacks.onDone = [this, id](const inference::Answer& answer) { session_.finish(id, answer); };
    callbacks.onFailed = [this, id](std::exception_ptr failure) { session_.fail(id, messageOf(std::move(failure))); };
    return callbacks;
}

void Chat::onFinished(qint64 id) {
    const bool failed = session_.find(id)->state == ExchangeState::failed;
    if (failed && sameConversation_) evidence_.setSeen(seenBefore_);  // the question is not part of the conversation
    setStep(Step::idle);
}

void Chat::stop() {
    if (!isAnswering()) return;
    Q_EMIT stopping();
    switch (step_) {
        case Step::idle:
            break;
        case Step::collecting:
            drop();
            break;
        case Step::storing:
            stopWanted_ = true;
            break;
        case Step::answering:
            if (modelChat_) modelChat_->cancel(asked_);
            break;
    }
}

// --- conversations --------------------------------------------------------------------------------------------------

void Chat::newConversation() {
    sameConversation_ = false;
    evidence_.setSeen(0);
    if (conversation_ == 0) return;
    conversation_ = 0;
    Q_EMIT conversationChanged();
}

void Chat::endConversation(const QString& why) {
    const bool hadOne = conversation_ != 0 || isAnswering();
    newConversation();
    if (hadOne) Q_EMIT notice(why);
}

void Chat::onReplaced() {
    closeModelChat();
    newConversation();
    if (!session_.exchanges().empty()) continueConversation(session_.exchanges().back().conversation);
}

void Chat::continueConversation(qint64 conversation) {
    if (isAnswering()) {
        refuse(tr("The model is still answering. Wait for it to finish or stop it, then switch conversations."));
        return;
    }
    std::vector<viewer::Frame> frames;
    bool known = false;
    for (const Exchange& exchange : session_.exchanges()) {
        if (exchange.conversation != conversation) continue;
        known = true;
        if (exchange.state == ExchangeState::failed) continue;
        frames.insert(frames.end(), exchange.evidence.begin(), exchange.evidence.end());
    }
    if (!known) return;
    sameConversation_ = false;
    conversation_ = conversation;
    evidence_.show(std::move(frames));
    Q_EMIT conversationChanged();
}

/// Returns the system prompt of the first question of a conversation, or the current one for a new conversation.
std::string Chat::systemTextOf(qint64 conversation) const {
    const auto first = std::ranges::find(session_.exchanges(), conversation, &Exchange::conversation);
    return first == session_.exchanges().end() ? systemText_.toStdString() : first->systemText;
}

/// Returns the finished turns of a conversation. Exchanges that failed are not part of it.
std::vector<inference::PastTurn> Chat::historyOf(qint64 conversation) const {
    std::vector<inference::PastTurn> history;
    for (const Exchange& exchange : session_.exchanges()) {
        const bool isPast = exchange.state == ExchangeState::done || exchange.state == ExchangeState::interrupted;
        if (exchange.conversation == conversation && isPast) history.push_back(toPastTurn(exchange));
    }
    return history;
}

/// Adds token ids only if the loaded model gave the answer: other checkpoints may have other tokens.
inference::PastTurn Chat::toPastTurn(const Exchange& exchange) const {
    inference::PastTurn past{toTurn(exchange.question, exchange.evidence, exchange.reasoningPrompt),
                             exchange.answer.text};
    if (!model_.model() || exchange.modelSha256.empty() || exchange.modelSha256 != model_.model()->sha256) return past;
    past.promptIds = exchange.answer.promptIds;
    for (const inference::Token& token : exchange.answer.tokens)
        past.answerIds.push_back(token.id);
    return past;
}

}  // namespace fleming::app
