#include "app/session/current_session.h"

#include "app/settings.h"

#include <algorithm>
#include <iterator>

namespace fleming::app {

CurrentSession::CurrentSession(QObject* parent) : QObject(parent) {
    connectStore();
}

void CurrentSession::connectStore() {
    connect(&store_, &SessionStore::opened, this,
            [this](const QString& file, const auto& exchanges, const QString& readOnlyReason) {
                opening_ = false;
                settings::addRecentSession(file);
                replace(file, std::move(*exchanges), !readOnlyReason.isEmpty());
                if (isReadOnly()) Q_EMIT notice(readOnlyReason);
            });
    connect(&store_, &SessionStore::openFailed, this, [this](const QString& message) {
        opening_ = false;
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::found, this, &CurrentSession::lastSessionFound);
    connect(&store_, &SessionStore::madeFile, this, [this](const QString& file) {
        file_ = file;
        settings::addRecentSession(file);
        Q_EMIT named();
    });
    connect(&store_, &SessionStore::began, this, [this](const auto& exchange, const auto& question) {
        parser_ = {};
        exchanges_.push_back(std::move(*exchange));
        Q_EMIT exchangeBegan(exchanges_.back().id, question);
    });
    connect(&store_, &SessionStore::beginFailed, this, [this](const QString& message) {
        Q_EMIT beginFailed();
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::appended, this, [this](qint64 id, const auto& tokens) { addTokens(id, *tokens); });
    connect(&store_, &SessionStore::finished, this, [this](qint64 id, const auto& answer) {
        Exchange* exchange = at(id);
        if (exchange == nullptr) return;
        exchange->answer = std::move(*answer);
        exchange->state = ExchangeState::done;
        Q_EMIT exchangeFinished(id);
    });
    connect(&store_, &SessionStore::exchangeFailed, this, &CurrentSession::endFailed);
    connect(&store_, &SessionStore::storingFailed, this, [this](qint64 id, const QString& message) {
        unstored_.insert(id);
        Q_EMIT storingFailed(id);
        endFailed(id, message);
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::reviewed, this, [this](qint64 id, const Review& review) {
        if (Exchange* exchange = at(id)) exchange->reviews.push_back(review);
        Q_EMIT reviewed(id, review);
        Q_EMIT exchangesChanged();
    });
    connect(&store_, &SessionStore::reviewFailed, this,
            [this](qint64 id, const Review& review, const QString& message) {
                Q_EMIT reviewFailed(id, review);
                Q_EMIT failed(message);
            });
    connect(&store_, &SessionStore::failed, this, &CurrentSession::failed);
    connect(&export_, &SessionExport::becameSlow, this, &CurrentSession::exportBecameSlow);
    connect(&export_, &SessionExport::progressed, this, &CurrentSession::exportProgressed);
    connect(&export_, &SessionExport::written, this, &CurrentSession::exported);
    connect(&export_, &SessionExport::cancelled, this, &CurrentSession::exportCancelled);
    connect(&export_, &SessionExport::failed, this, &CurrentSession::failed);
}

// --- the file -------------------------------------------------------------------------------------------------------

void CurrentSession::open(const QString& file) {
    if (isBusy_()) {
        Q_EMIT failed(tr("The model is still answering. Wait for it to finish or stop it, then open the session."));
        return;
    }
    opening_ = true;
    store_.open(file);
}

void CurrentSession::startNew() {
    if (isBusy_()) {
        Q_EMIT failed(tr("The model is still answering. Wait for it to finish or stop it, then start a new session."));
        return;
    }
    store_.leave();
    replace({}, {}, false);
}

void CurrentSession::replace(const QString& file, std::vector<Exchange> exchanges, bool readOnly) {
    exchanges_ = std::move(exchanges);
    unstored_.clear();
    file_ = file;
    readOnly_ = readOnly;
    Q_EMIT replaced();
    Q_EMIT exchangesChanged();
}

void CurrentSession::offerLast() {
    const QStringList recent = settings::recentSessions();
    if (!recent.isEmpty()) store_.lookFor(recent.first());
}

// --- exchanges ------------------------------------------------------------------------------------------------------

const Exchange* CurrentSession::find(qint64 exchange) const {
    const auto found = std::find_if(exchanges_.rbegin(), exchanges_.rend(),
                                    [exchange](const Exchange& each) { return each.id == exchange; });
    return found == exchanges_.rend() ? nullptr : &*found;
}

Exchange* CurrentSession::at(qint64 exchange) {
    return const_cast<Exchange*>(std::as_const(*this).find(exchange));
}

void CurrentSession::review(qint64 exchange, const Review& review) {
    store_.review(exchange, review);
}

void CurrentSession::exportTo(const QString& file, const Exporter& exporter, const ExportOptions& options) {
    if (exchanges_.empty()) {
        Q_EMIT failed(tr("There is nothing to report yet: the session has no questions."));
        return;
    }
    std::vector<Exchange> unstored;
    std::ranges::copy_if(exchanges_, std::back_inserter(unstored),
                         [this](const Exchange& exchange) { return unstored_.contains(exchange.id); });
    export_.start(exporter, options, file_, file, std::move(unstored));
}

// --- the exchange that is streaming ---------------------------------------------------------------------------------

void CurrentSession::begin(qint64 conversation, Question question, ModelIdentity model) {
    store_.begin(conversation, std::move(question), std::move(model));
}

void CurrentSession::append(qint64 exchange, inference::Token token) {
    store_.append(exchange, std::move(token));
}

void CurrentSession::finish(qint64 exchange, inference::Answer answer) {
    store_.finish(exchange, std::move(answer));
}

void CurrentSession::fail(qint64 exchange, std::string message) {
    store_.fail(exchange, std::move(message));
}

void CurrentSession::addTokens(qint64 id, const std::vector<inference::Token>& tokens) {
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

void CurrentSession::endFailed(qint64 id, const QString& message) {
    Exchange* exchange = at(id);
    if (exchange == nullptr || exchange->state != ExchangeState::streaming) return;
    exchange->state = ExchangeState::failed;
    exchange->failure = message.toStdString();
    Q_EMIT exchangeFinished(id);
}

}  // namespace fleming::app
