#include "app/session/session.h"

#include "app/evidence/provenance_json.h"
#include "app/session/file/database.h"
#include "app/session/file/exchange_reader.h"
#include "app/session/file/migrations.h"
#include "app/session/file/statement.h"
#include "app/session/file/stored_image.h"
#include "app/session/file/stored_values.h"
#include "app/session/file/writer_lock.h"
#include "app/session/log/event_log.h"
#include "app/session/log/verification.h"
#include "app/session/log/witness.h"
#include "base/sha256.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>
#include <bit>
#include <cmath>
#include <map>

namespace fleming::app {

namespace {

using Durability = Database::Durability;

std::string digestOf(const viewer::Frame& frame) {
    const std::string& known = frame.provenance.pixelsSha256;
    return known.empty() ? sha256(std::as_bytes(std::span(frame.image.rgb))) : known;
}

/// Inserts an image unless it is stored, and returns its id.
std::int64_t storeImage(const Database& database, const viewer::RgbImage& image, const std::string& sha256,
                        const QByteArray& png) {
    Statement find(database, QStringLiteral("SELECT id FROM images WHERE sha256 = CAST(:sha256 AS TEXT)"
                                            " AND width = :width AND height = :height"));
    find.bind("sha256", sha256).bind("width", image.width).bind("height", image.height).run();
    if (find.next()) return find.number("id");
    return insertRow(database, "images",
                     {{"sha256", sha256}, {"width", image.width}, {"height", image.height}, {"png", png}});
}

/// Inserts a model unless it is stored, and returns its id.
std::int64_t storeModel(const Database& database, const ModelIdentity& model) {
    const inference::ModelInfo& info = model.info;
    Statement find(
        database, QStringLiteral("SELECT id FROM models WHERE name = CAST(:name AS TEXT) AND path = CAST(:path AS TEXT)"
                                 " AND sha256 = CAST(:sha256 AS TEXT) AND architecture = CAST(:architecture AS TEXT)"
                                 " AND parameters = :parameters AND dtype = CAST(:dtype AS TEXT)"
                                 " AND device = CAST(:device AS TEXT) AND description = CAST(:description AS TEXT)"));
    const std::int64_t parameters = info.parameters;
    find.bind("name", info.name)
        .bind("path", info.path.string())
        .bind("sha256", model.sha256)
        .bind("architecture", info.architecture)
        .bind("parameters", parameters)
        .bind("dtype", info.typeName())
        .bind("device", info.device)
        .bind("description", info.description)
        .run();
    if (find.next()) return find.number("id");
    return insertRow(database, "models",
                     {{"name", info.name},
                      {"path", info.path.string()},
                      {"sha256", model.sha256},
                      {"architecture", info.architecture},
                      {"parameters", parameters},
                      {"dtype", info.typeName()},
                      {"device", info.device},
                      {"description", info.description}});
}

/// Returns how many images a conversation has so far. Those of a failed exchange never became part of it.
int countImages(const Database& database, std::int64_t conversation) {
    Statement count(database,
                    QStringLiteral("SELECT count(*) AS images FROM evidence v JOIN exchanges e ON e.id = v.exchange"
                                   " WHERE e.conversation = :conversation AND e.state <> 'failed'"));
    count.bind("conversation", conversation).run();
    count.next();
    return count.integer("images");
}

std::int64_t insertExchange(const Database& database, const Exchange& exchange, std::int64_t model) {
    return insertRow(database, "exchanges",
                     {{"conversation", exchange.conversation},
                      {"model", model},
                      {"asked_ms", exchange.askedMs},
                      {"question", exchange.question},
                      {"system_text", exchange.systemText},
                      {"reasoning_prompt", exchange.reasoningPrompt ? 1 : 0},
                      {"max_new_tokens", exchange.options.maxNewTokens},
                      {"temperature", exchange.options.temperature},
                      {"top_k", exchange.options.topK},
                      {"top_p", exchange.options.topP},
                      {"seed", std::bit_cast<std::int64_t>(exchange.options.seed)},
                      {"first_image", exchange.firstImage},
                      {"state", toWord(kStates, exchange.state)}});
}

void insertEvidence(const Database& database, std::int64_t exchange, int position, std::int64_t image,
                    const viewer::Provenance& provenance) {
    const QByteArray json = QJsonDocument(toJson(provenance)).toJson(QJsonDocument::Compact);
    insertRow(database, "evidence",
              {{"exchange", exchange}, {"position", position}, {"image", image}, {"provenance", json.toStdString()}});
}

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
        : lock(std::filesystem::absolute(file)),
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
    std::int64_t& nextPosition(std::int64_t exchange);
    std::vector<Exchange> readAll(const std::stop_token& stop = {}) const;

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
        for (const std::int64_t id : abandoned) {
            updateRow(database, "exchanges", {{"state", toWord(kStates, ExchangeState::interrupted)}}, "id = :id", id);
            log->append(EventKind::answerInterrupted, id);
        }
    });
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

std::vector<Exchange> Session::Data::readAll(const std::stop_token& stop) const {
    std::vector<Exchange> exchanges = readExchanges(database, {}, stop);
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

Exchange Session::begin(std::int64_t conversation, const Question& question, const ModelIdentity& model) {
    data_->checkWritable();
    const Database& database = data_->database;
    Exchange exchange = makeExchange(conversation, question, model);
    std::vector<QByteArray> pngs;  // encoded before the file is locked for writing
    for (const viewer::Frame& frame : exchange.evidence)
        pngs.push_back(toPng(frame.image));
    try {
        data_->store(Durability::power, [&] {
            exchange.firstImage = 1 + countImages(database, conversation);
            exchange.id = insertExchange(database, exchange, storeModel(database, model));
            for (std::size_t i = 0; i < pngs.size(); ++i) {
                const viewer::Frame& frame = exchange.evidence[i];
                const std::int64_t image = storeImage(database, frame.image, digestOf(frame), pngs[i]);
                insertEvidence(database, exchange.id, static_cast<int>(i), image, frame.provenance);
            }
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
    data_->store(Durability::power, [&] {
        data_->checkIsStored(exchange);
        const auto stored = static_cast<std::size_t>(data_->nextPosition(exchange));
        if (stored < answer.tokens.size()) data_->appendTokens(exchange, std::span(answer.tokens).subspan(stored));
        const std::int64_t rows =
            updateRow(data_->database, "exchanges",
                      {{"state", toWord(kStates, ExchangeState::done)},
                       {"text", answer.text},
                       {"reasoning", answer.reasoning},
                       {"final_answer", answer.finalAnswer},
                       {"finish", toWord(kFinishes, answer.finish)},
                       {"prompt_tokens", answer.promptTokens},
                       {"prefilled_tokens", answer.prefilledTokens},
                       {"image_tokens", answer.imageTokens},
                       {"vision_seconds", answer.timing.visionSeconds},
                       {"prefill_seconds", answer.timing.prefillSeconds},
                       {"decode_seconds", answer.timing.decodeSeconds},
                       {"tokens_per_second", answer.timing.tokensPerSecond},
                       {"prompt_ids", answer.promptIds.empty() ? SqlValue(std::nullopt)
                                                               : SqlValue(encodeTokenIds(answer.promptIds))}},
                      "id = :id AND state = 'streaming'", exchange);
        if (rows != 1) throw Error("session.answer_has_ended", path(), {std::to_string(exchange)});
        data_->log->append(EventKind::answerFinished, exchange);
    });
    data_->nextPositions.erase(exchange);
    data_->lock.release(exchange);
}

void Session::fail(std::int64_t exchange, const std::string& message) {
    data_->store(Durability::power, [&] {
        data_->checkIsStored(exchange);
        const std::int64_t rows = updateRow(data_->database, "exchanges",
                                            {{"state", toWord(kStates, ExchangeState::failed)}, {"failure", message}},
                                            "id = :id AND failure IS NULL", exchange);
        if (rows != 1) throw Error("session.answer_has_ended", path(), {std::to_string(exchange)});
        data_->log->append(EventKind::answerFailed, exchange);
    });
    data_->nextPositions.erase(exchange);
    data_->lock.release(exchange);
}

Review Session::review(std::int64_t exchange, Review review) {
    if (review.timeMs == 0) review.timeMs = QDateTime::currentMSecsSinceEpoch();
    data_->store(Durability::power, [&] {
        data_->checkIsStored(exchange);
        const std::int64_t id = insertRow(data_->database, "reviews",
                                          {{"exchange", exchange},
                                           {"verdict", toWord(kVerdicts, review.verdict)},
                                           {"comment", review.comment},
                                           {"reviewer", review.reviewer},
                                           {"time_ms", review.timeMs}});
        data_->log->append(EventKind::reviewGiven, id);
    });
    return review;
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

std::vector<Exchange> Session::exchanges() const {
    const ReadTransaction moment(data_->database);
    return data_->readAll();
}

Exchange Session::exchange(std::int64_t id) const {
    const ReadTransaction moment(data_->database);
    data_->checkIsStored(id);
    return std::move(readExchanges(data_->database, id).front());
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

SessionSnapshot Session::snapshot(const std::stop_token& stop) const {
    const ReadTransaction moment(data_->database);
    SessionSnapshot snapshot;
    snapshot.session = path();
    snapshot.exchanges = data_->readAll(stop);  // compares the evidence with its digests
    if (data_->database.version() >= kFirstVersionWithEvents)
        snapshot.record = app::verify(data_->database, Pictures::skip, stop);
    return snapshot;
}

}  // namespace fleming::app
