#include "app/chat/dialogue.h"

#include "app/settings.h"

#include <algorithm>
#include <iterator>

namespace fleming::app {

Dialogue::Dialogue(Answerer& answerer, ModelSlot& model, EvidenceList& evidence, SessionStore& store, QObject* parent)
    : QObject(parent), answerer_(answerer), model_(model), evidence_(evidence), store_(store) {
    connectParts();
}

void Dialogue::connectParts() {
    constexpr int kMoment = 400;  // ms
    settled_.setSingleShot(true);
    settled_.setInterval(kMoment);
    connect(&settled_, &QTimer::timeout, this, &Dialogue::workAhead);
    const auto wait = [this] { settled_.start(); };
    connect(&evidence_, &EvidenceList::changed, this, wait);
    connect(&evidence_, &EvidenceList::collectingChanged, this, wait);
    connect(&model_, &ModelSlot::changed, this, wait);
    connect(this, &Dialogue::conversationChanged, this, wait);
    connect(this, &Dialogue::answeringChanged, this, wait);
    connect(&evidence_, &EvidenceList::seenChanged, this, [this] {
        endConversation(
            tr("The evidence has changed since the model saw it. The next question starts a new "
               "conversation with the current evidence."));
    });
    connect(&evidence_, &EvidenceList::collectionFailed, this, [this] { evidenceFailed_ = true; });
    connect(&evidence_, &EvidenceList::collectionCancelled, this, [this] { evidenceFailed_ = true; });
    connect(&evidence_, &EvidenceList::collectingChanged, this, &Dialogue::evidenceIsReady);
    connect(&model_, &ModelSlot::replaced, this, [this] {
        answererHas_ = 0;
        endConversation(tr("The model has changed. The next question starts a new conversation."));
    });
    connect(&store_, &SessionStore::madeFile, this, [this](const QString& file) {
        sessionFile_ = file;
        settings::addRecentSession(file);
        Q_EMIT sessionNamed();
    });
    connect(&store_, &SessionStore::began, this,
            [this](const auto& exchange, const auto& question) { onBegan(*exchange, *question); });
    connect(&store_, &SessionStore::beginFailed, this, [this](const QString& message) {
        if (sameConversation_) evidence_.setSeen(seenBefore_);
        drop();
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::appended, this, [this](qint64 id, const auto& tokens) { onTokens(id, *tokens); });
    connect(&store_, &SessionStore::finished, this, [this](qint64 id, const auto& answer) { onFinished(id, *answer); });
    connect(&store_, &SessionStore::exchangeFailed, this, &Dialogue::onFailed);
    connect(&store_, &SessionStore::storingFailed, this, [this](qint64 id, const QString& message) {
        answerer_.stop();
        answererHas_ = 0;  // it has seen more than the session has
        unstored_.insert(id);
        onFailed(id, message);
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::opened, this,
            [this](const QString& file, const auto& exchanges, const QString& readOnlyReason) {
                onOpened(file, *exchanges, readOnlyReason);
            });
    connect(&store_, &SessionStore::openFailed, this, [this](const QString& message) {
        opening_ = false;
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::found, this, &Dialogue::lastSessionFound);
    connect(&store_, &SessionStore::reviewed, this, [this](qint64 id, const Review& review) {
        if (Exchange* exchange = at(id)) exchange->reviews.push_back(review);
        Q_EMIT exchangesChanged();
    });
    connect(&store_, &SessionStore::reviewFailed, this,
            [this](qint64 id, const Review& review, const QString& message) {
                Q_EMIT reviewFailed(id, review);
                Q_EMIT failed(message);
            });
}

const Exchange* Dialogue::find(qint64 exchange) const {
    const auto found =
        std::find_if(exchanges_.rbegin(), exchanges_.rend(), [&](const Exchange& e) { return e.id == exchange; });
    return found == exchanges_.rend() ? nullptr : &*found;
}

Exchange* Dialogue::at(qint64 exchange) {
    return const_cast<Exchange*>(std::as_const(*this).find(exchange));
}

// --- a question's way -----------------------------------------------------------------------------------------------

bool Dialogue::refuse(const QString& message) {
    Q_EMIT failed(message);
    return false;
}

void Dialogue::setStep(Step step) {
    const bool before = isAnswering();
    step_ = step;
    if (before != isAnswering()) Q_EMIT answeringChanged();
}

bool Dialogue::ask(const QString& text) {
    if (isAnswering())
        return refuse(tr("The model is still answering. Wait for it to finish or stop it, then ask again."));
    if (opening_) return refuse(tr("The session is still opening. Try again in a moment."));
    if (!readOnlyReason_.isEmpty()) {
        return refuse(tr(
            "This session is read-only, so you cannot ask questions in it. Choose File, New session, and ask again."));
    }
    if (model_.isLoading()) return refuse(tr("The model is still loading. Ask again when it is ready."));
    if (!model_.model()) return refuse(tr("No model is loaded. Choose one first."));
    if (text.trimmed().isEmpty()) return refuse(tr("There is no question yet. Enter one first."));
    Q_EMIT leaving();
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

void Dialogue::evidenceIsReady() {
    if (step_ != Step::collecting || evidence_.isCollecting()) return;
    if (evidenceFailed_ || !model_.model()) {
        drop();  // a question about evidence that is not there is not the one that was asked
    } else {
        send();
    }
}

void Dialogue::drop() {
    setStep(Step::idle);
    Q_EMIT questionDropped(question_);
}

Question Dialogue::nextQuestion(const QString& text) const {
    Question question;
    question.text = text.toStdString();
    question.evidence.assign(evidence_.frames().begin() + evidence_.seen(), evidence_.frames().end());
    question.reasoningPrompt = reasoningPrompt;
    question.systemText = systemTextOf(conversation_);
    question.options = options;
    return question;
}

/// While the question is still being written, the model may read its evidence.
void Dialogue::workAhead() {
    const bool nothingNew = static_cast<int>(evidence_.frames().size()) <= evidence_.seen();
    const bool otherConversation = conversation_ != 0 && answererHas_ != conversation_;
    const bool cannotAsk = isAnswering() || evidence_.isCollecting() || !model_.model() || !readOnlyReason_.isEmpty();
    if (cannotAsk || nothingNew || otherConversation) return;
    answerer_.prepare(nextQuestion({}), conversation_ == 0);
}

void Dialogue::send() {
    Question question = nextQuestion(question_);
    seenBefore_ = evidence_.seen();
    evidence_.setSeen(static_cast<int>(evidence_.frames().size()));
    sameConversation_ = true;
    setStep(Step::storing);
    store_.begin(conversation_, std::move(question), *model_.model());
}

void Dialogue::onBegan(const Exchange& exchange, Question& question) {
    const qint64 id = exchange.id;
    exchanges_.push_back(exchange);
    parser_ = {};
    if (sameConversation_ && conversation_ != exchange.conversation) {
        conversation_ = exchange.conversation;
        Q_EMIT conversationChanged();
    }
    setStep(Step::answering);
    Q_EMIT exchangeBegan(id);

    if (answererHas_ != exchange.conversation) {
        answerer_.startConversation(question.systemText, historyOf(exchange.conversation));
        answererHas_ = exchange.conversation;
    }
    AnswerCallbacks callbacks;
    callbacks.onReading = [this, id](const inference::ReadingProgress& progress) {
        QMetaObject::invokeMethod(
            this, [this, id, progress] { Q_EMIT reading(id, progress); }, Qt::QueuedConnection);
    };
    callbacks.onToken = [this, id](const inference::Token& token) { store_.append(id, token); };
    callbacks.onDone = [this, id](const inference::Answer& answer) { store_.finish(id, answer); };
    callbacks.onFailed = [this, id](const std::string& message) { store_.fail(id, message); };
    answerer_.ask(std::move(question), std::move(callbacks));
    if (stopWanted_) answerer_.stop();
}

void Dialogue::onTokens(qint64 id, const std::vector<inference::Token>& tokens) {
    Exchange* exchange = at(id);
    if (exchange == nullptr || exchange->state != ExchangeState::streaming) return;
    for (const inference::Token& token : tokens) {
        exchange->answer.text += token.text;
        exchange->answer.tokens.push_back(token);
        parser_.add(token.text);
    }
    exchange->answer.reasoning = parser_.reasoning();
    exchange->answer.finalAnswer = parser_.finalAnswer();
    for (const inference::Token& token : tokens)
        Q_EMIT tokenArrived(id, token);
}

void Dialogue::onFinished(qint64 id, const inference::Answer& answer) {
    Exchange* exchange = at(id);
    if (exchange == nullptr) return;
    exchange->answer = answer;
    exchange->state = ExchangeState::done;
    setStep(Step::idle);
    Q_EMIT exchangeFinished(id);
}

void Dialogue::onFailed(qint64 id, const QString& message) {
    Exchange* exchange = at(id);
    if (exchange == nullptr || exchange->state != ExchangeState::streaming) return;
    exchange->state = ExchangeState::failed;
    exchange->failure = message.toStdString();
    if (sameConversation_) evidence_.setSeen(seenBefore_);  // the conversation is as before the question
    setStep(Step::idle);
    Q_EMIT exchangeFinished(id);
}

void Dialogue::stop() {
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
            answerer_.stop();
            break;
    }
}

// --- conversations --------------------------------------------------------------------------------------------------

void Dialogue::newConversation() {
    sameConversation_ = false;
    evidence_.setSeen(0);
    if (conversation_ == 0) return;
    conversation_ = 0;
    Q_EMIT conversationChanged();
}

void Dialogue::endConversation(const QString& why) {
    const bool was = conversation_ != 0 || isAnswering();
    newConversation();
    if (was) Q_EMIT notice(why);
}

void Dialogue::continueConversation(qint64 conversation) {
    if (isAnswering()) {
        refuse(tr("The model is still answering. Wait for it to finish or stop it, then switch conversations."));
        return;
    }
    std::vector<viewer::Frame> frames;
    bool known = false;
    for (const Exchange& exchange : exchanges_) {
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

/// The first turn of a conversation decides.
std::string Dialogue::systemTextOf(qint64 conversation) const {
    const auto first = std::find_if(exchanges_.begin(), exchanges_.end(),
                                    [&](const Exchange& exchange) { return exchange.conversation == conversation; });
    return first == exchanges_.end() ? systemText.toStdString() : first->systemText;
}

/// The turns before the last exchange. Those that failed never were part of the conversation.
std::vector<inference::PastTurn> Dialogue::historyOf(qint64 conversation) const {
    std::vector<inference::PastTurn> history;
    for (const Exchange& exchange : exchanges_) {
        const bool isPast = exchange.state == ExchangeState::done || exchange.state == ExchangeState::interrupted;
        if (exchange.conversation != conversation || !isPast) continue;
        history.push_back(pastTurn(exchange));
    }
    return history;
}

/// By its token ids where the model that answered is the one that goes on: other checkpoints may have other tokens.
inference::PastTurn Dialogue::pastTurn(const Exchange& exchange) const {
    inference::PastTurn past{toTurn(exchange.question, exchange.evidence, exchange.reasoningPrompt),
                             exchange.answer.text};
    if (!model_.model() || exchange.modelSha256.empty() || exchange.modelSha256 != model_.model()->sha256) return past;
    past.promptIds = exchange.answer.promptIds;
    for (const inference::Token& token : exchange.answer.tokens)
        past.answerIds.push_back(token.id);
    return past;
}

// --- session --------------------------------------------------------------------------------------------------------

void Dialogue::openSession(const QString& file) {
    if (isAnswering()) {
        refuse(tr("The model is still answering. Wait for it to finish or stop it, then open the session."));
        return;
    }
    Q_EMIT leaving();
    opening_ = true;
    store_.open(file);
}

void Dialogue::onOpened(const QString& file, std::vector<Exchange>& exchanges, const QString& readOnlyReason) {
    opening_ = false;
    exchanges_ = std::move(exchanges);
    unstored_.clear();
    sessionFile_ = file;
    readOnlyReason_ = readOnlyReason;
    answererHas_ = 0;
    settings::addRecentSession(file);
    newConversation();
    if (!exchanges_.empty()) continueConversation(exchanges_.back().conversation);
    Q_EMIT sessionChanged();
    Q_EMIT exchangesChanged();
    if (!readOnlyReason.isEmpty()) Q_EMIT notice(readOnlyReason);
}

void Dialogue::offerLastSession() {
    const QStringList recent = settings::recentSessions();
    if (!recent.isEmpty()) store_.lookFor(recent.first());
}

void Dialogue::newSession() {
    if (isAnswering()) {
        refuse(tr("The model is still answering. Wait for it to finish or stop it, then start a new session."));
        return;
    }
    Q_EMIT leaving();
    store_.leave();
    exchanges_.clear();
    unstored_.clear();
    sessionFile_.clear();
    readOnlyReason_.clear();
    answererHas_ = 0;
    newConversation();
    Q_EMIT sessionChanged();
    Q_EMIT exchangesChanged();
}

void Dialogue::exportReport(const QString& pdf, const ReportOptions& reportOptions) {
    if (exchanges_.empty()) {
        refuse(tr("There is nothing to report yet: the session has no questions."));
        return;
    }
    Q_EMIT leaving();
    std::vector<Exchange> unstored;
    std::ranges::copy_if(exchanges_, std::back_inserter(unstored),
                         [this](const Exchange& e) { return unstored_.contains(e.id); });
    store_.exportReport(sessionFile_, pdf, std::move(unstored), reportOptions);
}

}  // namespace fleming::app
