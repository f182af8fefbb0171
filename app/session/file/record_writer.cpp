#include "app/session/file/record_writer.h"

#include "app/evidence/provenance_json.h"
#include "app/session/file/database.h"
#include "app/session/file/statement.h"
#include "app/session/file/stored_values.h"
#include "base/error.h"
#include "base/sha256.h"

#include <QDateTime>
#include <QJsonDocument>

#include <bit>
#include <cmath>

namespace fleming::app {

namespace {

std::string digestOf(const viewer::Frame& frame) {
    const std::string& known = frame.provenance.pixelsSha256;
    return known.empty() ? sha256(std::as_bytes(std::span(frame.image.rgb))) : known;
}

std::string digestOf(const QByteArray& png) {
    return sha256(std::as_bytes(std::span(png.data(), static_cast<std::size_t>(png.size()))));
}

/// Inserts an image unless it is stored, and returns its id.
std::int64_t storeImage(const Database& database, const viewer::RgbImage& image, const std::string& sha256,
                        const QByteArray& png) {
    Statement find(database, QStringLiteral("SELECT id FROM images WHERE sha256 = CAST(:sha256 AS TEXT)"
                                            " AND width = :width AND height = :height"));
    find.bind("sha256", sha256).bind("width", image.width).bind("height", image.height).run();
    if (find.next()) return find.number("id");
    return insertRow(database, "images",
                     {{"sha256", sha256},
                      {"width", image.width},
                      {"height", image.height},
                      {"png", png},
                      {"png_sha256", digestOf(png)}});
}

/// Inserts the model of an exchange unless it is stored, and returns its id.
std::int64_t storeModel(const Database& database, const Exchange& exchange, const inference::ModelInfo& model) {
    Statement find(
        database, QStringLiteral("SELECT id FROM models WHERE name = CAST(:name AS TEXT) AND path = CAST(:path AS TEXT)"
                                 " AND sha256 = CAST(:sha256 AS TEXT) AND architecture = CAST(:architecture AS TEXT)"
                                 " AND parameters = :parameters AND dtype = CAST(:dtype AS TEXT)"
                                 " AND device = CAST(:device AS TEXT) AND description = CAST(:description AS TEXT)"));
    const std::int64_t parameters = model.parameters;
    find.bind("name", exchange.modelName)
        .bind("path", exchange.modelPath)
        .bind("sha256", exchange.modelSha256)
        .bind("architecture", model.architecture)
        .bind("parameters", parameters)
        .bind("dtype", exchange.dtype)
        .bind("device", exchange.device)
        .bind("description", exchange.modelDescription)
        .run();
    if (find.next()) return find.number("id");
    return insertRow(database, "models",
                     {{"name", exchange.modelName},
                      {"path", exchange.modelPath},
                      {"sha256", exchange.modelSha256},
                      {"architecture", model.architecture},
                      {"parameters", parameters},
                      {"dtype", exchange.dtype},
                      {"device", exchange.device},
                      {"description", exchange.modelDescription}});
}

std::int64_t insertQuestion(const Database& database, const Exchange& exchange, std::int64_t model) {
    return insertRow(database, "exchanges",
                     {{"id", exchange.id == 0 ? SqlValue(std::nullopt) : SqlValue(exchange.id)},
                      {"conversation", exchange.conversation},
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
                      {"follows", exchange.follows},
                      {"state", toWord(kStates, ExchangeState::streaming)}});
}

void insertEvidence(const Database& database, std::int64_t exchange, int position, std::int64_t image,
                    const viewer::Provenance& provenance) {
    const QByteArray json = QJsonDocument(toJson(provenance)).toJson(QJsonDocument::Compact);
    insertRow(database, "evidence",
              {{"exchange", exchange}, {"position", position}, {"image", image}, {"provenance", json.toStdString()}});
}

/// Inserts a taxonomy unless it is stored, and returns its id, or NULL if the review has none.
SqlValue storeTaxonomy(const Database& database, const TaxonomyVersion& taxonomy) {
    if (taxonomy == TaxonomyVersion()) return std::nullopt;
    Statement find(database, QStringLiteral("SELECT id FROM taxonomies WHERE name = CAST(:name AS TEXT)"
                                            " AND version = CAST(:version AS TEXT)"
                                            " AND definition = CAST(:definition AS TEXT)"));
    find.bind("name", taxonomy.name).bind("version", taxonomy.version).bind("definition", taxonomy.definition).run();
    if (find.next()) return find.number("id");
    return insertRow(database, "taxonomies",
                     {{"name", taxonomy.name}, {"version", taxonomy.version}, {"definition", taxonomy.definition}});
}

void insertSpan(const Database& database, std::int64_t review, int position, const Span& span) {
    insertRow(database, "review_spans",
              {{"review", review},
               {"position", position},
               {"passage", toWord(kPassages, span.passage)},
               {"first_byte", static_cast<std::int64_t>(span.begin)},
               {"end_byte", static_cast<std::int64_t>(span.end)},
               {"label", span.label},
               {"severity", span.severity ? SqlValue(toWord(kSeverities, *span.severity)) : SqlValue(std::nullopt)},
               {"note", span.note}});
}

void insertMark(const Database& database, std::int64_t review, int position, const Mark& mark) {
    // SQLite stores a negative zero as zero, and NaN as NULL.
    for (const double coordinate : {mark.x1, mark.y1, mark.x2, mark.y2}) {
        if (!std::isfinite(coordinate)) throw Error("session.bad_mark", database.path());
    }
    insertRow(database, "review_marks",
              {{"review", review},
               {"position", position},
               {"image", mark.image},
               {"shape", toWord(kMarkShapes, mark.shape)},
               {"x1", mark.x1},
               {"y1", mark.y1},
               {"x2", mark.x2},
               {"y2", mark.y2},
               {"note", mark.note}});
}

}  // namespace

void placeInConversation(const Database& database, Exchange& exchange, std::int64_t follows) {
    Statement place(database,
                    QStringLiteral("SELECT COALESCE(MAX(id), 0) AS id FROM exchanges WHERE conversation = :conversation"
                                   " AND CASE WHEN :follows < 0 THEN state <> 'failed' ELSE id = :follows END"));
    place.bind("conversation", exchange.conversation).bind("follows", follows).run();
    place.next();
    exchange.follows = place.number("id");
    if (follows > 0 && exchange.follows != follows)
        throw Error("session.no_exchange", database.path(), {std::to_string(follows)});

    Statement count(database, QStringLiteral("WITH RECURSIVE path (id) AS (SELECT :follows UNION"
                                             " SELECT e.follows FROM exchanges e JOIN path p ON e.id = p.id)"
                                             " SELECT count(*) AS images FROM evidence WHERE exchange IN path"));
    count.bind("follows", exchange.follows).run();
    count.next();
    exchange.firstImage = 1 + count.integer("images");
}

std::int64_t insertExchange(const Database& database, const Exchange& exchange, const inference::ModelInfo& model,
                            std::span<const QByteArray> pngs) {
    const std::int64_t id = insertQuestion(database, exchange, storeModel(database, exchange, model));
    for (std::size_t i = 0; i < pngs.size(); ++i) {
        const viewer::Frame& frame = exchange.evidence[i];
        const std::int64_t image = storeImage(database, frame.image, digestOf(frame), pngs[i]);
        insertEvidence(database, id, static_cast<int>(i), image, frame.provenance);
    }
    return id;
}

bool storeAnswer(const Database& database, std::int64_t exchange, const inference::Answer& answer,
                 const std::string& run) {
    const SqlValue null(std::nullopt);
    return updateRow(database, "exchanges",
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
                      {"run", run.empty() ? null : SqlValue(run)},
                      {"prompt_ids", answer.promptIds.empty() ? null : SqlValue(encodeTokenIds(answer.promptIds))}},
                     "id = :id AND state = 'streaming'", exchange) == 1;
}

bool storeFailure(const Database& database, std::int64_t exchange, const std::string& message) {
    return updateRow(database, "exchanges", {{"state", toWord(kStates, ExchangeState::failed)}, {"failure", message}},
                     "id = :id AND failure IS NULL", exchange) == 1;
}

std::int64_t insertReview(const Database& database, std::int64_t exchange, const Review& review) {
    const std::int64_t id =
        insertRow(database, "reviews",
                  {{"exchange", exchange},
                   {"verdict", toWord(kVerdicts, review.verdict)},
                   {"confidence", review.confidence ? SqlValue(*review.confidence) : SqlValue(std::nullopt)},
                   {"comment", review.comment},
                   {"corrected_answer", review.correctedAnswer},
                   {"reason", review.reason},
                   {"reviewer", review.reviewer},
                   {"reviewer_code", review.reviewerCode},
                   {"active_ms", review.activeMs ? SqlValue(*review.activeMs) : SqlValue(std::nullopt)},
                   {"taxonomy", storeTaxonomy(database, review.taxonomy)},
                   {"time_ms", review.timeMs}});
    int position = 0;
    for (const std::string& tag : review.tags)
        insertRow(database, "review_tags", {{"review", id}, {"position", position++}, {"tag", tag}});
    position = 0;
    for (const Span& span : review.spans)
        insertSpan(database, id, position++, span);
    position = 0;
    for (const Mark& mark : review.marks)
        insertMark(database, id, position++, mark);
    for (const auto& [span, mark] : review.links)
        insertRow(database, "review_links", {{"review", id}, {"span", span}, {"mark", mark}});
    for (const auto& [span, measurement] : review.measured)
        insertRow(database, "review_measurements", {{"review", id}, {"span", span}, {"measurement", measurement}});
    return id;
}

std::int64_t insertReplay(const Database& database, const ReplayRecord& replay) {
    return insertRow(database, "replays",
                     {{"exchange", replay.exchange},
                      {"identical", replay.identical ? 1 : 0},
                      {"tokens", replay.tokens},
                      {"same", replay.same},
                      {"model_sha256", replay.modelSha256},
                      {"dtype", replay.dtype},
                      {"device", replay.device},
                      {"run", replay.run},
                      {"time_ms", replay.timeMs}});
}

std::int64_t insertImport(const Database& database, const ImportRecord& import) {
    return insertRow(
        database, "imports",
        {{"file_name", import.fileName},
         {"sha256", import.sha256},
         {"log", import.head.log},
         {"sequence", import.head.sequence},
         {"head", import.head.hash},
         {"time_ms", import.timeMs != 0 ? import.timeMs : std::int64_t{QDateTime::currentMSecsSinceEpoch()}}});
}

std::int64_t insertTitle(const Database& database, const std::string& title) {
    return insertRow(database, "titles",
                     {{"title", title}, {"time_ms", std::int64_t{QDateTime::currentMSecsSinceEpoch()}}});
}

}  // namespace fleming::app
