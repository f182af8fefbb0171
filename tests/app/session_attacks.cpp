#include "tests/app/session_attacks.h"

#include "app/session/file/database.h"
#include "app/session/file/statement.h"
#include "app/session/log/event_log.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>
#include <fstream>
#include <optional>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

QStringList listOf(RawDatabase& raw, const QString& sql) {
    const QString text = raw.value(QStringLiteral("SELECT group_concat(entry, x'0a') FROM (%1)").arg(sql)).toString();
    return text.isEmpty() ? QStringList() : text.split('\n');
}

QStringList columnsOf(RawDatabase& raw, const QString& table, bool ofTheKey = false) {
    const QString key = ofTheKey ? QStringLiteral(" WHERE pk > 0 ORDER BY pk") : QString();
    return listOf(raw, QStringLiteral("SELECT name AS entry FROM pragma_table_info('%1')%2").arg(table, key));
}

/// Runs the statements, each with %1 replaced, and returns them.
QString runAll(RawDatabase& raw, const QStringList& statements) {
    for (const QString& sql : statements)
        raw.run(sql);
    return statements.join("; ");
}

struct KindOfTable {
    const char* kind;
    const char* table;
};

/// The kinds whose subject is a row of a table.
constexpr KindOfTable kRecords[] = {
    {"conversation begun", "conversations"}, {"question asked%", "exchanges"}, {"review %", "reviews"},
    {"report exported", "exports"},          {"session opened", "activities"}, {"session closed", "activities"},
    {"settings changed", "activities"},      {"session titled", "titles"},     {"answer replayed", "replays"},
    {"session imported", "imports"},         {"session migrated", "versions"}, {"measurement %", "measurements"},
};

}  // namespace

QByteArray contentOf(const fs::path& file) {
    QCryptographicHash digest(QCryptographicHash::Sha256);
    try {
        RawDatabase raw(file);
        if (raw.value("PRAGMA integrity_check").toString() != "ok") return {};
        for (const char* pragma : {"application_id", "user_version", "encoding"})
            digest.addData(raw.value(QStringLiteral("PRAGMA %1").arg(pragma)).toByteArray() + '\n');
        QStringList tables = listOf(raw, "SELECT name AS entry FROM sqlite_master WHERE type = 'table' ORDER BY name");
        digest.addData(
            raw.value("SELECT group_concat(coalesce(type, '') || coalesce(name, '') || coalesce(tbl_name, '') "
                      "|| coalesce(sql, ''), x'0a') FROM (SELECT * FROM sqlite_master ORDER BY type, name)")
                .toByteArray());
        for (const QString& table : tables) {
            QStringList values;
            for (const QString& column : columnsOf(raw, table))
                values << QStringLiteral(
                              "typeof(%1) || CASE typeof(%1) WHEN 'text' THEN hex(CAST(%1 AS BLOB)) ELSE "
                              "quote(%1) END")
                              .arg(column);
            const QVariant rows =
                raw.value(QStringLiteral("SELECT group_concat(row, x'0a') FROM (SELECT %1 AS row FROM "
                                         "%2 NOT INDEXED)")
                              .arg(values.join(" || ' ' || "), table));
            if (!rows.isValid()) return {};
            digest.addData(table.toUtf8() + '\n' + rows.toByteArray() + '\n');
        }
    } catch (const Error&) {
        return {};
    }
    return digest.result();
}

void putFile(const fs::path& file, const std::string& bytes) {
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        fs::remove(file.string() + suffix);
    std::ofstream(file, std::ios::binary) << bytes;
}

QString Attacker::anyTable(RawDatabase& raw) {
    return anyOf(listOf(raw,
                        "SELECT name AS entry FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence' "
                        "ORDER BY name"));
}

/// Returns the condition that selects one row.
QString Attacker::anyRow(RawDatabase& raw, const QString& table) {
    QStringList parts;
    for (const QString& column : columnsOf(raw, table, true))
        parts << QStringLiteral("'%1 = ' || quote(%1)").arg(column);
    const int rows = raw.value("SELECT count(*) FROM " + table).toInt();
    if (rows == 0) return "0";
    return raw
        .value(QStringLiteral("SELECT %1 FROM %2 LIMIT 1 OFFSET %3")
                   .arg(parts.join(" || ' AND ' || "), table)
                   .arg(below(static_cast<std::size_t>(rows))))
        .toString();
}

QString Attacker::changeValue(RawDatabase& raw) {
    const QString table = anyTable(raw), column = anyOf(columnsOf(raw, table)), row = anyRow(raw, table);
    const QString other = QStringLiteral("(SELECT %1 FROM %2 WHERE %3)").arg("%1", table, anyRow(raw, table));
    const QString value = anyOf({"%1 + 1", "%1 || 'x'", "NULL", "x'00'", "''", "-1", "1e300", "upper(%1)", other,
                                 "CAST(%1 AS BLOB)", "CAST(%1 AS TEXT)", "CAST(%1 AS REAL)", "%1 || x'00'", "-%1"});
    return runAll(raw, {QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %4")
                            .arg(table, column, QString(value).replace("%1", column), row)});
}

QString Attacker::deleteRow(RawDatabase& raw) {
    const QString table = anyTable(raw);
    const QString rows = below(8) == 0 ? QStringLiteral("1") : anyRow(raw, table);
    return runAll(raw, {QStringLiteral("DELETE FROM %1 WHERE %2").arg(table, rows)});
}

/// Inserts a copy of a row with another key, where the key is free.
QString Attacker::insertRow(RawDatabase& raw) {
    const QString table = anyTable(raw), columns = columnsOf(raw, table).join(", ");
    const QString key = columnsOf(raw, table, true).last();
    QStringList values = columnsOf(raw, table);
    values[values.indexOf(key)] = QStringLiteral("(SELECT MAX(%1) FROM %2) + %3").arg(key, table).arg(1 + below(3));
    return runAll(raw, {QStringLiteral("INSERT INTO %1 (%2) SELECT %3 FROM %1 WHERE %4")
                            .arg(table, columns, values.join(", "), anyRow(raw, table))});
}

QString Attacker::swapValues(RawDatabase& raw) {
    const QString table = anyTable(raw), column = anyOf(columnsOf(raw, table));
    const QString first = anyRow(raw, table), second = anyRow(raw, table);
    const auto valueAt = [&](const QString& row) {
        return raw.value(QStringLiteral("SELECT quote(%1) FROM %2 WHERE %3").arg(column, table, row)).toString();
    };
    const QString a = valueAt(first), b = valueAt(second), update = QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %4");
    if (columnsOf(raw, table, true).contains(column)) {
        // Two rows change places.
        return runAll(raw, {update.arg(table, column, "-7", first), update.arg(table, column, a, second),
                            update.arg(table, column, b, column + " = -7")});
    }
    return runAll(raw, {update.arg(table, column, b, first), update.arg(table, column, a, second)});
}

/// Takes rows of another session.
QString Attacker::splice(RawDatabase& raw) {
    raw.run(QStringLiteral("ATTACH '%1' AS other").arg(QString::fromStdString(other_.string())));
    const QString table = below(3) == 0 ? QStringLiteral("events") : anyTable(raw);
    const int rows = std::max(1, raw.value("SELECT count(*) FROM " + table).toInt());
    const QString key = columnsOf(raw, table, true).first();
    const QString tail = QStringLiteral("%1 >= %2").arg(key).arg(1 + below(static_cast<std::size_t>(rows)));
    const QString which = below(2) == 0 ? tail : anyRow(raw, table);
    const QString done = runAll(
        raw, {QStringLiteral("DELETE FROM %1 WHERE %2").arg(table, which),
              QStringLiteral("INSERT OR IGNORE INTO main.%1 SELECT * FROM other.%1 WHERE %2").arg(table, which)});
    raw.run("DETACH other");
    return done;
}

/// Removes the last events with all that they record, and without a trace in the file.
QString Attacker::cutTail(RawDatabase& raw) {
    const int events = raw.value("SELECT count(*) FROM events").toInt();
    const QString last = QString::number(1 + below(static_cast<std::size_t>(events - 1)));
    QStringList sql;
    for (const KindOfTable& each : kRecords)
        sql << QStringLiteral(
                   "DELETE FROM %1 WHERE id IN (SELECT subject FROM events WHERE kind LIKE '%2' AND sequence > "
                   "%3)")
                   .arg(each.table, each.kind, last);
    sql << QStringLiteral(
               "DELETE FROM tokens WHERE EXISTS (SELECT 1 FROM events WHERE kind = 'tokens appended' AND sequence > %1 "
               "AND subject = exchange AND position >= first AND position < first + count)")
               .arg(last)
        << QStringLiteral(
               "UPDATE exchanges SET state = 'streaming', text = NULL, reasoning = NULL, final_answer = NULL, "
               "finish = NULL, prompt_tokens = NULL, prefilled_tokens = NULL, image_tokens = NULL, "
               "vision_seconds = NULL, prefill_seconds = NULL, decode_seconds = NULL, tokens_per_second = "
               "NULL, prompt_ids = NULL, run = NULL WHERE id IN (SELECT subject FROM events WHERE kind LIKE "
               "'answer finished%' AND sequence > %1)")
               .arg(last)
        << QStringLiteral(
               "UPDATE exchanges SET state = 'streaming', failure = NULL WHERE id IN (SELECT subject FROM "
               "events WHERE kind IN ('answer failed', 'answer interrupted') AND sequence > %1)")
               .arg(last)
        << "DELETE FROM evidence WHERE exchange NOT IN (SELECT id FROM exchanges)"
        << "DELETE FROM images WHERE id NOT IN (SELECT image FROM evidence)"
        << "DELETE FROM models WHERE id NOT IN (SELECT model FROM exchanges)";
    for (const char* table : {"review_tags", "review_spans", "review_marks", "review_links", "review_measurements"})
        sql << QStringLiteral("DELETE FROM %1 WHERE review NOT IN (SELECT id FROM reviews)").arg(table);
    sql << "DELETE FROM taxonomies WHERE id NOT IN (SELECT taxonomy FROM reviews WHERE taxonomy NOT NULL)"
        << "DELETE FROM events WHERE sequence > " + last;
    for (const char* table : {"versions", "conversations", "exchanges", "reviews", "exports", "activities", "titles",
                              "replays", "imports", "measurements"}) {
        sql << QStringLiteral("UPDATE sqlite_sequence SET seq = (SELECT MAX(id) FROM %1) WHERE name = '%1'").arg(table)
            << QStringLiteral("DELETE FROM sqlite_sequence WHERE name = '%1' AND seq IS NULL").arg(table);
    }
    runAll(raw, sql);
    return QStringLiteral("events and rows cut off after %1 of %2").arg(last).arg(events);
}

QString Attacker::swapPictures(RawDatabase& raw) {
    const QString columns =
        anyOf({"png", "png, png_sha256", "png, png_sha256, sha256", "sha256", "png_sha256", "width"});
    raw.run("CREATE TEMP TABLE held AS SELECT * FROM images");
    raw.run("UPDATE images SET sha256 = sha256 || id");  // else the rows would not be unique for a moment
    QStringList all{"sha256 = (SELECT sha256 FROM held WHERE held.id = images.id)"};
    for (const QString& column : columns.split(", "))
        all << QStringLiteral("%1 = (SELECT %1 FROM held WHERE held.id <> images.id LIMIT 1)").arg(column);
    if (columns.split(", ").contains("sha256")) all.removeFirst();
    return runAll(raw, {"UPDATE images SET " + all.join(", ")});
}

QString Attacker::changeCounter(RawDatabase& raw) {
    return runAll(raw, {anyOf({"UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'reviews'",
                               "UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'exchanges'",
                               "DELETE FROM sqlite_sequence WHERE name = 'exports'",
                               "INSERT INTO sqlite_sequence VALUES ('models', 7)",
                               "UPDATE sqlite_sequence SET name = 'x' WHERE name = 'versions'",
                               "UPDATE sqlite_sequence SET seq = CAST(seq AS TEXT) WHERE name = 'titles'",
                               "INSERT INTO sqlite_sequence SELECT * FROM sqlite_sequence LIMIT 1"})});
}

std::string Attacker::changeSchema() {
    RawDatabase raw(file_);
    const QString trigger = anyOf(listOf(raw, "SELECT name AS entry FROM sqlite_master WHERE type = 'trigger'"));
    return runAll(
               raw,
               {"PRAGMA writable_schema = ON",
                anyOf({"DROP TRIGGER " + trigger,
                       "CREATE TRIGGER late AFTER INSERT ON reviews BEGIN UPDATE exchanges SET state = 'done'; END",
                       "CREATE VIEW v AS SELECT * FROM reviews", "CREATE TABLE notes (text)",
                       "CREATE INDEX quick ON tokens (text)", "DROP INDEX reviews_of_an_exchange",
                       "ALTER TABLE reviews ADD COLUMN seen INTEGER", "ALTER TABLE titles RENAME COLUMN title TO name",
                       "PRAGMA user_version = 4", "PRAGMA user_version = 5", "PRAGMA user_version = 7",
                       "PRAGMA user_version = 0", "PRAGMA application_id = 1", "DROP TABLE imports",
                       "DELETE FROM sqlite_master WHERE name = 'review_marks'",
                       "UPDATE sqlite_master SET sql = replace(sql, 'ABORT', 'IGNORE') WHERE name = '" + trigger + "'",
                       "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = "
                       "'activities') WHERE name = 'titles'",
                       "ANALYZE"})})
        .toStdString();
}

std::string Attacker::changeBytes() {
    std::string bytes = readFile(file_);
    const std::size_t pageBytes = 4096, pages = bytes.size() / pageBytes;
    std::string done = "bytes:";
    switch (below(6)) {
        case 0:
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(below(pages) * pageBytes), pageBytes,
                        bytes.begin() + static_cast<std::ptrdiff_t>(below(pages) * pageBytes));
            done += " a page copied";
            break;
        case 1:
            bytes.resize(bytes.size() - pageBytes * (1 + below(3)));
            done += " cut off";
            break;
        default:
            for (std::size_t n = 1 + below(4); n > 0; --n) {
                const std::size_t at = below(bytes.size());
                bytes[at] = static_cast<char>(below(256));
                done += " " + std::to_string(at);
            }
    }
    putFile(file_, bytes);
    return done;
}

std::string Attacker::putOlderCopyBack() {
    const std::size_t copy = below(olderCopies_.size());
    putFile(file_, olderCopies_[copy]);
    return "copy " + std::to_string(copy);
}

/// Changes a review and computes all digests anew. Only a witness finds that.
std::string Attacker::writeLogAnew() {
    RawDatabase raw(file_);
    raw.dropTriggers();
    raw.run("UPDATE reviews SET verdict = CASE verdict WHEN 'wrong' THEN 'correct' ELSE 'wrong' END WHERE id = 1");
    std::vector<Event> events;
    {
        const Database database(file_);
        Payloads payloads(database);
        Statement rows(database,
                       QStringLiteral("SELECT %1 FROM events ORDER BY sequence").arg(QLatin1String(kEventColumns)));
        for (rows.run(); rows.next();) {
            Event event = readEvent(rows);
            event.payloadSha256 = payloads.sha256(*findEventKind(event.kind), event.subject, event.first, event.count);
            if (!events.empty()) event.previous = events.back().sha256;
            event.sha256 = hashOf(event);
            events.push_back(event);
        }
    }
    for (const Event& event : events)
        raw.run(
            QStringLiteral("UPDATE events SET previous = x'%1', payload_sha256 = x'%2', sha256 = x'%3' WHERE sequence "
                           "= %4")
                .arg(QString(event.previous.toHex()), QString(event.payloadSha256.toHex()),
                     QString(event.sha256.toHex()))
                .arg(event.sequence));
    raw.restoreTriggers();
    return "the log written anew after a changed review";
}

std::string Attacker::attack() {
    switch (below(16)) {
        case 0:
            return changeSchema();
        case 1:
        case 2:
            return changeBytes();
        case 3:
            return putOlderCopyBack();
        case 4:
            return writeLogAnew();
        default:
            break;
    }
    using Step = QString (Attacker::*)(RawDatabase&);
    static constexpr Step kSteps[] = {&Attacker::changeValue,  &Attacker::changeValue,  &Attacker::changeValue,
                                      &Attacker::deleteRow,    &Attacker::insertRow,    &Attacker::swapValues,
                                      &Attacker::splice,       &Attacker::swapPictures, &Attacker::cutTail,
                                      &Attacker::changeCounter};
    RawDatabase raw(file_);
    raw.run("PRAGMA synchronous = OFF");
    raw.run("PRAGMA ignore_check_constraints = ON");
    raw.dropTriggers();
    QString done = (this->*kSteps[below(std::size(kSteps))])(raw);
    if (below(4) != 0) {
        raw.restoreTriggers();
    } else {
        done += "; without triggers";
    }
    return done.toStdString();
}

}  // namespace fleming::app
