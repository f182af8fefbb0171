#include "app/session/current_session.h"

#include "app/session/session_title.h"
#include "app/settings.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fleming::app {

namespace {

constexpr int kPlaceSettledAfter = 1000;  // ms

}  // namespace

CurrentSession::CurrentSession(QObject* parent) : QObject(parent) {
    placeSettled_.setSingleShot(true);
    placeSettled_.setInterval(kPlaceSettledAfter);
    connect(&placeSettled_, &QTimer::timeout, this, &CurrentSession::storePlaceNow);
    connectStore();
    connectMeasurements();
    connectExport();
}

CurrentSession::~CurrentSession() {
    storePlaceNow();
}

void CurrentSession::connectStore() {
    connect(&store_, &SessionStore::opened, this, [this](const std::shared_ptr<OpenedSession>& session) {
        opening_ = false;
        settings::addRecentSession(session->file);
        const QString readOnlyReason = session->readOnlyReason;
        replace(std::move(*session));
        if (isReadOnly()) Q_EMIT notice(readOnlyReason);
    });
    connect(&store_, &SessionStore::openFailed, this, [this](const QString& message) {
        opening_ = false;
        Q_EMIT failed(message);
    });
    connect(&store_, &SessionStore::found, this, &CurrentSession::lastSessionFound);
    connect(&store_, &SessionStore::madeFile, this, [this](const QString& file) {
        file_ = file;
        pixels_.setFile(file);
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
        exchange->tokenCount = static_cast<std::int64_t>(exchange->answer.tokens.size());
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
    connect(&store_, &SessionStore::replayRecorded, this, [this](const ReplayRecord& record) {
        if (Exchange* exchange = at(record.exchange)) exchange->replays.push_back(record);
        Q_EMIT exchangesChanged();
    });
    connect(&store_, &SessionStore::titled, this, [this](const QString& title) {
        givenTitle_ = title;
        Q_EMIT titleChanged();
    });
    connect(&store_, &SessionStore::completed, this, [this](const auto& whole) { runComplete(std::move(*whole)); });
    connect(&store_, &SessionStore::completeFailed, this, &CurrentSession::failIncomplete);
    connect(&store_, &SessionStore::failed, this, &CurrentSession::failed);
}

void CurrentSession::connectMeasurements() {
    connect(&store_, &SessionStore::measurementRecorded, this,
            [this](const QString& session, const RecordedMeasurement& measurement) {
                if (session != file_) return;
                const auto place =
                    std::ranges::lower_bound(measurements_, measurement.id, {}, &RecordedMeasurement::id);
                if (place != measurements_.end() && place->id == measurement.id) {
                    *place = measurement;
                } else {
                    measurements_.insert(place, measurement);
                }
            });
    connect(&store_, &SessionStore::measurementRemoved, this, [this](const QString& session, qint64 id) {
        if (session != file_) return;
        std::erase_if(measurements_, [id](const RecordedMeasurement& each) { return each.id == id; });
    });
    connect(&store_, &SessionStore::measurementFailed, this,
            [this](const QString& session, qint64 id, const QString& message) {
                if (session == file_) Q_EMIT measurementFailed(id);
                Q_EMIT failed(message);
            });
}

void CurrentSession::connectExport() {
    connect(&export_, &SessionExport::becameSlow, this, &CurrentSession::exportBecameSlow);
    connect(&export_, &SessionExport::progressed, this, &CurrentSession::exportProgressed);
    connect(&export_, &SessionExport::written, this, &CurrentSession::exported);
    connect(&export_, &SessionExport::cancelled, this, &CurrentSession::exportCancelled);
    connect(&export_, &SessionExport::failed, this, &CurrentSession::failed);
    connect(&export_, &SessionExport::previewed, this, &CurrentSession::exportPreviewed);
    connect(&export_, &SessionExport::previewFailed, this, &CurrentSession::exportPreviewFailed);
}

// --- the file -------------------------------------------------------------------------------------------------------

void CurrentSession::open(const QString& file) {
    if (refuseToLeave()) return;
    Q_EMIT leaving();
    opening_ = true;
    store_.open(file);
}

void CurrentSession::openExported(const QString& json) {
    if (refuseToLeave()) return;
    Q_EMIT leaving();
    opening_ = true;
    store_.openExported(json);
}

/// Returns true, and says why, if no other session can be opened now.
bool CurrentSession::refuseToLeave() {
    if (isBusy_()) {
        Q_EMIT failed(tr("The model is still answering. Wait for it to finish or stop it, then open the session."));
        return true;
    }
    return false;
}

void CurrentSession::startNew() {
    if (isBusy_()) {
        Q_EMIT failed(tr("The model is still answering. Wait for it to finish or stop it, then start a new session."));
        return;
    }
    Q_EMIT leaving();
    store_.leave();
    replace({});
}

void CurrentSession::replace(OpenedSession session) {
    storePlaceNow();
    exchanges_ = std::move(session.exchanges);
    measurements_ = std::move(session.measurements);
    nextMeasurement_ = session.nextMeasurement;
    unstored_.clear();
    file_ = session.file;
    readOnly_ = !session.readOnlyReason.isEmpty();
    givenTitle_ = session.title;
    place_ = session.place;
    pixels_.setFile(file_);
    Q_EMIT replaced();
    Q_EMIT exchangesChanged();
}

void CurrentSession::recordMeasurement(const RecordedMeasurement& measurement) {
    if (!file_.isEmpty()) store_.recordMeasurement(file_, measurement);
}

void CurrentSession::removeMeasurement(qint64 id) {
    if (!file_.isEmpty()) store_.removeMeasurement(file_, id);
}

QString CurrentSession::title() const {
    if (!givenTitle_.isEmpty() || exchanges_.empty()) return givenTitle_;
    return titleFromQuestion(QString::fromStdString(exchanges_.front().question));
}

void CurrentSession::setTitle(const QString& title) {
    const QString line = title.simplified();
    if (line.isEmpty() || line == givenTitle_ || file_.isEmpty()) return;
    store_.setTitle(line);
}

void CurrentSession::setPlace(const ReadingPlace& place) {
    if (place_ == place) return;
    place_ = place;
    if (!file_.isEmpty()) placeSettled_.start();
}

void CurrentSession::storePlaceNow() {
    if (!placeSettled_.isActive()) return;
    placeSettled_.stop();
    store_.keepPlace(file_, place_);
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

void CurrentSession::whenComplete(const std::vector<qint64>& exchanges,
                                  std::function<void(const QString& failure)> then) {
    std::vector<qint64> missing;
    for (const qint64 id : exchanges) {
        const Exchange* exchange = find(id);
        if (exchange != nullptr && !exchange->isComplete) missing.push_back(id);
    }
    if (missing.empty() && incomplete_.empty()) return then({});
    store_.complete({missing.begin(), missing.end()});
    incomplete_.push_back({std::move(missing), std::move(then)});
}

void CurrentSession::runComplete(std::vector<Exchange> whole) {
    const Incomplete next = std::move(incomplete_.front());
    incomplete_.pop_front();
    std::vector<std::pair<qint64, Exchange>> light;
    for (Exchange& exchange : whole) {
        const qint64 id = exchange.id;
        Exchange* here = at(id);
        if (here == nullptr || here->isComplete) continue;
        light.emplace_back(id, std::exchange(*here, std::move(exchange)));
    }
    next.then({});
    for (auto& [id, exchange] : light) {
        if (Exchange* here = at(id)) *here = std::move(exchange);
    }
}

void CurrentSession::failIncomplete(const QString& message) {
    const Incomplete next = std::move(incomplete_.front());
    incomplete_.pop_front();
    next.then(message);
}

void CurrentSession::review(qint64 exchange, const Review& review) {
    store_.review(exchange, review);
}

void CurrentSession::exportTo(const ExportRequest& request) {
    if (exchanges_.empty()) {
        Q_EMIT failed(tr("There is nothing to report yet: the session has no questions."));
        return;
    }
    export_.start(request, file_, unstored());
}

void CurrentSession::previewExport(const ExportRequest& request) {
    export_.preview(request, file_, unstored());
}

/// Returns the exchanges that the file holds only in part.
std::vector<Exchange> CurrentSession::unstored() const {
    std::vector<Exchange> unstored;
    std::ranges::copy_if(exchanges_, std::back_inserter(unstored),
                         [this](const Exchange& exchange) { return unstored_.contains(exchange.id); });
    return unstored;
}

// --- the exchange that is streaming ---------------------------------------------------------------------------------

void CurrentSession::begin(qint64 conversation, qint64 follows, Question question, ModelIdentity model) {
    store_.begin(conversation, follows, std::move(question), std::move(model));
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
    exchange->tokenCount = static_cast<std::int64_t>(exchange->answer.tokens.size());
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
