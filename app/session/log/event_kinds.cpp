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

// Version 5 added columns to questions, answers and reviews.
const QString kQuestionsOf5 = QStringLiteral("SELECT id, follows, model FROM exchanges WHERE id = :subject");

const QString kEvidenceOf5 = QStringLiteral(
    "SELECT v.position, i.id, CAST(i.png_sha256 AS BLOB) FROM evidence v JOIN images i ON i.id = v.image "
    "WHERE v.exchange = :subject ORDER BY v.position");

const QString kAnswersOf5 = QStringLiteral("SELECT id, CAST(run AS BLOB) FROM exchanges WHERE id = :subject");

const std::vector<QString> kReviewsOf5{
    QStringLiteral("SELECT r.id, r.exchange, CAST(r.verdict AS BLOB), r.confidence, CAST(r.comment AS BLOB), "
                   "CAST(r.corrected_answer AS BLOB), CAST(r.reason AS BLOB), CAST(r.reviewer AS BLOB), "
                   "CAST(r.reviewer_code AS BLOB), r.active_ms, r.time_ms, t.id, CAST(t.name AS BLOB), "
                   "CAST(t.version AS BLOB), CAST(t.definition AS BLOB) "
                   "FROM reviews r LEFT JOIN taxonomies t ON t.id = r.taxonomy WHERE r.id = :subject"),
    QStringLiteral("SELECT position, CAST(tag AS BLOB) FROM review_tags WHERE review = :subject ORDER BY position"),
    QStringLiteral("SELECT position, CAST(passage AS BLOB), first_byte, end_byte, CAST(label AS BLOB), "
                   "CAST(severity AS BLOB), CAST(note AS BLOB) FROM review_spans WHERE review = :subject "
                   "ORDER BY position"),
    QStringLiteral("SELECT position, image, CAST(shape AS BLOB), x1, y1, x2, y2, CAST(note AS BLOB) "
                   "FROM review_marks WHERE review = :subject ORDER BY position"),
    QStringLiteral("SELECT span, mark FROM review_links WHERE review = :subject ORDER BY span, mark")};

// Version 6 ties spans to measurements.
std::vector<QString> reviewsOf6() {
    std::vector<QString> rows = kReviewsOf5;
    rows.push_back(
        QStringLiteral("SELECT span, measurement FROM review_measurements WHERE review = :subject "
                       "ORDER BY span, measurement"));
    return rows;
}

const QString kMeasurements = QStringLiteral(
    "SELECT id, measurement, removed, CAST(name AS BLOB), CAST(note AS BLOB), CAST(colour AS BLOB), "
    "CAST(region AS BLOB), CAST(result AS BLOB), CAST(source AS BLOB), CAST(frame_of_reference AS BLOB), "
    "CAST(pixels AS BLOB), time_ms FROM measurements WHERE id = :subject");

const QString kActivities =
    QStringLiteral("SELECT id, CAST(details AS BLOB), time_ms FROM activities WHERE id = :subject");

const QString kTitles = QStringLiteral("SELECT id, CAST(title AS BLOB), time_ms FROM titles WHERE id = :subject");

const QString kReplays = QStringLiteral(
    "SELECT id, exchange, identical, tokens, same, CAST(model_sha256 AS BLOB), CAST(dtype AS BLOB), "
    "CAST(device AS BLOB), CAST(run AS BLOB), time_ms FROM replays WHERE id = :subject");

const QString kImports = QStringLiteral(
    "SELECT id, CAST(file_name AS BLOB), CAST(sha256 AS BLOB), CAST(log AS BLOB), sequence, CAST(head AS BLOB), "
    "time_ms FROM imports WHERE id = :subject");

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
    const QString question = kQuestions + QStringLiteral("e.id = :subject");
    const QString evidence = kEvidence + QStringLiteral("v.exchange = :subject ORDER BY v.position");
    return {
        {EventKind::sessionCreated, "session created", {kVersions}},
        {EventKind::sessionMigrated, "session migrated", migratedRows()},
        {EventKind::conversationBegun, "conversation begun", {kConversations + byId}},
        {EventKind::questionAskedBefore5, "question asked", {question, evidence}},
        {EventKind::questionAsked, "question asked/5", {question, evidence, kQuestionsOf5, kEvidenceOf5}},
        {EventKind::tokensAppended,
         "tokens appended",
         {kTokens + QStringLiteral("exchange = :subject AND position >= :first AND position < :first + :count "
                                   "ORDER BY position")}},
        {EventKind::answerFinishedBefore5, "answer finished", {kAnswers + byId}},
        {EventKind::answerFinished, "answer finished/5", {kAnswers + byId, kAnswersOf5}},
        {EventKind::answerFailed, "answer failed", {kFailures + byId}},
        {EventKind::answerInterrupted,
         "answer interrupted",
         {QStringLiteral("SELECT id FROM exchanges WHERE ") + byId}},
        {EventKind::reviewGivenBefore5, "review given", {kReviews + byId}},
        {EventKind::reviewSubmittedBefore6, "review submitted", kReviewsOf5},
        {EventKind::reviewSubmitted, "review submitted/6", reviewsOf6()},
        {EventKind::reportExported, "report exported", {kExports}},
        {EventKind::sessionOpened, "session opened", {kActivities}},
        {EventKind::sessionClosed, "session closed", {kActivities}},
        {EventKind::settingsChanged, "settings changed", {kActivities}},
        {EventKind::sessionTitled, "session titled", {kTitles}},
        {EventKind::answerReplayed, "answer replayed", {kReplays}},
        {EventKind::sessionImported, "session imported", {kImports}},
        {EventKind::measurementRecorded, "measurement recorded", {kMeasurements}},
        {EventKind::measurementRemoved, "measurement removed", {kMeasurements}},
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
