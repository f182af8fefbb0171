#include "app/session/log/verification.h"

#include "app/session/file/database.h"
#include "app/session/file/migrations.h"
#include "app/session/file/stored_image.h"
#include "app/session/log/event_log.h"
#include "base/sha256.h"

#include <map>
#include <set>
#include <string>

namespace fleming::app {

namespace {

[[noreturn]] void fault(const char* code, const Event& event) {
    throw Error(code, {}, {std::to_string(event.sequence)});
}

/// The rows that the events so far record.
class RecordedRows {
public:
    explicit RecordedRows(const Database& database) : database_(database) {}

    void add(const Event& event, EventKind kind) {
        switch (kind) {
            case EventKind::sessionCreated:
                return addOnce(event, "versions");
            case EventKind::sessionMigrated:
                addOnce(event, "versions");
                return addMigrated(event.subject);
            case EventKind::conversationBegun:
                return addOnce(event, "conversations");
            case EventKind::questionAsked:
                hasBranch_.insert(event.subject);
                return addOnce(event, "exchanges");
            case EventKind::questionAskedBefore5:
                return addOnce(event, "exchanges");
            case EventKind::tokensAppended:
                // Positions are a sequence without gaps.
                if (tokens_[event.subject] != event.first) fault("record.event_repeated", event);
                tokens_[event.subject] += event.count;
                return;
            case EventKind::answerInterrupted:
                interrupted_.insert(event.subject);
                return;
            case EventKind::reviewSubmitted:
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
            case EventKind::answerFinished:
                hasRun_.insert(event.subject);
                return addEnd(event, Ending::finished);
            case EventKind::answerFinishedBefore5:
                return addEnd(event, Ending::finished);
            case EventKind::answerFailed:
                return addEnd(event, Ending::failed);
        }
    }

    /// Throws the fault if a table has rows, or an exchange a state, that no event records.
    void check() {
        for (const char* table : {"versions", "conversations", "exchanges", "reviews", "exports"})
            checkCount(table, "SELECT count(*) FROM %1", static_cast<std::int64_t>(rows_[table].size()));
        std::int64_t tokens = 0;
        for (const auto& [exchange, count] : tokens_)
            tokens += count;
        checkCount("tokens", "SELECT count(*) FROM %1", tokens);
        checkCount("images", "SELECT count(*) FROM %1 WHERE id NOT IN (SELECT image FROM evidence)", 0);
        checkCount("models", "SELECT count(*) FROM %1 WHERE id NOT IN (SELECT model FROM exchanges)", 0);
        checkCount("evidence", "SELECT count(*) FROM %1 WHERE exchange NOT IN (SELECT id FROM exchanges)", 0);
        if (database_.version() >= kFirstVersionWithReviewDetails) checkVersion5();
        checkStates();
    }

private:
    enum class Ending { finished, failed };

    void addEnd(const Event& event, Ending ending) {
        if (!ended_[event.subject].insert(ending).second) fault("record.event_repeated", event);
    }

    void addOnce(const Event& event, const char* table) {
        if (!rows_[table].insert(event.subject).second) fault("record.event_repeated", event);
    }

    void addMigrated(std::int64_t version) {
        const auto addRows = [&](const char* table, const char* last) {
            Statement ids(database_, QStringLiteral("SELECT id FROM %1 WHERE id <= (SELECT %2 FROM versions"
                                                    " WHERE id = :version)")
                                         .arg(QLatin1String(table), QLatin1String(last)));
            std::set<std::int64_t> added;
            for (ids.bind("version", version).run(); ids.next();)
                added.insert(ids.number("id"));
            rows_[table].insert(added.begin(), added.end());
            return added;
        };
        addRows("conversations", "last_conversation");
        addRows("reviews", "last_review");
        migrated_.merge(addRows("exchanges", "last_exchange"));
        Statement counts(database_, QStringLiteral("SELECT exchange, count(*) AS count FROM tokens"
                                                   " WHERE exchange <= (SELECT last_exchange FROM versions"
                                                   " WHERE id = :version) GROUP BY exchange"));
        for (counts.bind("version", version).run(); counts.next();)
            tokens_[counts.number("exchange")] = counts.number("count");
    }

    void checkCount(const char* table, const char* sql, std::int64_t expected) {
        const QVariant count = database_.value(QLatin1String(sql).arg(QLatin1String(table)));
        if (count.toLongLong() != expected) throw Error("record.unrecorded_rows", {}, {table});
    }

    /// Checks the tables and columns of version 5.
    void checkVersion5() {
        for (const char* table : {"activities", "titles", "replays", "imports"})
            checkCount(table, "SELECT count(*) FROM %1", static_cast<std::int64_t>(rows_[table].size()));
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
    void checkAreCovered(const char* table, const char* sql, const std::set<std::int64_t>& covered) {
        Statement ids(database_, QLatin1String(sql).arg(QLatin1String(table)));
        for (ids.run(); ids.next();) {
            if (!covered.contains(ids.number("id"))) throw Error("record.unrecorded_rows", {}, {table});
        }
    }

    /// Only questions of version 5 cover the digest of the encoded image.
    void checkImages() {
        std::set<std::int64_t> covered;
        Statement evidence(database_, QStringLiteral("SELECT exchange, image FROM evidence"));
        for (evidence.run(); evidence.next();) {
            if (hasBranch_.contains(evidence.number("exchange"))) covered.insert(evidence.number("image"));
        }
        checkAreCovered("images", "SELECT id FROM %1 WHERE png_sha256 <> ''", covered);
    }

    /// The state follows from the answer, which payloads cover, and from the events.
    void checkStates() {
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

    const Database& database_;
    std::map<std::string, std::set<std::int64_t>> rows_;  // ids by table
    std::map<std::int64_t, std::int64_t> tokens_;         // how many, by exchange
    std::map<std::int64_t, std::set<Ending>> ended_;      // by exchange
    std::set<std::int64_t> interrupted_, migrated_;       // exchanges
    std::set<std::int64_t> hasBranch_, hasRun_;           // exchanges whose event covers these columns
    std::set<std::int64_t> hasDetails_;                   // reviews whose event covers them
};

/// Compares evidence with its digests, each picture once.
class PictureCheck {
public:
    explicit PictureCheck(const Database& database)
        : pictures_(database, QStringLiteral("SELECT i.id AS id, i.png AS png, CAST(i.sha256 AS BLOB) AS sha256,"
                                             " i.width AS width, i.height AS height, %1 AS png_sha256"
                                             " FROM evidence v JOIN images i ON i.id = v.image"
                                             " WHERE v.exchange >= :first AND v.exchange <= :last")
                                  .arg(database.version() >= kFirstVersionWithReviewDetails
                                           ? QStringLiteral("CAST(i.png_sha256 AS BLOB)")
                                           : QStringLiteral("''"))) {}

    /// Returns true if every picture of the exchanges from `first` to `last` is what its digest says.
    bool fits(std::int64_t first, std::int64_t last, const std::stop_token& stop) {
        for (pictures_.bind("first", first).bind("last", last).run(); pictures_.next();) {
            if (stop.stop_requested()) throw Cancelled();
            if (!checked_.insert(pictures_.number("id")).second) continue;
            const QByteArray png = pictures_.blob("png");
            const std::string known = pictures_.text("png_sha256");
            if (!known.empty() && known != sha256(std::as_bytes(std::span(png.data(), std::size_t(png.size())))))
                return false;
            try {
                fromPng(png, pictures_.integer("width"), pictures_.integer("height"), pictures_.text("sha256"));
            } catch (const Error&) {
                return false;
            }
        }
        return true;
    }

private:
    Statement pictures_;
    std::set<std::int64_t> checked_;
};

class Verifier {
public:
    Verifier(const Database& database, Pictures pictures, std::stop_token stop)
        : database_(database), payloads_(database), recorded_(database), stop_(std::move(stop)) {
        if (pictures == Pictures::check) pictures_.emplace(database);
    }

    /// Throws the fault if `event` does not follow `before`, or if its payload does not fit.
    void check(const Event& event, const std::optional<Event>& before) {
        if (!event.hasStoredTypes) fault("record.event_changed", event);
        checkChain(event, before);
        const EventKindFormat* kind = findEventKind(event.kind);
        if (event.format != Event().format || kind == nullptr) fault("record.unknown_event", event);
        if (payloads_.sha256(*kind, event.subject, event.first, event.count) != event.payloadSha256)
            fault("record.payload_changed", event);
        if (pictures_ && !checkPictures(event, kind->kind)) fault("record.picture_changed", event);
        recorded_.add(event, kind->kind);
    }

    void checkRows() { recorded_.check(); }

private:
    static void checkChain(const Event& event, const std::optional<Event>& before) {
        const std::int64_t expected = before ? before->sequence + 1 : 1;
        if (event.sequence != expected) throw Error("record.event_missing", {}, {std::to_string(expected)});
        if (before && event.log != before->log) fault("record.other_log", event);
        if (event.previous != (before ? before->sha256 : QByteArray(32, '\0'))) fault("record.chain_broken", event);
        if (hashOf(event) != event.sha256) fault("record.event_changed", event);
    }

    bool checkPictures(const Event& event, EventKind kind) {
        if (kind == EventKind::questionAsked || kind == EventKind::questionAskedBefore5)
            return pictures_->fits(event.subject, event.subject, stop_);
        if (kind != EventKind::sessionMigrated) return true;
        Statement last(database_, QStringLiteral("SELECT last_exchange FROM versions WHERE id = :version"));
        last.bind("version", event.subject).run();
        return last.next() && pictures_->fits(0, last.number("last_exchange"), stop_);
    }

    const Database& database_;
    Payloads payloads_;
    RecordedRows recorded_;
    std::optional<PictureCheck> pictures_;
    std::stop_token stop_;
};

}  // namespace

Verification verify(const Database& database, Pictures pictures, const std::stop_token& stop,
                    const std::function<void(double fraction)>& progress) {
    Verification result;
    result.events = database.value(QStringLiteral("SELECT count(*) FROM events")).toLongLong();
    Verifier verifier(database, pictures, stop);
    Statement rows(database,
                   QStringLiteral("SELECT %1 FROM events ORDER BY sequence").arg(QLatin1String(kEventColumns)));
    try {
        std::optional<Event> before;
        for (rows.run(); rows.next();) {
            if (stop.stop_requested()) throw Cancelled();
            Event event = readEvent(rows);
            verifier.check(event, before);
            result.completeUpTo = headAt(event);
            result.completeMs = event.utcMs;
            before = std::move(event);
            if (progress)
                progress(static_cast<double>(result.completeUpTo.sequence) / static_cast<double>(result.events));
        }
        verifier.checkRows();
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        if (!error.code().starts_with("record.")) throw;
        result.fault = error;
    }
    return result;
}

}  // namespace fleming::app
