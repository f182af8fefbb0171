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

/// Returns true for evidence of a session that was opened without pixels.
bool lacksPixels(const viewer::Frame& frame) {
    return frame.image.rgb.empty();
}

/// Returns what a question follows that continues an exchange: nothing follows one that failed.
qint64 continuationOf(const Exchange& exchange) {
    return exchange.state == ExchangeState::failed ? exchange.follows : exchange.id;
}

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
    modelPlace_ = {};
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
        const Place ended = place_;
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
        modelPlace_ = {};  // the model has seen more than the session has
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

bool Chat::canAsk(const QString& text) {
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
    return true;
}

bool Chat::ask(const QString& text) {
    if (!canAsk(text)) return false;
    again_.reset();
    begin(text);
    return true;
}

bool Chat::askAgain(qint64 exchange, const AskAgain& how) {
    const Exchange* before = session_.find(exchange);
    const QString text = QString::fromStdString(how.text);
    if (before == nullptr || !canAsk(text)) return false;
    if (evidence_.isCollecting())
        return refuse(tr("Images are still being prepared. Ask the question again when they are complete."));
    const bool asThen = how.evidence == AskAgain::Evidence::asThen;
    const Place place{before->conversation, before->follows};
    const std::vector<viewer::Frame> evidence = asThen ? before->evidence : evidence_.frames();
    if (!goTo(place, evidence, asThen ? Next::all : Next::notSeen)) return false;
    again_ = how;
    begin(text);
    return true;
}

void Chat::begin(const QString& text) {
    question_ = text;
    stopWanted_ = false;
    evidenceFailed_ = false;
    evidence_.complete(session_.pixels().files());
    if (evidence_.isCollecting()) {
        setStep(Step::collecting);
    } else {
        send();
    }
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
    again_.reset();
    setStep(Step::idle);
    Q_EMIT questionDropped(question_);
}

Question Chat::nextQuestion(const QString& text) const {
    Question question;
    question.text = text.toStdString();
    question.evidence.assign(evidence_.frames().begin() + evidence_.seen(), evidence_.frames().end());
    question.reasoningPrompt = again_ ? again_->reasoningPrompt : reasoningPrompt_;
    question.systemText = nextSystemText();
    question.options = again_ ? again_->options : options_;
    return question;
}

/// Lets the model read the evidence while the user still writes the question.
void Chat::prepareAhead() {
    const bool nothingNew = static_cast<int>(evidence_.frames().size()) <= evidence_.seen();
    const bool isElsewhere = place_.conversation != 0 && modelPlace_ != place_;
    const bool cannotAsk = isAnswering() || evidence_.isCollecting() || !model_.model() || session_.isReadOnly();
    if (cannotAsk || nothingNew || isElsewhere || !model_.model()->capabilities.prepare) return;
    const auto next = std::span(evidence_.frames()).subspan(static_cast<std::size_t>(evidence_.seen()));
    if (std::ranges::any_of(next, lacksPixels)) return;
    const bool isNew = place_.conversation == 0;
    if (isNew) preparing_ = model_.handle()->openChat(nextSystemText());
    (isNew ? preparing_ : modelChat_)->prepare(nextQuestion({}));
}

void Chat::send() {
    Question question = nextQuestion(question_);
    seenBefore_ = evidence_.seen();
    evidence_.setSeen(static_cast<int>(evidence_.frames().size()));
    sameConversation_ = true;
    ended_ = {};
    again_.reset();
    setStep(Step::storing);
    session_.begin(place_.conversation, place_.after, std::move(question), *model_.model());
}

void Chat::onBegan(qint64 id, const std::shared_ptr<Question>& question) {
    const Exchange& exchange = *session_.find(id);
    const Place place{exchange.conversation, exchange.follows};
    if (sameConversation_ && place_ != place) {
        place_ = place;
        Q_EMIT conversationChanged();
    }
    setStep(Step::answering);

    if (modelPlace_ == place) return give(id, *question);
    setStep(Step::reading);
    std::vector<qint64> past;
    for (const Exchange* each : pathTo(session_.exchanges(), place.after))
        past.push_back(each->id);
    session_.whenComplete(past, [this, id, question, place](const QString& failure) {
        if (!failure.isEmpty()) return session_.fail(id, failure.toStdString());
        if (model_.handle()) {
            modelChat_ = model_.handle()->openChat(question->systemText, historyTo(place.after));
            modelPlace_ = place;
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
    const Exchange& exchange = *session_.find(id);
    if (exchange.state == ExchangeState::failed) {
        forgetQuestion();
    } else {
        const Place next{exchange.conversation, id};
        if (modelPlace_ == Place{exchange.conversation, exchange.follows}) modelPlace_ = next;
        if (sameConversation_) {
            place_ = next;
        } else if (ended_.conversation == exchange.conversation) {
            ended_ = next;
        }
    }
    keepPlace();
    setStep(Step::idle);
}

/// The last question is not part of its conversation, so its evidence counts as not seen.
void Chat::forgetQuestion() {
    if (sameConversation_) {
        evidence_.setSeen(seenBefore_);
    } else {
        ended_ = {};  // it has seen less than EvidenceList::seenRestored() would say
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
    Q_EMIT optionsChanged();
}

// --- conversations --------------------------------------------------------------------------------------------------

void Chat::newConversation() {
    sameConversation_ = false;
    ended_ = {};
    evidence_.setSeen(0);
    if (place_.conversation == 0) return;
    place_ = {};
    Q_EMIT conversationChanged();
}

void Chat::endConversation(const QString& why) {
    const bool hadOne = place_.conversation != 0 || isAnswering();
    newConversation();
    if (hadOne) Q_EMIT notice(why);
}

/// Continues the conversation that a change of the evidence ended, after that change is undone.
void Chat::resumeConversation(int seen) {
    if (ended_.conversation == 0) return;
    place_ = std::exchange(ended_, {});
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
    const Exchange& continued = last != nullptr ? *last : session_.exchanges().back();
    goTo({continued.conversation, continuationOf(continued)}, {});
}

/// Remembers what the next question follows, so that the session opens there the next time.
void Chat::keepPlace() {
    ReadingPlace place = session_.place();
    if (place_.after != 0) place.last = place_.after;
    session_.setPlace(place);
}

void Chat::continueConversation(qint64 conversation) {
    if (isAnswering()) {
        refuse(tr("The model is still answering. Wait for it to finish or stop it, then switch conversations."));
        return;
    }
    const auto last = std::find_if(session_.exchanges().rbegin(), session_.exchanges().rend(),
                                   [conversation](const Exchange& each) { return each.conversation == conversation; });
    if (last == session_.exchanges().rend()) return;
    goTo({conversation, continuationOf(*last)}, {});
}

void Chat::continueFrom(qint64 exchange) {
    const Exchange* last = session_.find(exchange);
    if (last == nullptr) return;
    const Place place{last->conversation, continuationOf(*last)};
    if (place == place_) return;
    if (isAnswering()) {
        refuse(tr("The model is still answering. Wait for it to finish or stop it, then switch conversations."));
        return;
    }
    goTo(place, {evidence_.frames().begin() + evidence_.seen(), evidence_.frames().end()}, Next::notSeen);
}

/// Continues at a place of the session, with the evidence that the model has seen there and then those of `next`, or
/// only those of `next` that it has not seen. Returns false and emits failed() if the path to the place is damaged.
bool Chat::goTo(Place place, const std::vector<viewer::Frame>& next, Next which) {
    std::vector<viewer::Frame> frames;
    try {
        for (const Exchange* exchange : pathTo(session_.exchanges(), place.after))
            frames.insert(frames.end(), exchange->evidence.begin(), exchange->evidence.end());
    } catch (const Error& error) {
        return refuse(messageOf(error));
    }
    const int seen = static_cast<int>(frames.size());
    for (const viewer::Frame& frame : next) {
        const auto isSame = [&](const viewer::Frame& each) { return isSameFrame(each.provenance, frame.provenance); };
        if (which == Next::notSeen && std::any_of(frames.begin(), frames.begin() + seen, isSame)) continue;
        frames.push_back(frame);
    }
    sameConversation_ = false;
    ended_ = {};
    place_ = place;
    preparing_.reset();
    evidence_.show(std::move(frames), seen);
    keepPlace();
    Q_EMIT conversationChanged();
    return true;
}

/// Returns the system prompt of the conversation that the next question continues, or the one of a new conversation.
std::string Chat::nextSystemText() const {
    if (place_.after != 0) return pathTo(session_.exchanges(), place_.after).front()->systemText;
    return again_ ? again_->systemText : systemText_.toStdString();
}

/// Returns the turns up to `exchange`, which has not failed. The exchanges must be complete.
std::vector<inference::PastTurn> Chat::historyTo(qint64 exchange) const {
    std::vector<inference::PastTurn> history;
    const std::string sha256 = model_.model() ? model_.model()->sha256 : std::string();
    for (const Exchange* past : pathTo(session_.exchanges(), exchange))
        history.push_back(toPastTurn(*past, sha256));
    return history;
}

std::optional<ContextUse> Chat::contextUse(const QString& text) const {
    if (!model_.model()) return std::nullopt;
    NextQuestion next;
    next.text = text.toStdString();
    next.images = static_cast<int>(evidence_.frames().size()) - evidence_.seen();
    next.reasoningPrompt = reasoningPrompt_;
    next.systemText = nextSystemText();
    next.maxNewTokens = options_.maxNewTokens;
    return estimateContext(
        model_.model()->info, pathTo(session_.exchanges(), place_.after), next,
        [this](std::string_view part) { return model_.handle()->countTokens(part).value_or(roughTokens(part)); });
}

}  // namespace fleming::app
