#include "app/session/file/migrations.h"

#include "app/session/file/database.h"
#include "app/session/file/statement.h"
#include "app/session/log/event_log.h"

#include <array>

namespace fleming::app {

namespace {

void runAll(Database& database, std::initializer_list<const char*> statements) {
    for (const char* sql : statements)
        database.run(QString::fromLatin1(sql));
}

/// 0 -> 1: exchanges with their evidence, tokens and reviews.
void createExchanges(Database& database) {
    runAll(database,
           {"CREATE TABLE conversations ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " started_ms INTEGER NOT NULL)",

            "CREATE TABLE models ("
            " id INTEGER PRIMARY KEY,"
            " name TEXT NOT NULL,"
            " path TEXT NOT NULL,"
            " sha256 TEXT NOT NULL,"
            " architecture TEXT NOT NULL,"
            " parameters INTEGER NOT NULL,"
            " dtype TEXT NOT NULL,"
            " device TEXT NOT NULL,"
            " UNIQUE (name, path, sha256, architecture, parameters, dtype, device))",

            "CREATE TABLE exchanges ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " conversation INTEGER NOT NULL REFERENCES conversations (id),"
            " model INTEGER NOT NULL REFERENCES models (id),"
            " asked_ms INTEGER NOT NULL,"
            " question TEXT NOT NULL,"
            " system_text TEXT NOT NULL,"
            " reasoning_prompt INTEGER NOT NULL,"
            " max_new_tokens INTEGER NOT NULL,"
            " temperature REAL NOT NULL,"
            " top_k INTEGER NOT NULL,"
            " top_p REAL NOT NULL,"
            " seed INTEGER NOT NULL,"
            " first_image INTEGER NOT NULL,"
            " state TEXT NOT NULL CHECK (state IN ('streaming', 'done', 'failed', 'interrupted')),"
            " failure TEXT,"
            " text TEXT,"
            " reasoning TEXT,"
            " final_answer TEXT,"
            " finish TEXT CHECK (finish IN ('stop', 'length', 'cancelled')),"
            " prompt_tokens INTEGER,"
            " prefilled_tokens INTEGER,"
            " image_tokens INTEGER,"
            " vision_seconds REAL,"
            " prefill_seconds REAL,"
            " decode_seconds REAL,"
            " tokens_per_second REAL)",

            "CREATE INDEX exchanges_of_a_conversation ON exchanges (conversation)",

            "CREATE TABLE tokens ("
            " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
            " position INTEGER NOT NULL,"
            " token INTEGER NOT NULL,"
            " text TEXT NOT NULL,"
            " log_probability REAL,"
            " channel TEXT NOT NULL CHECK (channel IN ('reasoning', 'answer', 'outside', 'markup')),"
            " parts TEXT,"
            " PRIMARY KEY (exchange, position)) WITHOUT ROWID",

            "CREATE TABLE images ("
            " id INTEGER PRIMARY KEY,"
            " sha256 TEXT NOT NULL,"
            " width INTEGER NOT NULL,"
            " height INTEGER NOT NULL,"
            " png BLOB NOT NULL,"
            " UNIQUE (sha256, width, height))",

            "CREATE TABLE evidence ("
            " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
            " position INTEGER NOT NULL,"
            " image INTEGER NOT NULL REFERENCES images (id),"
            " provenance TEXT NOT NULL,"
            " PRIMARY KEY (exchange, position)) WITHOUT ROWID",

            "CREATE TABLE reviews ("
            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
            " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
            " verdict TEXT NOT NULL CHECK (verdict IN ('correct', 'partly correct', 'wrong', 'cannot judge')),"
            " comment TEXT NOT NULL,"
            " reviewer TEXT NOT NULL,"
            " time_ms INTEGER NOT NULL)",

            "CREATE INDEX reviews_of_an_exchange ON reviews (exchange)",

            "CREATE TRIGGER reviews_stay_as_given BEFORE UPDATE ON reviews"
            " BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END",

            "CREATE TRIGGER reviews_are_kept BEFORE DELETE ON reviews"
            " BEGIN SELECT RAISE(ABORT, 'a review is never erased'); END"});
}

/// 1 -> 2: what a model says about itself.
void addModelDescription(Database& database) {
    runAll(database, {"ALTER TABLE models ADD COLUMN description TEXT NOT NULL DEFAULT ''"});
}

/// 2 -> 3: the token ids of the prompt.
void addPromptIds(Database& database) {
    runAll(database, {"ALTER TABLE exchanges ADD COLUMN prompt_ids BLOB"});
}

/// Makes SQLite refuse to change or delete a row of `table`.
void forbidChanges(Database& database, const char* table) {
    for (const auto& [name, action] : {std::pair{"change", "UPDATE"}, std::pair{"delete", "DELETE"}}) {
        database.run(QStringLiteral("CREATE TRIGGER %1_never_%2 BEFORE %3 ON %1"
                                    " BEGIN SELECT RAISE(ABORT, 'a recorded row is never changed or deleted'); END")
                         .arg(QLatin1String(table), QLatin1String(name), QLatin1String(action)));
    }
}

/// 3 -> 4: the log of events. Nothing that was recorded can be changed: a model with another description is another
/// row.
void addEvents(Database& database) {
    runAll(
        database,
        {"CREATE TABLE described_models ("
         " id INTEGER PRIMARY KEY,"
         " name TEXT NOT NULL,"
         " path TEXT NOT NULL,"
         " sha256 TEXT NOT NULL,"
         " architecture TEXT NOT NULL,"
         " parameters INTEGER NOT NULL,"
         " dtype TEXT NOT NULL,"
         " device TEXT NOT NULL,"
         " description TEXT NOT NULL,"
         " UNIQUE (name, path, sha256, architecture, parameters, dtype, device, description))",
         "INSERT INTO described_models (id, name, path, sha256, architecture, parameters, dtype, device, description)"
         " SELECT id, name, path, sha256, architecture, parameters, dtype, device, description FROM models",
         "DROP TABLE models", "ALTER TABLE described_models RENAME TO models",

         "CREATE TABLE versions ("
         " id INTEGER PRIMARY KEY AUTOINCREMENT,"
         " from_version INTEGER NOT NULL,"
         " to_version INTEGER NOT NULL,"
         " last_conversation INTEGER NOT NULL,"
         " last_exchange INTEGER NOT NULL,"
         " last_review INTEGER NOT NULL)",

         "CREATE TABLE exports ("
         " id INTEGER PRIMARY KEY AUTOINCREMENT,"
         " format TEXT NOT NULL,"
         " file_name TEXT NOT NULL,"
         " sha256 TEXT NOT NULL,"
         " last_event INTEGER NOT NULL,"
         " time_ms INTEGER NOT NULL)",

         "CREATE TABLE events ("
         " sequence INTEGER PRIMARY KEY,"
         " format INTEGER NOT NULL,"
         " log BLOB NOT NULL,"
         " previous BLOB NOT NULL,"
         " kind TEXT NOT NULL,"
         " utc_ms INTEGER NOT NULL,"
         " monotonic_ns INTEGER NOT NULL,"
         " actor TEXT NOT NULL,"
         " program TEXT NOT NULL,"
         " subject INTEGER NOT NULL,"
         " first INTEGER NOT NULL,"
         " count INTEGER NOT NULL,"
         " payload_sha256 BLOB NOT NULL,"
         " sha256 BLOB NOT NULL)",

         "DROP TRIGGER reviews_stay_as_given", "DROP TRIGGER reviews_are_kept"});
    for (const char* table :
         {"conversations", "models", "tokens", "images", "evidence", "reviews", "versions", "exports", "events"})
        forbidChanges(database, table);
    runAll(
        database,
        {"CREATE TRIGGER exchanges_never_delete BEFORE DELETE ON exchanges"
         " BEGIN SELECT RAISE(ABORT, 'an exchange is never deleted'); END",
         "CREATE TRIGGER exchanges_never_change_question BEFORE UPDATE OF id, conversation, model, asked_ms, question,"
         " system_text, reasoning_prompt, max_new_tokens, temperature, top_k, top_p, seed, first_image ON exchanges"
         " BEGIN SELECT RAISE(ABORT, 'a question is never changed'); END",
         "CREATE TRIGGER exchanges_never_change_answer BEFORE UPDATE OF text, reasoning, final_answer, finish,"
         " prompt_tokens, prefilled_tokens, image_tokens, vision_seconds, prefill_seconds, decode_seconds,"
         " tokens_per_second, prompt_ids ON exchanges WHEN OLD.finish IS NOT NULL"
         " BEGIN SELECT RAISE(ABORT, 'a finished answer is never changed'); END",
         "CREATE TRIGGER exchanges_never_change_failure BEFORE UPDATE OF failure ON exchanges"
         " WHEN OLD.failure IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a failure is never changed'); END"});
}

/// 4 -> 5: reviews with spans, marks, tags and a taxonomy; branches; titles; the numerical environment of an answer.
void addReviewDetails(Database& database) {
    runAll(database, {"ALTER TABLE exchanges ADD COLUMN follows INTEGER NOT NULL DEFAULT 0",
                      "ALTER TABLE exchanges ADD COLUMN run TEXT",
                      "ALTER TABLE images ADD COLUMN png_sha256 TEXT NOT NULL DEFAULT ''",

                      "CREATE TABLE taxonomies ("
                      " id INTEGER PRIMARY KEY,"
                      " name TEXT NOT NULL,"
                      " version TEXT NOT NULL,"
                      " definition TEXT NOT NULL,"
                      " UNIQUE (name, version, definition))",

                      "ALTER TABLE reviews ADD COLUMN reviewer_code TEXT NOT NULL DEFAULT ''",
                      "ALTER TABLE reviews ADD COLUMN confidence INTEGER CHECK (confidence BETWEEN 1 AND 5)",
                      "ALTER TABLE reviews ADD COLUMN corrected_answer TEXT NOT NULL DEFAULT ''",
                      "ALTER TABLE reviews ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
                      "ALTER TABLE reviews ADD COLUMN active_ms INTEGER",
                      "ALTER TABLE reviews ADD COLUMN taxonomy INTEGER REFERENCES taxonomies (id)",

                      "CREATE TABLE review_tags ("
                      " review INTEGER NOT NULL REFERENCES reviews (id),"
                      " position INTEGER NOT NULL,"
                      " tag TEXT NOT NULL,"
                      " PRIMARY KEY (review, position)) WITHOUT ROWID",

                      "CREATE TABLE review_spans ("
                      " review INTEGER NOT NULL REFERENCES reviews (id),"
                      " position INTEGER NOT NULL,"
                      " passage TEXT NOT NULL CHECK (passage IN ('reasoning', 'answer')),"
                      " first_byte INTEGER NOT NULL,"
                      " end_byte INTEGER NOT NULL CHECK (end_byte > first_byte),"
                      " label TEXT NOT NULL,"
                      " severity TEXT CHECK (severity IN ('minor', 'moderate', 'severe')),"
                      " note TEXT NOT NULL,"
                      " PRIMARY KEY (review, position)) WITHOUT ROWID",

                      "CREATE TABLE review_marks ("
                      " review INTEGER NOT NULL REFERENCES reviews (id),"
                      " position INTEGER NOT NULL,"
                      " image INTEGER NOT NULL,"
                      " shape TEXT NOT NULL CHECK (shape IN ('box', 'ellipse', 'arrow')),"
                      " x1 REAL NOT NULL,"
                      " y1 REAL NOT NULL,"
                      " x2 REAL NOT NULL,"
                      " y2 REAL NOT NULL,"
                      " note TEXT NOT NULL,"
                      " PRIMARY KEY (review, position)) WITHOUT ROWID",

                      "CREATE TABLE review_links ("
                      " review INTEGER NOT NULL REFERENCES reviews (id),"
                      " span INTEGER NOT NULL,"
                      " mark INTEGER NOT NULL,"
                      " PRIMARY KEY (review, span, mark)) WITHOUT ROWID",

                      "CREATE TABLE titles ("
                      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                      " title TEXT NOT NULL,"
                      " time_ms INTEGER NOT NULL)",

                      "CREATE TABLE activities ("
                      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                      " details TEXT NOT NULL,"
                      " time_ms INTEGER NOT NULL)",

                      "CREATE TABLE replays ("
                      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                      " exchange INTEGER NOT NULL REFERENCES exchanges (id),"
                      " identical INTEGER NOT NULL CHECK (identical IN (0, 1)),"
                      " tokens INTEGER NOT NULL,"
                      " same INTEGER NOT NULL,"
                      " model_sha256 TEXT NOT NULL,"
                      " dtype TEXT NOT NULL,"
                      " device TEXT NOT NULL,"
                      " run TEXT NOT NULL,"
                      " time_ms INTEGER NOT NULL)",

                      "CREATE TABLE imports ("
                      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                      " file_name TEXT NOT NULL,"
                      " sha256 TEXT NOT NULL,"
                      " log TEXT NOT NULL,"
                      " sequence INTEGER NOT NULL,"
                      " head TEXT NOT NULL,"
                      " time_ms INTEGER NOT NULL)",

                      "DROP TRIGGER exchanges_never_change_question",
                      "DROP TRIGGER exchanges_never_change_answer"});
    database.run(QStringLiteral("UPDATE exchanges AS e SET follows = %1").arg(QLatin1String(kPreviousExchange)));
    runAll(
        database,
        {"CREATE TRIGGER exchanges_never_change_question BEFORE UPDATE OF id, conversation, model, asked_ms, question,"
         " system_text, reasoning_prompt, max_new_tokens, temperature, top_k, top_p, seed, first_image, follows"
         " ON exchanges BEGIN SELECT RAISE(ABORT, 'a question is never changed'); END",
         "CREATE TRIGGER exchanges_never_change_answer BEFORE UPDATE OF text, reasoning, final_answer, finish,"
         " prompt_tokens, prefilled_tokens, image_tokens, vision_seconds, prefill_seconds, decode_seconds,"
         " tokens_per_second, prompt_ids, run ON exchanges WHEN OLD.finish IS NOT NULL"
         " BEGIN SELECT RAISE(ABORT, 'a finished answer is never changed'); END"});
    for (const char* table : {"taxonomies", "review_tags", "review_spans", "review_marks", "review_links", "titles",
                              "activities", "replays", "imports"})
        forbidChanges(database, table);
}

/// 5 -> 6: measurements, and the spans of reviews that name them.
void addMeasurements(Database& database) {
    runAll(database, {"CREATE TABLE measurements ("
                      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                      " measurement INTEGER NOT NULL,"
                      " removed INTEGER NOT NULL CHECK (removed IN (0, 1)),"
                      " name TEXT NOT NULL,"
                      " note TEXT NOT NULL,"
                      " colour TEXT NOT NULL,"
                      " region TEXT NOT NULL,"
                      " result TEXT NOT NULL,"
                      " source TEXT NOT NULL,"
                      " frame_of_reference TEXT NOT NULL,"
                      " pixels TEXT NOT NULL,"
                      " time_ms INTEGER NOT NULL)",

                      "CREATE INDEX versions_of_a_measurement ON measurements (measurement)",

                      "CREATE TABLE review_measurements ("
                      " review INTEGER NOT NULL REFERENCES reviews (id),"
                      " span INTEGER NOT NULL,"
                      " measurement INTEGER NOT NULL,"
                      " PRIMARY KEY (review, span, measurement)) WITHOUT ROWID"});
    for (const char* table : {"measurements", "review_measurements"})
        forbidChanges(database, table);
}

/// kMigrations[v] migrates version v to v + 1. A released migration never changes.
constexpr std::array<void (*)(Database&), kSchemaVersion> kMigrations{
    createExchanges, addModelDescription, addPromptIds, addEvents, addReviewDetails, addMeasurements};

/// Rows that no event has recorded yet: those of versions without events.
std::int64_t lastRow(const Database& database, int from, const char* table) {
    if (from >= kFirstVersionWithEvents) return 0;
    return database.value(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM %1").arg(QLatin1String(table))).toLongLong();
}

}  // namespace

void migrate(Database& database, int from) {
    if (from == kSchemaVersion) return;
    for (int version = from; version < kSchemaVersion; ++version)
        kMigrations[static_cast<std::size_t>(version)](database);
    const std::int64_t id = insertRow(database, "versions",
                                      {{"from_version", from},
                                       {"to_version", kSchemaVersion},
                                       {"last_conversation", lastRow(database, from, "conversations")},
                                       {"last_exchange", lastRow(database, from, "exchanges")},
                                       {"last_review", lastRow(database, from, "reviews")}});
    EventLog(database).append(from == 0 ? EventKind::sessionCreated : EventKind::sessionMigrated, id);
}

}  // namespace fleming::app
