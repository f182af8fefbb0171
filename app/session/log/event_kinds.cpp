#include "app/session/log/event_kinds.h"

#include <algorithm>

namespace fleming::app {

namespace {

// Texts are selected as BLOB, so that their bytes are hashed as they are stored.
const QString kConversations = QStringLiteral("SELECT id, started_ms FROM conversations WHERE ");

const QString kQuestions = QStringLiteral(
    "SELECT e.id, e.conversation, e.asked_ms, CAST(e.question AS BLOB), CAST(e.system_text AS BLOB), "
    "e.reasoning_prompt, e.max_new_tokens, e.temperature, e.top_k, e.top_p, e.seed, e.first_image, "
    "CAST(m.name AS BLOB), CAST(m.path AS BLOB), CAST(m.sha256 AS BLOB), CAST(m.architecture AS BLOB), m.parameters, "
    "CAST(m.dtype AS BLOB), CAST(m.device AS BLOB), CAST(m.description AS BLOB) "
    "FROM exchanges e JOIN models m ON m.id = e.model WHERE ");

const QString kEvidence = QStringLiteral(
    "SELECT v.exchange, v.position, CAST(i.sha256 AS BLOB), i.width, i.height, CAST(v.provenance AS BLOB) "
    "FROM evidence v JOIN images i ON i.id = v.image WHERE ");

const QString kTokens = QStringLiteral(
    "SELECT exchange, position, token, CAST(text AS BLOB), log_probability, CAST(channel AS BLOB), "
    "CAST(parts AS BLOB) FROM tokens WHERE ");

const QString kAnswers = QStringLiteral(
    "SELECT id, CAST(text AS BLOB), CAST(reasoning AS BLOB), CAST(final_answer AS BLOB), CAST(finish AS BLOB), "
    "prompt_tokens, prefilled_tokens, image_tokens, vision_seconds, prefill_seconds, decode_seconds, "
    "tokens_per_second, prompt_ids FROM exchanges WHERE ");

const QString kFailures = QStringLiteral("SELECT id, CAST(failure AS BLOB) FROM exchanges WHERE ");

const QString kReviews = QStringLiteral(
    "SELECT id, exchange, CAST(verdict AS BLOB), CAST(comment AS BLOB), CAST(reviewer AS BLOB), time_ms "
    "FROM reviews WHERE ");

const QString kVersions = QStringLiteral(
    "SELECT id, from_version, to_version, last_conversation, last_exchange, last_review FROM versions "
    "WHERE id = :subject");

const QString kExports = QStringLiteral(
    "SELECT id, CAST(format AS BLOB), CAST(file_name AS BLOB), CAST(sha256 AS BLOB), last_event, time_ms "
    "FROM exports WHERE id = :subject");

/// What a file held when it was migrated: the rows up to the ids that its row of `versions` names.
std::vector<QString> migratedRows() {
    const auto upTo = [](const char* column) {
        return QStringLiteral(" <= (SELECT %1 FROM versions WHERE id = :subject) ORDER BY ").arg(QLatin1String(column));
    };
    const QString exchange = upTo("last_exchange");
    return {kVersions,
            kConversations + QStringLiteral("id") + upTo("last_conversation") + QStringLiteral("id"),
            kQuestions + QStringLiteral("e.id") + exchange + QStringLiteral("e.id"),
            kEvidence + QStringLiteral("v.exchange") + exchange + QStringLiteral("v.exchange, v.position"),
            kTokens + QStringLiteral("exchange") + exchange + QStringLiteral("exchange, position"),
            kAnswers + QStringLiteral("id") + exchange + QStringLiteral("id"),
            kFailures + QStringLiteral("id") + exchange + QStringLiteral("id"),
            kReviews + QStringLiteral("id") + upTo("last_review") + QStringLiteral("id")};
}

std::vector<EventKindFormat> allKinds() {
    const QString byId = QStringLiteral("id = :subject");
    return {
        {EventKind::sessionCreated, "session created", {kVersions}},
        {EventKind::sessionMigrated, "session migrated", migratedRows()},
        {EventKind::conversationBegun, "conversation begun", {kConversations + byId}},
        {EventKind::questionAsked,
         "question asked",
         {kQuestions + QStringLiteral("e.id = :subject"),
          kEvidence + QStringLiteral("v.exchange = :subject ORDER BY v.position")}},
        {EventKind::tokensAppended,
         "tokens appended",
         {kTokens + QStringLiteral("exchange = :subject AND position >= :first AND position < :first + :count "
                                   "ORDER BY position")}},
        {EventKind::answerFinished, "answer finished", {kAnswers + byId}},
        {EventKind::answerFailed, "answer failed", {kFailures + byId}},
        {EventKind::answerInterrupted,
         "answer interrupted",
         {QStringLiteral("SELECT id FROM exchanges WHERE ") + byId}},
        {EventKind::reviewGiven, "review given", {kReviews + byId}},
        {EventKind::reportExported, "report exported", {kExports}},
    };
}

}  // namespace

std::span<const EventKindFormat> eventKinds() {
    static const std::vector<EventKindFormat> kinds = allKinds();
    return kinds;
}

const EventKindFormat& formatOf(EventKind kind) {
    return *std::ranges::find(eventKinds(), kind, &EventKindFormat::kind);
}

const EventKindFormat* findEventKind(std::string_view word) {
    const auto found =
        std::ranges::find_if(eventKinds(), [&](const EventKindFormat& each) { return word == each.word; });
    return found == eventKinds().end() ? nullptr : &*found;
}

}  // namespace fleming::app
