#include "app/chat/chat.h"

#include "app/chat/past_turn.h"
#include "app/errors/error_text.h"
#include "app/session/activity_log.h"

#include <algorithm>
#include <iterator>
#include <span>
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
        const qint64 ended = conversation_;
        endConversation(
            tr("The evidence has changed since the model saw it. The next question starts a new "
               "conversation with the current evidence."));
        ended_ = ended;
    });
    connect(&evidence_, &EvidenceList::seenRestored, this, &Chat::resumeConversation);
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
            [this](qint64 id, const std::shared_ptr<Question>& question) { onBegan(id, question); });
    connect(&session_, &CurrentSession::beginFailed, this, [this] {
        forgetQuestion();
        drop();
    });
    connect(&session_, &CurrentSession::storingFailed, this, [this] {
        if (modelChat_) modelChat_->cancel(asked_);
        modelConversation_ = 0;  // the model has seen more than the session has
    });
    connect(&session_, &CurrentSession::exchangeFinished, this, &Chat::onFinished);
}

// --- how the model answers ------------------------------------------------------------------------------------------

void Chat::setGenerationOptions(const inference::GenerationOptions& options) {
    options_ = options;
    noteSettings();
}

void Chat::setSystemText(const QString& text) {
    systemText_ = text;
    noteSettings();
}

void Chat::setReasoningPrompt(bool on) {
    reasoningPrompt_ = on;
    noteSettings();
}

void Chat::noteSettings() {
    session_.noteSettings(generationSettings(options_, reasoningPrompt_, systemText_.toStdString()));
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
    session_.requestSave();
    question_ = text;
    stopWanted_ = false;
    evidenceFailed_ = false;
    evidence_.complete(session_.pixels().files());
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
    const auto next = std::span(evidence_.frames()).subspan(static_cast<std::size_t>(evidence_.seen()));
    if (std::ranges::any_of(next, [](const viewer::Frame& frame) { return frame.image.rgb.empty(); })) return;
    if (conversation_ == 0) preparing_ = model_.handle()->openChat(systemTextOf(0));
    (conversation_ == 0 ? preparing_ : modelChat_)->prepare(nextQuestion({}));
}

void Chat::send() {
    Question question = nextQuestion(question_);
    seenBefore_ = evidence_.seen();
    evidence_.setSeen(static_cast<int>(evidence_.frames().size()));
    sameConversation_ = true;
    ended_ = 0;
    setStep(Step::storing);
    session_.begin(conversation_, std::move(question), *model_.model());
}

void Chat::onBegan(qint64 id, const std::shared_ptr<Question>& question) {
    const qint64 conversation = session_.find(id)->conversation;
    if (sameConversation_ && conversation_ != conversation) {
        conversation_ = conversation;
        Q_EMIT conversationChanged();
    }
    setStep(Step::answering);

    if (modelConversation_ == conversation) return give(id, *question);
    setStep(Step::reading);
    session_.whenComplete(pastOf(conversation), [this, id, question, conversation](const QString& failure) {
        if (!failure.isEmpty()) return session_.fail(id, failure.toStdString());
        if (model_.handle()) {
            modelChat_ = model_.handle()->openChat(question->systemText, historyOf(conversation));
            modelConversation_ = conversation;
        }
        setStep(Step::answering);
        give(id, *question);
    });
}

/// Gives the question to the model.
void Chat::give(qint64 id, Question& question) {
    if (!model_.handle()) {  // it was unloaded while the question was being stored
        session_.fail(id, reasonOf(Error("model.unloaded")).toStdString());
        return;
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
    if (failed) forgetQuestion();
    keepPlace();
    setStep(Step::idle);
}

/// The last question is not part of its conversation, so its evidence counts as not seen.
void Chat::forgetQuestion() {
    if (sameConversation_) {
        evidence_.setSeen(seenBefore_);
    } else {
        ended_ = 0;  // it has seen less than EvidenceList::seenRestored() would say
    }
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
        case Step::reading:
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
    ended_ = 0;
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

/// Continues the conversation that a change of the evidence ended, after that change is undone.
void Chat::resumeConversation(int seen) {
    if (ended_ == 0) return;
    conversation_ = std::exchange(ended_, 0);
    sameConversation_ = true;  // also for a question that is under way
    evidence_.setSeen(seen);
    preparing_.reset();
    Q_EMIT conversationChanged();
    Q_EMIT notice(tr("The evidence is again as the model saw it. The next question continues the conversation."));
}

void Chat::onReplaced() {
    closeModelChat();
    newConversation();
    if (session_.exchanges().empty()) return;
    const Exchange* last = session_.find(session_.place().last);
    continueConversation((last != nullptr ? *last : session_.exchanges().back()).conversation);
}

/// Remembers which conversation is continued, so that the session opens with it the next time.
void Chat::keepPlace() {
    ReadingPlace place = session_.place();
    const std::vector<qint64> past = pastOf(conversation_);
    if (!past.empty()) place.last = past.back();
    session_.setPlace(place);
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
    keepPlace();
    Q_EMIT conversationChanged();
}

/// Returns the system prompt of the first question of a conversation, or the current one for a new conversation.
std::string Chat::systemTextOf(qint64 conversation) const {
    const auto first = std::ranges::find(session_.exchanges(), conversation, &Exchange::conversation);
    return first == session_.exchanges().end() ? systemText_.toStdString() : first->systemText;
}

/// Returns the finished exchanges of a conversation. Those that failed are not part of it.
std::vector<qint64> Chat::pastOf(qint64 conversation) const {
    std::vector<qint64> past;
    for (const Exchange& exchange : session_.exchanges()) {
        const bool isPast = exchange.state == ExchangeState::done || exchange.state == ExchangeState::interrupted;
        if (exchange.conversation == conversation && isPast) past.push_back(exchange.id);
    }
    return past;
}

/// Returns the turns of a conversation, whose exchanges must be complete.
std::vector<inference::PastTurn> Chat::historyOf(qint64 conversation) const {
    std::vector<inference::PastTurn> history;
    const std::string sha256 = model_.model() ? model_.model()->sha256 : std::string();
    for (const qint64 id : pastOf(conversation))
        history.push_back(toPastTurn(*session_.find(id), sha256));
    return history;
}

}  // namespace fleming::app
