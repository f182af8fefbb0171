#include "app/session/exchange_reader.h"

#include "app/evidence/provenance_json.h"
#include "app/session/stored_image.h"
#include "app/session/stored_words.h"
#include "inference/reasoning_parser.h"

#include <QJsonDocument>

#include <bit>
#include <limits>

namespace fleming::app {

namespace {

/// Reads a row's columns in their order.
class Columns {
public:
    explicit Columns(const QSqlQuery& query) : query_(query) {}
    std::int64_t number() { return query_.value(next_++).toLongLong(); }
    int integer() { return query_.value(next_++).toInt(); }
    double real() { return query_.value(next_++).toDouble(); }
    QVariant any() { return query_.value(next_++); }
    std::string text() { return fromColumn(query_.value(next_++)); }

private:
    const QSqlQuery& query_;
    int next_ = 0;
};

/// The columns that readRow() reads. Files of older versions, which cannot be brought to ours, lack some of them.
QString exchangeColumns(int version) {
    return QStringLiteral(
               "SELECT e.id, e.conversation, e.asked_ms, CAST(e.question AS BLOB), CAST(e.system_text AS BLOB), "
               "e.reasoning_prompt,"
               " e.max_new_tokens, e.temperature, e.top_k, e.top_p, e.seed, e.first_image, CAST(e.state AS BLOB),"
               " CAST(e.failure AS BLOB), CAST(m.name AS BLOB), CAST(m.path AS BLOB), CAST(m.sha256 AS BLOB), "
               "CAST(m.dtype AS BLOB),"
               " CAST(m.device AS BLOB), %1, CAST(e.text AS BLOB), CAST(e.reasoning AS BLOB), CAST(e.final_answer AS "
               "BLOB),"
               " CAST(e.finish AS BLOB), e.prompt_tokens, e.prefilled_tokens, e.image_tokens, e.vision_seconds, "
               "e.prefill_seconds,"
               " e.decode_seconds, e.tokens_per_second, %2"
               " FROM exchanges e JOIN models m ON m.id = e.model")
        .arg(version >= 2 ? QStringLiteral("CAST(m.description AS BLOB)") : QStringLiteral("''"),
             version >= 3 ? QStringLiteral("e.prompt_ids") : QStringLiteral("NULL"));
}

void readAnswer(Columns& columns, inference::Answer& answer) {
    answer.text = columns.text();
    answer.reasoning = columns.text();
    answer.finalAnswer = columns.text();
    answer.finish = valueOf(kFinishes, columns.text());
    answer.promptTokens = columns.integer();
    answer.prefilledTokens = columns.integer();
    answer.imageTokens = columns.integer();
    answer.timing.visionSeconds = columns.real();
    answer.timing.prefillSeconds = columns.real();
    answer.timing.decodeSeconds = columns.real();
    answer.timing.tokensPerSecond = columns.real();
    answer.promptIds = idsOf(columns.any().toByteArray());
}

Exchange readRow(const QSqlQuery& query) {
    Columns columns(query);
    Exchange exchange;
    exchange.id = columns.number();
    exchange.conversation = columns.number();
    exchange.askedMs = columns.number();
    exchange.question = columns.text();
    exchange.systemText = columns.text();
    exchange.reasoningPrompt = columns.integer() != 0;
    exchange.options.maxNewTokens = columns.integer();
    exchange.options.temperature = columns.real();
    exchange.options.topK = columns.integer();
    exchange.options.topP = columns.real();
    exchange.options.seed = std::bit_cast<std::uint64_t>(columns.number());
    exchange.firstImage = columns.integer();
    exchange.state = valueOf(kStates, columns.text());
    exchange.failure = columns.text();
    exchange.modelName = columns.text();
    exchange.modelPath = columns.text();
    exchange.modelSha256 = columns.text();
    exchange.dtype = columns.text();
    exchange.device = columns.text();
    exchange.modelDescription = columns.text();
    if (exchange.state == ExchangeState::done) readAnswer(columns, exchange.answer);
    return exchange;
}

QSqlQuery ofExchange(const Database& database, const QString& sql, std::int64_t exchange) {
    QSqlQuery query = database.prepare(sql);
    query.addBindValue(qlonglong{exchange});
    database.run(query);
    return query;
}

void readTokens(const Database& database, Exchange& exchange) {
    QSqlQuery query =
        ofExchange(database,
                   QStringLiteral("SELECT token, CAST(text AS BLOB), log_probability, CAST(channel AS BLOB),"
                                  " CAST(parts AS BLOB) FROM tokens WHERE exchange = ? ORDER BY position"),
                   exchange.id);
    while (query.next()) {
        Columns columns(query);
        inference::Token token;
        token.id = columns.integer();
        token.text = columns.text();
        const QVariant logProbability = columns.any();
        token.logProbability =
            logProbability.isNull() ? std::numeric_limits<float>::quiet_NaN() : logProbability.toFloat();
        token.channel = valueOf(kChannels, columns.text());
        token.parts = partsOf(columns.text(), token);
        exchange.answer.tokens.push_back(std::move(token));
    }
}

/// What can be said of an answer that never came to its end.
void assembleFromTokens(inference::Answer& answer) {
    for (const inference::Token& token : answer.tokens)
        answer.text += token.text;
    const inference::ParsedAnswer parsed = inference::parseAnswer(answer.text);
    answer.reasoning = parsed.reasoning;
    answer.finalAnswer = parsed.finalAnswer;
    answer.finish = inference::Finish::cancelled;
}

void readEvidence(const Database& database, Exchange& exchange) {
    QSqlQuery query = ofExchange(database,
                                 QStringLiteral("SELECT i.png, CAST(i.sha256 AS BLOB), CAST(v.provenance AS BLOB)"
                                                " FROM evidence v JOIN images i ON i.id = v.image"
                                                " WHERE v.exchange = ? ORDER BY v.position"),
                                 exchange.id);
    while (query.next()) {
        Columns columns(query);
        const QByteArray png = columns.any().toByteArray();
        viewer::Frame frame;
        frame.image = fromPng(png, columns.text());
        frame.provenance = provenanceFromJson(QJsonDocument::fromJson(columns.any().toByteArray()).object());
        exchange.evidence.push_back(std::move(frame));
    }
}

void readReviews(const Database& database, Exchange& exchange) {
    QSqlQuery query =
        ofExchange(database,
                   QStringLiteral("SELECT CAST(verdict AS BLOB), CAST(comment AS BLOB), CAST(reviewer AS BLOB),"
                                  " time_ms FROM reviews WHERE exchange = ? ORDER BY id"),
                   exchange.id);
    while (query.next()) {
        Columns columns(query);
        Review review;
        review.verdict = valueOf(kVerdicts, columns.text());
        review.comment = columns.text();
        review.reviewer = columns.text();
        review.timeMs = columns.number();
        exchange.reviews.push_back(std::move(review));
    }
}

/// Holds the file's state as it is at the first read, whatever others write meanwhile.
class Snapshot {
public:
    explicit Snapshot(const Database& database) : database_(database) { database_.run(QStringLiteral("BEGIN")); }
    ~Snapshot() {
        try {
            database_.run(QStringLiteral("COMMIT"));
        } catch (const Error&) {
            // Nothing was written.
        }
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    const Database& database_;
};

}  // namespace

std::vector<Exchange> readExchanges(const Database& database, std::optional<std::int64_t> only) {
    const Snapshot snapshot(database);
    QSqlQuery query = database.prepare(exchangeColumns(database.version()) +
                                       (only ? QStringLiteral(" WHERE e.id = ?") : QStringLiteral(" ORDER BY e.id")));
    if (only) query.addBindValue(qlonglong{*only});
    database.run(query);
    std::vector<Exchange> exchanges;
    while (query.next())
        exchanges.push_back(readRow(query));
    query.finish();
    for (Exchange& exchange : exchanges) {
        readTokens(database, exchange);
        if (exchange.state != ExchangeState::done) assembleFromTokens(exchange.answer);
        readEvidence(database, exchange);
        readReviews(database, exchange);
    }
    return exchanges;
}

}  // namespace fleming::app
