#include "app/session/log/recorded_rows.h"

#include "app/session/file/database.h"
#include "app/session/file/migrations.h"
#include "app/session/file/statement.h"
#include "base/error.h"

namespace fleming::app {

bool RecordedRows::add(const Event& event, EventKind kind) {
    switch (kind) {
        case EventKind::sessionCreated:
            return addOnce(event, "versions");
        case EventKind::sessionMigrated:
            addMigrated(event.subject);
            return addOnce(event, "versions");
        case EventKind::conversationBegun:
            return addOnce(event, "conversations");
        case EventKind::questionAsked:
            hasBranch_.insert(event.subject);
            return addOnce(event, "exchanges");
        case EventKind::questionAskedBefore5:
            return addOnce(event, "exchanges");
        case EventKind::tokensAppended:
            // Positions are a sequence without gaps.
            if (tokens_[event.subject] != event.first) return false;
            tokens_[event.subject] += event.count;
            return true;
        case EventKind::answerInterrupted:
            return interrupted_.insert(event.subject).second;
        case EventKind::reviewSubmitted:
            hasMeasurements_.insert(event.subject);
            [[fallthrough]];
        case EventKind::reviewSubmittedBefore6:
            hasDetails_.insert(event.subject);
            return addOnce(event, "reviews");
        case EventKind::reviewGivenBefore5:
            return addOnce(event, "reviews");
        case EventKind::reportExported:
            return addOnce(event, "exports");
        case EventKind::sessionOpened:
        case EventKind::sessionClosed:
        case EventKind::settingsChanged:
            return addOnce(event, "activities");
        case EventKind::sessionTitled:
            return addOnce(event, "titles");
        case EventKind::answerReplayed:
            return addOnce(event, "replays");
        case EventKind::sessionImported:
            return addOnce(event, "imports");
        case EventKind::measurementRecorded:
        case EventKind::measurementRemoved:
            return addOnce(event, "measurements");
        case EventKind::answerFinished:
            hasRun_.insert(event.subject);
            return addEnd(event, Ending::finished);
        case EventKind::answerFinishedBefore5:
            return addEnd(event, Ending::finished);
        case EventKind::answerFailed:
            return addEnd(event, Ending::failed);
    }
    return false;
}

std::set<std::int64_t> RecordedRows::addMigrated(std::int64_t version, const char* table, const char* last) {
    Statement ids(database_,
                  QStringLiteral("SELECT id FROM %1 WHERE id <= (SELECT %2 FROM versions WHERE id = :version)")
                      .arg(QLatin1String(table), QLatin1String(last)));
    std::set<std::int64_t> added;
    for (ids.bind("version", version).run(); ids.next();)
        added.insert(ids.number("id"));
    rows_[table].insert(added.begin(), added.end());
    return added;
}

void RecordedRows::addMigrated(std::int64_t version) {
    addMigrated(version, "conversations", "last_conversation");
    addMigrated(version, "reviews", "last_review");
    migrated_.merge(addMigrated(version, "exchanges", "last_exchange"));
    Statement counts(database_, QStringLiteral("SELECT exchange, count(*) AS count FROM tokens"
                                               " WHERE exchange <= (SELECT last_exchange FROM versions"
                                               " WHERE id = :version) GROUP BY exchange"));
    for (counts.bind("version", version).run(); counts.next();)
        tokens_[counts.number("exchange")] = counts.number("count");
}

void RecordedRows::check() {
    for (const char* table : {"versions", "conversations", "exchanges", "reviews", "exports"})
        checkRows(table);
    checkTokens();
    checkCount("images", "SELECT count(*) FROM %1 WHERE id NOT IN (SELECT image FROM evidence)", 0);
    checkCount("models", "SELECT count(*) FROM %1 WHERE id NOT IN (SELECT model FROM exchanges)", 0);
    checkCount("evidence", "SELECT count(*) FROM %1 WHERE exchange NOT IN (SELECT id FROM exchanges)", 0);
    if (database_.version() >= kFirstVersionWithReviewDetails) checkVersion5();
    if (database_.version() >= kFirstVersionWithMeasurements) {
        checkRows("measurements");
        checkAreCovered("review_measurements", "SELECT DISTINCT review AS id FROM %1", hasMeasurements_);
    }
    checkStates();
}

/// The rows are those that events name.
void RecordedRows::checkRows(const char* table) {
    checkAreCovered(table, "SELECT id FROM %1", rows_[table]);
    checkCount(table, "SELECT count(*) FROM %1", static_cast<std::int64_t>(rows_[table].size()));
}

void RecordedRows::checkTokens() const {
    std::map<std::int64_t, std::int64_t> found;
    Statement counts(database_, QStringLiteral("SELECT exchange, count(*) AS count FROM tokens GROUP BY exchange"));
    for (counts.run(); counts.next();)
        found[counts.number("exchange")] = counts.number("count");
    std::map<std::int64_t, std::int64_t> recorded;
    for (const auto& [exchange, count] : tokens_) {
        if (count > 0) recorded[exchange] = count;
    }
    if (found != recorded) throw Error("record.unrecorded_rows", {}, {"tokens"});
}

void RecordedRows::checkCount(const char* table, const char* sql, std::int64_t expected) const {
    const QVariant count = database_.value(QLatin1String(sql).arg(QLatin1String(table)));
    if (count.toLongLong() != expected) throw Error("record.unrecorded_rows", {}, {table});
}

void RecordedRows::checkVersion5() {
    for (const char* table : {"activities", "titles", "replays", "imports"})
        checkRows(table);
    checkCount("taxonomies",
               "SELECT count(*) FROM %1 WHERE id NOT IN (SELECT taxonomy FROM reviews WHERE taxonomy NOT NULL)", 0);
    for (const char* table : {"review_tags", "review_spans", "review_marks", "review_links"})
        checkAreCovered(table, "SELECT DISTINCT review AS id FROM %1", hasDetails_);
    // No event of an older version covers the columns that were added later: they are as the migration left them.
    checkAreCovered("reviews",
                    "SELECT id FROM %1 WHERE COALESCE(confidence, active_ms, taxonomy) IS NOT NULL"
                    " OR reviewer_code <> '' OR corrected_answer <> '' OR reason <> ''",
                    hasDetails_);
    checkAreCovered("exchanges", "SELECT id FROM %1 WHERE run IS NOT NULL", hasRun_);
    const QByteArray branches = QByteArray("SELECT e.id AS id FROM %1 e WHERE e.follows <> ") + kPreviousExchange;
    checkAreCovered("exchanges", branches.constData(), hasBranch_);
    checkImages();
}

/// Throws the fault if the statement selects an id that is not among `covered`.
void RecordedRows::checkAreCovered(const char* table, const char* sql, const std::set<std::int64_t>& covered) const {
    Statement ids(database_, QLatin1String(sql).arg(QLatin1String(table)));
    for (ids.run(); ids.next();) {
        if (!covered.contains(ids.number("id"))) throw Error("record.unrecorded_rows", {}, {table});
    }
}

/// Only questions of version 5 cover the digest of the encoded image.
void RecordedRows::checkImages() const {
    std::set<std::int64_t> covered;
    Statement evidence(database_, QStringLiteral("SELECT exchange, image FROM evidence"));
    for (evidence.run(); evidence.next();) {
        if (hasBranch_.contains(evidence.number("exchange"))) covered.insert(evidence.number("image"));
    }
    checkAreCovered("images", "SELECT id FROM %1 WHERE png_sha256 <> ''", covered);
}

/// The state follows from the answer, which payloads cover, and from the events.
void RecordedRows::checkStates() {
    Statement rows(
        database_,
        QStringLiteral("SELECT id, CAST(state AS BLOB) AS state, failure IS NOT NULL AS failed,"
                       " finish IS NOT NULL AS finished, COALESCE(text, reasoning, final_answer, prompt_tokens,"
                       " prefilled_tokens, image_tokens, vision_seconds, prefill_seconds,"
                       " decode_seconds, tokens_per_second, prompt_ids) IS NOT NULL AS answered"
                       " FROM exchanges ORDER BY id"));
    for (rows.run(); rows.next();) {
        const std::int64_t id = rows.number("id");
        const bool failed = rows.integer("failed") != 0, finished = rows.integer("finished") != 0;
        const bool isMigrated = migrated_.contains(id);
        const bool endsFit = isMigrated || (ended_[id].contains(Ending::failed) == failed &&
                                            ended_[id].contains(Ending::finished) == finished);
        std::set<std::string> states;
        if (failed) {
            states = {"failed"};
        } else if (finished) {
            states = {"done"};
        } else if (interrupted_.contains(id)) {
            states = {"interrupted"};
        } else {
            states = {"streaming"};
            if (isMigrated) states.insert("interrupted");
        }
        // No event covers the answer of an exchange that did not finish: it has none.
        const bool isCovered = isMigrated || finished || rows.integer("answered") == 0;
        if (!endsFit || !isCovered || !states.contains(rows.text("state")))
            throw Error("record.unrecorded_rows", {}, {"exchanges"});
    }
}

}  // namespace fleming::app
