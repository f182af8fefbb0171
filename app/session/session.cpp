#include "app/session/session.h"

#include "app/session/file/database.h"
#include "app/session/file/exchange_reader.h"
#include "app/session/file/measurement_rows.h"
#include "app/session/file/migrations.h"
#include "app/session/file/record_reader.h"
#include "app/session/file/record_writer.h"
#include "app/session/file/statement.h"
#include "app/session/file/storage.h"
#include "app/session/file/stored_image.h"
#include "app/session/file/stored_values.h"
#include "app/session/file/writer_lock.h"
#include "app/session/log/event_log.h"
#include "app/session/log/verification.h"
#include "app/session/log/witness.h"

#include <QDateTime>

#include <array>
#include <cmath>
#include <map>

namespace fleming::app {

namespace {

using Durability = Database::Durability;

/// The columns of `tokens`, in the order of the payload of "tokens appended".
constexpr std::array kTokenColumns{"exchange", "position", "token", "text", "log_probability", "channel", "parts"};

/// Returns the values of kTokenColumns as SQLite will return them.
std::array<SqlValue, kTokenColumns.size()> tokenRow(std::int64_t exchange, std::int64_t position,
                                                    const inference::Token& token) {
    const bool isNumber = !std::isnan(token.logProbability), hasParts = token.parts.size() > 1;
    return {exchange,
            position,
            token.id,
            token.text,
            isNumber ? SqlValue(token.logProbability + 0.0) : std::nullopt,  // SQLite has no negative zero
            toWord(kChannels, token.channel),
            hasParts ? SqlValue(encodeParts(token.parts)) : std::nullopt};
}

}  // namespace

struct Session::Data {
    Data(const std::filesystem::path& file, Access access)
        : lock(realPath(file)),
          database(file, access == Access::write ? Database::Claim([this] { return lock.holdSession(); })
                                                 : Database::Claim()) {
        if (database.readOnlyReason()) return;
        log.emplace(database);
        insertToken.emplace(
            database,
            QStringLiteral("INSERT INTO tokens (exchange, position, token, text, log_probability, channel, parts)"
                           " VALUES (:exchange, :position, :token, CAST(:text AS TEXT), :log_probability,"
                           " CAST(:channel AS TEXT), CAST(:parts AS TEXT))"));
        interruptAbandoned();
    }

    template <typename Write>
    auto store(Durability durability, Write&& write);
    void checkWritable() const;
    void checkIsStored(std::int64_t exchange) const;
    void interruptAbandoned();
    void appendTokens(std::int64_t exchange, std::span<const inference::Token> tokens);
    void interrupt(std::int64_t exchange);
    void importExchange(const Exchange& exchange);
    void importEnd(const Exchange& exchange);
    std::int64_t& nextPosition(std::int64_t exchange);
    std::vector<Exchange> readAll(Detail detail, const std::stop_token& stop = {}) const;

    WriterLock lock;
    Database database;

    // In a session that can be written.
    std::optional<EventLog> log;
    std::optional<Statement> insertToken;
    std::map<std::int64_t, std::int64_t> nextPositions;  // of tokens, by exchange; kept while it streams
};

void Session::Data::checkWritable() const {
    if (database.readOnlyReason()) throw *database.readOnlyReason();
}

void Session::Data::checkIsStored(std::int64_t exchange) const {
    Statement find(database, QStringLiteral("SELECT id FROM exchanges WHERE id = :id"));
    find.bind("id", exchange).run();
    if (!find.next()) throw Error("session.no_exchange", database.path(), {std::to_string(exchange)});
}

/// Calls `write` in a transaction. Whatever is cached about the file is dropped if the transaction does not commit.
template <typename Write>
auto Session::Data::store(Durability durability, Write&& write) {
    checkWritable();
    try {
        Transaction transaction(database, durability);
        if constexpr (std::is_void_v<decltype(write())>) {
            write();
            transaction.commit();
        } else {
            auto result = write();
            transaction.commit();
            return result;
        }
    } catch (...) {
        log->forget();
        nextPositions.clear();
        throw;
    }
}

void Session::Data::interruptAbandoned() {
    std::vector<std::int64_t> abandoned;
    Statement streaming(database, QStringLiteral("SELECT id FROM exchanges WHERE state = 'streaming'"));
    for (streaming.run(); streaming.next();) {
        const std::int64_t id = streaming.number("id");
        if (!lock.isHeld(id)) abandoned.push_back(id);
    }
    if (abandoned.empty()) return;
    store(Durability::power, [&] {
        for (const std::int64_t id : abandoned)
            interrupt(id);
    });
}

void Session::Data::interrupt(std::int64_t exchange) {
    updateRow(database, "exchanges", {{"state", toWord(kStates, ExchangeState::interrupted)}}, "id = :id", exchange);
    log->append(EventKind::answerInterrupted, exchange);
}

std::int64_t& Session::Data::nextPosition(std::int64_t exchange) {
    const auto known = nextPositions.find(exchange);
    if (known != nextPositions.end()) return known->second;
    Statement count(database, QStringLiteral("SELECT count(*) AS tokens FROM tokens WHERE exchange = :exchange"));
    count.bind("exchange", exchange).run();
    count.next();
    return nextPositions[exchange] = count.number("tokens");
}

void Session::Data::appendTokens(std::int64_t exchange, std::span<const inference::Token> tokens) {
    if (tokens.empty()) return;
    std::int64_t& next = nextPosition(exchange);
    const std::int64_t first = next;
    PayloadHasher hasher;
    for (const inference::Token& token : tokens) {
        const auto row = tokenRow(exchange, next++, token);
        hasher.beginRow();
        for (std::size_t i = 0; i < row.size(); ++i) {
            insertToken->bind(kTokenColumns[i], row[i]);
            hasher.add(row[i].variant());
        }
        insertToken->run();
    }
    hasher.endStatement();
    log->appendTokens(exchange, first, static_cast<std::int64_t>(tokens.size()), hasher.digest());
}

void Session::Data::importExchange(const Exchange& exchange) {
    Statement find(database, QStringLiteral("SELECT id FROM conversations WHERE id = :id"));
    find.bind("id", exchange.conversation).run();
    if (!find.next()) {
        insertRow(database, "conversations", {{"id", exchange.conversation}, {"started_ms", exchange.askedMs}});
        log->append(EventKind::conversationBegun, exchange.conversation);
    }
    find.finish();
    if (exchange.follows != 0) checkIsStored(exchange.follows);
    std::vector<QByteArray> pngs;
    for (const viewer::Frame& frame : exchange.evidence)
        pngs.push_back(toPng(frame.image));
    insertExchange(database, exchange, {}, pngs);
    log->append(EventKind::questionAsked, exchange.id);
    appendTokens(exchange.id, exchange.answer.tokens);
    nextPositions.erase(exchange.id);
    importEnd(exchange);
    for (const Review& review : exchange.reviews)
        log->append(EventKind::reviewSubmitted, insertReview(database, exchange.id, review));
    for (const ReplayRecord& replay : exchange.replays)
        log->append(EventKind::answerReplayed, insertReplay(database, replay));
}

/// Ends an exchange that importExchange() has inserted.
void Session::Data::importEnd(const Exchange& exchange) {
    switch (exchange.state) {
        case ExchangeState::done:
            storeAnswer(database, exchange.id, exchange.answer, exchange.run);
            log->append(EventKind::answerFinished, exchange.id);
            return;
        case ExchangeState::failed:
            storeFailure(database, exchange.id, exchange.failure);
            log->append(EventKind::answerFailed, exchange.id);
            return;
        default:
            interrupt(exchange.id);
    }
}

std::vector<Exchange> Session::Data::readAll(Detail detail, const std::stop_token& stop) const {
    std::vector<Exchange> exchanges = readExchanges(database, detail, {}, stop);
    for (Exchange& exchange : exchanges) {
        // A read-only file cannot be marked.
        if (exchange.state == ExchangeState::streaming && !lock.isHeld(exchange.id))
            exchange.state = ExchangeState::interrupted;
    }
    return exchanges;
}

Session::Session(const std::filesystem::path& file, Access access) : data_(std::make_unique<Data>(file, access)) {}

Session::~Session() = default;

const std::filesystem::path& Session::path() const {
    return data_->database.path();
}
const std::optional<Error>& Session::readOnlyReason() const {
    return data_->database.readOnlyReason();
}

std::int64_t Session::newConversation() {
    return data_->store(Durability::process, [&] {
        const std::int64_t id = insertRow(data_->database, "conversations",
                                          {{"started_ms", std::int64_t{QDateTime::currentMSecsSinceEpoch()}}});
        data_->log->append(EventKind::conversationBegun, id);
        return id;
    });
}

Exchange Session::begin(std::int64_t conversation, const Question& question, const ModelIdentity& model,
                        std::int64_t follows) {
    data_->checkWritable();
    const Database& database = data_->database;
    Exchange exchange = makeExchange(conversation, question, model);
    std::vector<QByteArray> pngs;  // encoded before the file is locked for writing
    for (const viewer::Frame& frame : exchange.evidence)
        pngs.push_back(toPng(frame.image));
    try {
        data_->store(Durability::power, [&] {
            placeInConversation(database, exchange, follows);
            exchange.id = insertExchange(database, exchange, model.info, pngs);
            data_->log->append(EventKind::questionAsked, exchange.id);
            data_->lock.hold(exchange.id);  // before another program can see that it streams
        });
    } catch (...) {
        if (exchange.id != 0) data_->lock.release(exchange.id);
        throw;
    }
    return exchange;
}

void Session::append(std::int64_t exchange, std::span<const inference::Token> tokens) {
    data_->store(Durability::process, [&] { data_->appendTokens(exchange, tokens); });
}

void Session::finish(std::int64_t exchange, const inference::Answer& answer) {
    const std::string run = inference::toJson(answer.run);
    data_->store(Durability::power, [&] {
        data_->checkIsStored(exchange);
        const auto stored = static_cast<std::size_t>(data_->nextPosition(exchange));
        if (stored < answer.tokens.size()) data_->appendTokens(exchange, std::span(answer.tokens).subspan(stored));
        if (!storeAnswer(data_->database, exchange, answer, run))
            throw Error("session.answer_has_ended", path(), {std::to_string(exchange)});
        data_->log->append(EventKind::answerFinished, exchange);
    });
    data_->nextPositions.erase(exchange);
    data_->lock.release(exchange);
}

void Session::fail(std::int64_t exchange, const std::string& message) {
    data_->store(Durability::power, [&] {
        data_->checkIsStored(exchange);
        if (!storeFailure(data_->database, exchange, message))
            throw Error("session.answer_has_ended", path(), {std::to_string(exchange)});
        data_->log->append(EventKind::answerFailed, exchange);
    });
    data_->nextPositions.erase(exchange);
    data_->lock.release(exchange);
}

Review Session::review(std::int64_t exchange, Review review) {
    if (review.timeMs == 0) review.timeMs = QDateTime::currentMSecsSinceEpoch();
    data_->store(Durability::power, [&] {
        data_->checkIsStored(exchange);
        const std::int64_t id = insertReview(data_->database, exchange, review);
        data_->log->append(EventKind::reviewSubmitted, id);
    });
    return review;
}

RecordedMeasurement Session::recordMeasurement(RecordedMeasurement measurement) {
    viewer::check(measurement.roi);
    if (measurement.timeMs == 0) measurement.timeMs = QDateTime::currentMSecsSinceEpoch();
    data_->store(Durability::power, [&] {
        if (measurement.id == 0) measurement.id = app::nextMeasurement(data_->database);
        data_->log->append(EventKind::measurementRecorded, insertMeasurement(data_->database, measurement));
    });
    return measurement;
}

void Session::removeMeasurement(std::int64_t id) {
    data_->store(Durability::power, [&] {
        const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
        data_->log->append(EventKind::measurementRemoved, insertRemoval(data_->database, id, now));
    });
}

std::vector<RecordedMeasurement> Session::measurements() const {
    return readMeasurements(data_->database);
}

std::int64_t Session::nextMeasurement() const {
    return app::nextMeasurement(data_->database);
}

void Session::recordExport(const ExportRecord& record, const std::filesystem::path& witness) {
    data_->store(Durability::power, [&] {
        const std::int64_t id = insertRow(data_->database, "exports",
                                          {{"format", record.format},
                                           {"file_name", record.fileName},
                                           {"sha256", record.sha256},
                                           {"last_event", record.head.sequence},
                                           {"time_ms", std::int64_t{QDateTime::currentMSecsSinceEpoch()}}});
        data_->log->append(EventKind::reportExported, id);
    });
    if (!witness.empty() && record.head.sequence > 0) appendToWitness(witness, record.head);
}

ReplayRecord Session::recordReplay(ReplayRecord record) {
    if (record.timeMs == 0) record.timeMs = QDateTime::currentMSecsSinceEpoch();
    data_->store(Durability::power, [&] {
        data_->checkIsStored(record.exchange);
        data_->log->append(EventKind::answerReplayed, insertReplay(data_->database, record));
    });
    return record;
}

void Session::importSession(const SessionSnapshot& session, const ImportRecord& record) {
    data_->store(Durability::power, [&] {
        const Database& database = data_->database;
        if (database.value(QStringLiteral("SELECT count(*) FROM conversations")).toInt() != 0)
            throw Error("session.not_empty", path());
        for (const ImportRecord& import : session.imports)
            data_->log->append(EventKind::sessionImported, insertImport(database, import));
        data_->log->append(EventKind::sessionImported, insertImport(database, record));
        if (!session.title.empty()) data_->log->append(EventKind::sessionTitled, insertTitle(database, session.title));
        for (const RecordedMeasurement& measurement : session.measurements)
            data_->log->append(EventKind::measurementRecorded, insertMeasurement(database, measurement));
        for (const Exchange& exchange : session.exchanges)
            data_->importExchange(exchange);
    });
}

void Session::recordActivity(Activity activity, const std::string& details) {
    constexpr std::array kKinds{EventKind::sessionOpened, EventKind::sessionClosed, EventKind::settingsChanged};
    data_->store(Durability::process, [&] {
        const std::int64_t id =
            insertRow(data_->database, "activities",
                      {{"details", details}, {"time_ms", std::int64_t{QDateTime::currentMSecsSinceEpoch()}}});
        data_->log->append(kKinds[static_cast<std::size_t>(activity)], id);
    });
}

bool Session::wasLeftOpen() const {
    const QByteArray opened = formatOf(EventKind::sessionOpened).word, closed = formatOf(EventKind::sessionClosed).word;
    Statement last(data_->database,
                   QStringLiteral("SELECT CAST(kind AS BLOB) AS kind FROM events WHERE kind IN (CAST(:opened AS TEXT),"
                                  " CAST(:closed AS TEXT)) ORDER BY sequence DESC LIMIT 1"));
    last.bind("opened", opened).bind("closed", closed).run();
    return last.next() && last.blob("kind") == opened;
}

std::string Session::sqliteVersion() const {
    return data_->database.value(QStringLiteral("SELECT sqlite_version()")).toString().toStdString();
}

void Session::setTitle(const std::string& title) {
    data_->store(Durability::power,
                 [&] { data_->log->append(EventKind::sessionTitled, insertTitle(data_->database, title)); });
}

std::string Session::title() const {
    return readTitle(data_->database);
}

std::vector<Exchange> Session::exchanges(Detail detail) const {
    const ReadTransaction moment(data_->database);
    return data_->readAll(detail);
}

Exchange Session::exchange(std::int64_t id) const {
    const ReadTransaction moment(data_->database);
    data_->checkIsStored(id);
    return std::move(readExchanges(data_->database, Detail::complete, id).front());
}

std::optional<Verification> Session::verify(const std::stop_token& stop,
                                            const std::function<void(double fraction)>& progress) const {
    if (data_->database.version() < kFirstVersionWithEvents) return {};
    const ReadTransaction moment(data_->database);
    return app::verify(data_->database, Pictures::check, stop, progress);
}

Audit Session::audit(const std::vector<WitnessedHead>& witnessed, const std::string& wantedHead,
                     const std::stop_token& stop, const std::function<void(double fraction)>& progress) const {
    if (data_->database.version() < kFirstVersionWithEvents) throw Error("session.no_log", path());
    const ReadTransaction moment(data_->database);
    return app::audit(data_->database, witnessed, wantedHead, stop, progress);
}

SessionSnapshot Session::snapshot(const std::stop_token& stop, Detail detail) const {
    const ReadTransaction moment(data_->database);
    SessionSnapshot snapshot;
    snapshot.session = path();
    snapshot.title = readTitle(data_->database);
    snapshot.imports = readImports(data_->database);
    snapshot.measurements = readMeasurements(data_->database);
    snapshot.exchanges = data_->readAll(detail, stop);  // compares pixels that it reads with their digests
    if (data_->database.version() >= kFirstVersionWithEvents)
        snapshot.record = app::verify(data_->database, Pictures::skip, stop);
    return snapshot;
}

}  // namespace fleming::app
