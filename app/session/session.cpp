#include "app/session/session.h"

#include "app/evidence/provenance_json.h"
#include "app/session/database.h"
#include "app/session/exchange_reader.h"
#include "app/session/stored_image.h"
#include "app/session/stored_words.h"
#include "app/session/writer_lock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <bit>
#include <cmath>
#include <optional>

namespace fleming::app {

namespace {

using Durability = Database::Durability;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

QByteArray word(const char* text) {
    return QByteArray(text);
}

[[noreturn]] void throwNoExchange(std::int64_t exchange) {
    throw Error(Text::tr("The session has no question number %1.").arg(exchange).toStdString());
}

std::int64_t insertImage(Database& database, const viewer::RgbImage& image, const std::string& sha256,
                         const QByteArray& png) {
    QSqlQuery find = database.prepare(
        QStringLiteral("SELECT id FROM images WHERE sha256 = CAST(? AS TEXT) AND width = ? AND height = ?"));
    find.addBindValue(toColumn(sha256));
    find.addBindValue(image.width);
    find.addBindValue(image.height);
    database.run(find);
    if (find.next()) return find.value(0).toLongLong();
    QSqlQuery insert = database.prepare(
        QStringLiteral("INSERT INTO images (sha256, width, height, png) VALUES (CAST(? AS TEXT), ?, ?, ?)"));
    insert.addBindValue(toColumn(sha256));
    insert.addBindValue(image.width);
    insert.addBindValue(image.height);
    insert.addBindValue(png);
    database.run(insert);
    return insert.lastInsertId().toLongLong();
}

std::int64_t insertModel(Database& database, const ModelIdentity& model) {
    const inference::ModelInfo& info = model.info;
    const auto bindIdentity = [&](QSqlQuery& query) {
        query.addBindValue(toColumn(info.name));
        query.addBindValue(toColumn(info.path.string()));
        query.addBindValue(toColumn(model.sha256));
        query.addBindValue(toColumn(info.architecture));
        query.addBindValue(qlonglong{info.parameters});
        query.addBindValue(toColumn(info.typeName()));
        query.addBindValue(toColumn(info.device));
    };
    QSqlQuery insert = database.prepare(QStringLiteral(
        "INSERT INTO models (name, path, sha256, architecture, parameters, dtype, device, description) VALUES"
        " (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT),"
        " CAST(? AS TEXT)) ON CONFLICT (name, path, sha256, architecture, parameters, dtype, device) DO UPDATE SET "
        "description = excluded.description"));
    bindIdentity(insert);
    insert.addBindValue(toColumn(info.description));
    database.run(insert);
    QSqlQuery find = database.prepare(QStringLiteral(
        "SELECT id FROM models WHERE name = CAST(? AS TEXT) AND path = CAST(? AS TEXT) AND sha256 = CAST(? AS TEXT)"
        " AND architecture = CAST(? AS TEXT) AND parameters = ? AND dtype = CAST(? AS TEXT) AND device = CAST(? AS "
        "TEXT)"));
    bindIdentity(find);
    database.run(find);
    find.next();
    return find.value(0).toLongLong();
}

/// The conversation's pictures so far: those of a failed exchange were never part of it.
int imagesOf(Database& database, std::int64_t conversation) {
    QSqlQuery query =
        database.prepare(QStringLiteral("SELECT count(*) FROM evidence v JOIN exchanges e ON e.id = v.exchange WHERE "
                                        "e.conversation = ? AND e.state <> 'failed'"));
    query.addBindValue(qlonglong{conversation});
    database.run(query);
    query.next();
    return query.value(0).toInt();
}

std::int64_t insertExchange(Database& database, std::int64_t conversation, const Question& question,
                            std::int64_t model) {
    QSqlQuery query = database.prepare(QStringLiteral(
        "INSERT INTO exchanges (conversation, model, asked_ms, question, system_text, reasoning_prompt, max_new_tokens,"
        " temperature, top_k, top_p, seed, first_image, state) VALUES"
        " (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, 'streaming')"));
    query.addBindValue(qlonglong{conversation});
    query.addBindValue(qlonglong{model});
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    query.addBindValue(toColumn(question.text));
    query.addBindValue(toColumn(question.systemText));
    query.addBindValue(question.reasoningPrompt ? 1 : 0);
    query.addBindValue(question.options.maxNewTokens);
    query.addBindValue(question.options.temperature);
    query.addBindValue(question.options.topK);
    query.addBindValue(question.options.topP);
    query.addBindValue(qlonglong{std::bit_cast<std::int64_t>(question.options.seed)});
    query.addBindValue(1 + imagesOf(database, conversation));
    database.run(query);
    return query.lastInsertId().toLongLong();
}

void insertEvidence(Database& database, std::int64_t exchange, int position, std::int64_t image,
                    const viewer::Provenance& provenance) {
    QSqlQuery query = database.prepare(QStringLiteral(
        "INSERT INTO evidence (exchange, position, image, provenance) VALUES (?, ?, ?, CAST(? AS TEXT))"));
    query.addBindValue(qlonglong{exchange});
    query.addBindValue(position);
    query.addBindValue(qlonglong{image});
    query.addBindValue(QJsonDocument(toJson(provenance)).toJson(QJsonDocument::Compact));
    database.run(query);
}

}  // namespace

const char* toString(Verdict verdict) {
    return wordOf(kVerdicts, verdict);
}
Verdict verdictFromString(const std::string& text) {
    return valueOf(kVerdicts, text);
}

struct Session::Data {
    Data(const std::filesystem::path& file, Access access)
        : lock(std::filesystem::absolute(file)),
          database(file, access == Access::write ? Database::Claim([this] { return lock.holdSession(); })
                                                 : Database::Claim()),
          readOnlyReason(database.readOnlyReason().toStdString()) {
        if (!readOnlyReason.empty()) return;
        insertToken.emplace(database.prepare(QStringLiteral(
            "INSERT INTO tokens (exchange, position, token, text, log_probability, channel, parts)"
            " SELECT ?, COALESCE(MAX(position) + 1, 0), ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT)"
            " FROM tokens WHERE exchange = ?")));
        interruptAbandoned();
    }

    void interruptAbandoned();
    void appendTokens(std::int64_t exchange, std::span<const inference::Token> tokens);
    int storedTokens(std::int64_t exchange) const;
    Database& toWrite();

    WriterLock lock;
    Database database;
    std::string readOnlyReason;
    std::optional<QSqlQuery> insertToken;  // prepared once: it runs for every token
};

Database& Session::Data::toWrite() {
    if (!readOnlyReason.empty()) throw Error(readOnlyReason);
    return database;
}

void Session::Data::interruptAbandoned() {
    Transaction transaction(database, Durability::power);
    std::vector<qlonglong> abandoned;
    QSqlQuery streaming = database.prepare(QStringLiteral("SELECT id FROM exchanges WHERE state = 'streaming'"));
    database.run(streaming);
    while (streaming.next()) {
        const qlonglong id = streaming.value(0).toLongLong();
        if (!lock.isHeld(id)) abandoned.push_back(id);
    }
    streaming.finish();
    for (const qlonglong id : abandoned) {
        QSqlQuery update = database.prepare(QStringLiteral("UPDATE exchanges SET state = 'interrupted' WHERE id = ?"));
        update.addBindValue(id);
        database.run(update);
    }
    transaction.commit();
}

void Session::Data::appendTokens(std::int64_t exchange, std::span<const inference::Token> tokens) {
    for (const inference::Token& token : tokens) {
        insertToken->bindValue(0, qlonglong{exchange});
        insertToken->bindValue(1, token.id);
        insertToken->bindValue(2, toColumn(token.text));
        insertToken->bindValue(3,
                               std::isnan(token.logProbability) ? QVariant() : QVariant(double{token.logProbability}));
        insertToken->bindValue(4, word(wordOf(kChannels, token.channel)));
        insertToken->bindValue(5, token.parts.size() > 1 ? QVariant(toColumn(wordsOf(token.parts))) : QVariant());
        insertToken->bindValue(6, qlonglong{exchange});
        database.run(*insertToken);
    }
}

int Session::Data::storedTokens(std::int64_t exchange) const {
    QSqlQuery query = database.prepare(QStringLiteral("SELECT count(*) FROM tokens WHERE exchange = ?"));
    query.addBindValue(qlonglong{exchange});
    database.run(query);
    query.next();
    return query.value(0).toInt();
}

Session::Session(const std::filesystem::path& file, Access access) : data_(std::make_unique<Data>(file, access)) {}

Session::~Session() = default;

const std::filesystem::path& Session::path() const {
    return data_->database.path();
}
const std::string& Session::readOnlyReason() const {
    return data_->readOnlyReason;
}

std::int64_t Session::newConversation() {
    Transaction transaction(data_->toWrite(), Durability::process);
    QSqlQuery query = data_->database.prepare(QStringLiteral("INSERT INTO conversations (started_ms) VALUES (?)"));
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    data_->database.run(query);
    const std::int64_t id = query.lastInsertId().toLongLong();
    transaction.commit();
    return id;
}

std::int64_t Session::begin(std::int64_t conversation, const Question& question, const ModelIdentity& model) {
    Database& database = data_->toWrite();
    std::vector<QByteArray> pictures;  // packed before the file is locked for writing
    for (const viewer::Frame& frame : question.evidence)
        pictures.push_back(toPng(frame.image));

    Transaction transaction(database, Durability::power);
    const std::int64_t exchange = insertExchange(database, conversation, question, insertModel(database, model));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const viewer::Frame& frame = question.evidence[i];
        const std::int64_t image = insertImage(database, frame.image, pixelsSha256(frame.image), pictures[i]);
        insertEvidence(database, exchange, static_cast<int>(i), image, frame.provenance);
    }
    data_->lock.hold(exchange);  // before anybody can see that it streams
    try {
        transaction.commit();
    } catch (...) {
        data_->lock.release(exchange);
        throw;
    }
    return exchange;
}

void Session::append(std::int64_t exchange, const inference::Token& token) {
    append(exchange, std::span(&token, 1));
}

void Session::append(std::int64_t exchange, std::span<const inference::Token> tokens) {
    Transaction transaction(data_->toWrite(), Durability::process);
    data_->appendTokens(exchange, tokens);
    transaction.commit();
}

void Session::finish(std::int64_t exchange, const inference::Answer& answer) {
    Transaction transaction(data_->toWrite(), Durability::power);
    QSqlQuery query = data_->database.prepare(QStringLiteral(
        "UPDATE exchanges SET state = 'done', text = CAST(? AS TEXT), reasoning = CAST(? AS TEXT), final_answer = "
        "CAST(? AS TEXT),"
        " finish = CAST(? AS TEXT), prompt_tokens = ?, prefilled_tokens = ?, image_tokens = ?, vision_seconds = ?,"
        " prefill_seconds = ?, decode_seconds = ?, tokens_per_second = ?, prompt_ids = ? WHERE id = ?"));
    query.addBindValue(toColumn(answer.text));
    query.addBindValue(toColumn(answer.reasoning));
    query.addBindValue(toColumn(answer.finalAnswer));
    query.addBindValue(word(wordOf(kFinishes, answer.finish)));
    query.addBindValue(answer.promptTokens);
    query.addBindValue(answer.prefilledTokens);
    query.addBindValue(answer.imageTokens);
    query.addBindValue(answer.timing.visionSeconds);
    query.addBindValue(answer.timing.prefillSeconds);
    query.addBindValue(answer.timing.decodeSeconds);
    query.addBindValue(answer.timing.tokensPerSecond);
    query.addBindValue(answer.promptIds.empty() ? QVariant() : QVariant(bytesOf(answer.promptIds)));
    query.addBindValue(qlonglong{exchange});
    data_->database.run(query);
    if (query.numRowsAffected() != 1) throwNoExchange(exchange);
    const auto stored = static_cast<std::size_t>(data_->storedTokens(exchange));
    if (stored < answer.tokens.size()) data_->appendTokens(exchange, std::span(answer.tokens).subspan(stored));
    transaction.commit();
    data_->lock.release(exchange);
}

void Session::fail(std::int64_t exchange, const std::string& message) {
    Transaction transaction(data_->toWrite(), Durability::power);
    QSqlQuery query = data_->database.prepare(
        QStringLiteral("UPDATE exchanges SET state = 'failed', failure = CAST(? AS TEXT) WHERE id = ?"));
    query.addBindValue(toColumn(message));
    query.addBindValue(qlonglong{exchange});
    data_->database.run(query);
    if (query.numRowsAffected() != 1) throwNoExchange(exchange);
    transaction.commit();
    data_->lock.release(exchange);
}

void Session::review(std::int64_t exchange, Review review) {
    if (review.timeMs == 0) review.timeMs = QDateTime::currentMSecsSinceEpoch();
    Transaction transaction(data_->toWrite(), Durability::power);
    QSqlQuery query = data_->database.prepare(
        QStringLiteral("INSERT INTO reviews (exchange, verdict, comment, reviewer, time_ms)"
                       " SELECT id, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ? FROM exchanges WHERE id = ?"));
    query.addBindValue(word(wordOf(kVerdicts, review.verdict)));
    query.addBindValue(toColumn(review.comment));
    query.addBindValue(toColumn(review.reviewer));
    query.addBindValue(qlonglong{review.timeMs});
    query.addBindValue(qlonglong{exchange});
    data_->database.run(query);
    if (query.numRowsAffected() != 1) throwNoExchange(exchange);
    transaction.commit();
}

std::vector<Exchange> Session::exchanges() const {
    std::vector<Exchange> exchanges = readExchanges(data_->database);
    for (Exchange& exchange : exchanges) {
        // Nobody has marked it in a file that is read only.
        if (exchange.state == ExchangeState::streaming && !data_->lock.isHeld(exchange.id))
            exchange.state = ExchangeState::interrupted;
    }
    return exchanges;
}

Exchange Session::exchange(std::int64_t id) const {
    std::vector<Exchange> found = readExchanges(data_->database, id);
    if (found.empty()) throwNoExchange(id);
    return std::move(found.front());
}

}  // namespace fleming::app
