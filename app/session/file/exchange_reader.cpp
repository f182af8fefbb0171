#include "app/session/file/exchange_reader.h"

#include "app/evidence/provenance_json.h"
#include "app/session/file/database.h"
#include "app/session/file/migrations.h"
#include "app/session/file/record_reader.h"
#include "app/session/file/review_reader.h"
#include "app/session/file/statement.h"
#include "app/session/file/stored_image.h"
#include "app/session/file/stored_values.h"
#include "base/error.h"
#include "inference/reasoning_parser.h"

#include <QJsonDocument>

#include <bit>
#include <limits>

namespace fleming::app {

namespace {

bool hasReviewDetails(int version) {
    return version >= kFirstVersionWithReviewDetails;
}

/// Selects what readRow() reads. Files of older versions lack some columns.
QString selectExchanges(int version, Detail detail) {
    return QStringLiteral(
               "SELECT e.id AS id, e.conversation AS conversation, e.asked_ms AS asked_ms,"
               " CAST(e.question AS BLOB) AS question, CAST(e.system_text AS BLOB) AS system_text,"
               " e.reasoning_prompt AS reasoning_prompt, e.max_new_tokens AS max_new_tokens,"
               " e.temperature AS temperature, e.top_k AS top_k, e.top_p AS top_p, e.seed AS seed,"
               " e.first_image AS first_image, CAST(e.state AS BLOB) AS state, CAST(e.failure AS BLOB) AS failure,"
               " CAST(m.name AS BLOB) AS model_name, CAST(m.path AS BLOB) AS model_path,"
               " CAST(m.sha256 AS BLOB) AS model_sha256, CAST(m.dtype AS BLOB) AS dtype,"
               " CAST(m.device AS BLOB) AS device, %1 AS description, CAST(e.text AS BLOB) AS text,"
               " CAST(e.reasoning AS BLOB) AS reasoning, CAST(e.final_answer AS BLOB) AS final_answer,"
               " CAST(e.finish AS BLOB) AS finish, e.prompt_tokens AS prompt_tokens,"
               " e.prefilled_tokens AS prefilled_tokens, e.image_tokens AS image_tokens,"
               " e.vision_seconds AS vision_seconds, e.prefill_seconds AS prefill_seconds,"
               " e.decode_seconds AS decode_seconds, e.tokens_per_second AS tokens_per_second, %2 AS prompt_ids,"
               " %3 AS follows, %4 AS run"
               " FROM exchanges e JOIN models m ON m.id = e.model")
        .arg(version >= 2 ? QStringLiteral("CAST(m.description AS BLOB)") : QStringLiteral("''"),
             version >= 3 && detail == Detail::complete ? QStringLiteral("e.prompt_ids") : QStringLiteral("NULL"),
             hasReviewDetails(version) ? QStringLiteral("e.follows") : QString::fromLatin1(kPreviousExchange),
             hasReviewDetails(version) ? QStringLiteral("CAST(e.run AS BLOB)") : QStringLiteral("NULL"));
}

inference::Answer readAnswer(const Statement& row) {
    inference::Answer answer;
    answer.text = row.text("text");
    answer.reasoning = row.text("reasoning");
    answer.finalAnswer = row.text("final_answer");
    answer.finish = fromWord(kFinishes, row.text("finish"));
    answer.promptTokens = row.integer("prompt_tokens");
    answer.prefilledTokens = row.integer("prefilled_tokens");
    answer.imageTokens = row.integer("image_tokens");
    answer.timing.visionSeconds = row.real("vision_seconds");
    answer.timing.prefillSeconds = row.real("prefill_seconds");
    answer.timing.decodeSeconds = row.real("decode_seconds");
    answer.timing.tokensPerSecond = row.real("tokens_per_second");
    answer.promptIds = decodeTokenIds(row.blob("prompt_ids"));
    return answer;
}

Exchange readRow(const Statement& row) {
    Exchange exchange;
    exchange.id = row.number("id");
    exchange.conversation = row.number("conversation");
    exchange.askedMs = row.number("asked_ms");
    exchange.question = row.text("question");
    exchange.systemText = row.text("system_text");
    exchange.reasoningPrompt = row.integer("reasoning_prompt") != 0;
    exchange.options.maxNewTokens = row.integer("max_new_tokens");
    exchange.options.temperature = row.real("temperature");
    exchange.options.topK = row.integer("top_k");
    exchange.options.topP = row.real("top_p");
    exchange.options.seed = std::bit_cast<std::uint64_t>(row.number("seed"));
    exchange.firstImage = row.integer("first_image");
    exchange.state = fromWord(kStates, row.text("state"));
    exchange.failure = row.text("failure");
    exchange.modelName = row.text("model_name");
    exchange.modelPath = row.text("model_path");
    exchange.modelSha256 = row.text("model_sha256");
    exchange.dtype = row.text("dtype");
    exchange.device = row.text("device");
    exchange.modelDescription = row.text("description");
    exchange.follows = row.number("follows");
    exchange.run = row.text("run");
    if (exchange.state == ExchangeState::done) exchange.answer = readAnswer(row);
    return exchange;
}

std::int64_t countTokens(Statement& rows, std::int64_t exchange) {
    rows.bind("exchange", exchange).run();
    return rows.next() ? rows.number("tokens") : 0;
}

void readTokens(Statement& rows, Exchange& exchange) {
    for (rows.bind("exchange", exchange.id).run(); rows.next();) {
        inference::Token token;
        token.id = rows.integer("token");
        token.text = rows.text("text");
        token.logProbability = rows.isNull("log_probability") ? std::numeric_limits<float>::quiet_NaN()
                                                              : static_cast<float>(rows.real("log_probability"));
        token.channel = fromWord(kChannels, rows.text("channel"));
        token.parts = decodeParts(rows.text("parts"), token);
        exchange.answer.tokens.push_back(std::move(token));
    }
}

/// Fills the answer of an exchange that did not finish.
void assembleFromTokens(inference::Answer& answer) {
    for (const inference::Token& token : answer.tokens)
        answer.text += token.text;
    const inference::ParsedAnswer parsed = inference::parseAnswer(answer.text);
    answer.reasoning = parsed.reasoning;
    answer.finalAnswer = parsed.finalAnswer;
    answer.finish = inference::Finish::cancelled;
}

void readEvidence(Statement& rows, Detail detail, Exchange& exchange) {
    for (rows.bind("exchange", exchange.id).run(); rows.next();) {
        viewer::Frame frame;
        const int width = rows.integer("width"), height = rows.integer("height");
        const std::string sha256 = rows.text("sha256");
        if (detail == Detail::complete) {
            frame.image = fromPng(rows.blob("png"), width, height, sha256);
        } else {
            frame.image.width = width;
            frame.image.height = height;
        }
        frame.provenance = provenanceFromJson(QJsonDocument::fromJson(rows.blob("provenance")).object());
        if (detail == Detail::light) frame.provenance.pixelsSha256 = sha256;
        exchange.evidence.push_back(std::move(frame));
    }
}

}  // namespace

std::vector<Exchange> readExchanges(const Database& database, Detail detail, std::optional<std::int64_t> only,
                                    const std::stop_token& stop) {
    Statement rows(database, selectExchanges(database.version(), detail) +
                                 (only ? QStringLiteral(" WHERE e.id = :id") : QStringLiteral(" ORDER BY e.id")));
    if (only) rows.bind("id", *only);
    std::vector<Exchange> exchanges;
    for (rows.run(); rows.next();)
        exchanges.push_back(readRow(rows));

    // Positions have no gaps.
    Statement count(database,
                    QStringLiteral("SELECT max(position) + 1 AS tokens FROM tokens WHERE exchange = :exchange"));
    Statement tokens(database, QStringLiteral("SELECT token, CAST(text AS BLOB) AS text, log_probability,"
                                              " CAST(channel AS BLOB) AS channel, CAST(parts AS BLOB) AS parts"
                                              " FROM tokens WHERE exchange = :exchange ORDER BY position"));
    Statement evidence(database, QStringLiteral("SELECT %1 i.width AS width, i.height AS height,"
                                                " CAST(i.sha256 AS BLOB) AS sha256, CAST(v.provenance AS BLOB) AS"
                                                " provenance FROM evidence v JOIN images i ON i.id = v.image"
                                                " WHERE v.exchange = :exchange ORDER BY v.position")
                                     .arg(detail == Detail::complete ? QStringLiteral("i.png AS png,") : QString()));
    ReviewReader reviews(database);
    ReplayReader replays(database);
    for (Exchange& exchange : exchanges) {
        if (stop.stop_requested()) throw Cancelled();
        const bool isDone = exchange.state == ExchangeState::done;
        exchange.isComplete = detail == Detail::complete;
        exchange.tokenCount = countTokens(count, exchange.id);
        if (exchange.isComplete || !isDone) readTokens(tokens, exchange);
        if (!isDone) assembleFromTokens(exchange.answer);
        readEvidence(evidence, detail, exchange);
        exchange.reviews = reviews.read(exchange.id);
        exchange.replays = replays.read(exchange.id);
    }
    return exchanges;
}

std::optional<viewer::RgbImage> readImage(const Database& database, const std::string& pixelsSha256, int width,
                                          int height) {
    Statement rows(database, QStringLiteral("SELECT png FROM images WHERE sha256 = CAST(:sha256 AS TEXT)"
                                            " AND width = :width AND height = :height"));
    rows.bind("sha256", pixelsSha256).bind("width", width).bind("height", height).run();
    if (!rows.next()) return {};
    return fromPng(rows.blob("png"), width, height, pixelsSha256);
}

}  // namespace fleming::app
