#include "app/library/session_index.h"

#include "app/library/search_text.h"
#include "app/session/file/database.h"
#include "app/session/file/exchange_reader.h"
#include "app/session/file/measurement_rows.h"
#include "app/session/file/migrations.h"
#include "app/session/file/record_reader.h"
#include "app/session/session_title.h"
#include "app/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTextColumns[] = {"title", "question", "reasoning", "answer",
                                        "notes", "tags",     "model",     "studies"};

constexpr const char* kTables[] = {
    "CREATE TABLE sessions ("
    " id INTEGER PRIMARY KEY,"
    " path TEXT NOT NULL UNIQUE,"
    " stamp TEXT NOT NULL,"  // sizes and times of its files
    " last_event TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " first_ms INTEGER NOT NULL,"
    " last_ms INTEGER NOT NULL)",

    // One row for each exchange, and one with the exchange 0 for the title and the measurements of the session.
    "CREATE TABLE passages ("
    " id INTEGER PRIMARY KEY,"
    " session INTEGER NOT NULL REFERENCES sessions (id),"
    " exchange INTEGER NOT NULL,"
    " stamp TEXT NOT NULL,"
    " asked_ms INTEGER NOT NULL,"
    " title TEXT NOT NULL,"
    " question TEXT NOT NULL,"
    " reasoning TEXT NOT NULL,"
    " answer TEXT NOT NULL,"
    " notes TEXT NOT NULL,"
    " tags TEXT NOT NULL,"
    " model TEXT NOT NULL,"
    " studies TEXT NOT NULL,"
    " UNIQUE (session, exchange))",

    // The reviews that count.
    "CREATE TABLE judgements ("
    " passage INTEGER NOT NULL REFERENCES passages (id),"
    " reviewer TEXT NOT NULL,"
    " code TEXT NOT NULL,"
    " verdict TEXT NOT NULL)",
    "CREATE INDEX judgements_of_a_passage ON judgements (passage)",

    "CREATE VIRTUAL TABLE words USING fts5 (title, question, reasoning, answer, notes, tags, model, studies,"
    " tokenize = 'unicode61 remove_diacritics 2')"};

// The version also counts changes of indexedText().
constexpr IndexSchema kSchema{2, kTables, "SELECT count(*) FROM sessions", "library.unusable"};

/// Returns the sizes and times of a session and its write-ahead log: they change with each commit.
QString stampOf(const fs::path& session) {
    QStringList parts;
    for (const char* suffix : {"", "-wal"}) {
        std::error_code error;
        const fs::path file = session.string() + suffix;
        const auto size = fs::file_size(file, error);
        if (error) continue;
        parts << QString::number(size) << QString::number(fs::last_write_time(file, error).time_since_epoch().count());
    }
    return parts.join(QLatin1Char(' '));
}

/// Names a log and its last event.
struct LastEvent {
    QString log, event;
};

LastEvent lastEventOf(const Database& session) {
    if (session.version() < kFirstVersionWithEvents) return {};
    Statement last(session, QStringLiteral("SELECT hex(log) AS log, hex(sha256) AS sha256 FROM events"
                                           " ORDER BY sequence DESC LIMIT 1"));
    last.run();
    if (!last.next()) return {};
    return {QString::fromStdString(last.text("log")), QString::fromStdString(last.text("sha256"))};
}

/// Returns a text for each exchange of a session, which changes when the index must read the exchange again.
std::map<qint64, QString> stampsOf(const Database& session) {
    Statement rows(session, QStringLiteral("SELECT e.id AS id, CAST(e.state AS BLOB) AS state, (SELECT count(*) FROM"
                                           " reviews r WHERE r.exchange = e.id) AS reviews FROM exchanges e"));
    std::map<qint64, QString> stamps;
    for (rows.run(); rows.next();) {
        stamps[rows.number("id")] = QStringLiteral("%1 %2").arg(QString::fromStdString(rows.text("state")),
                                                                QString::number(rows.number("reviews")));
    }
    return stamps;
}

QString joined(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        if (!text.empty()) list << QString::fromStdString(text);
    }
    list.removeDuplicates();
    return list.join(QLatin1Char('\n'));
}

QString notesOf(const std::vector<const Review*>& reviews) {
    std::vector<std::string> notes;
    for (const Review* review : reviews) {
        notes.push_back(review->comment);
        notes.push_back(review->correctedAnswer);
        for (const Span& span : review->spans)
            notes.push_back(span.note);
        for (const Mark& mark : review->marks)
            notes.push_back(mark.note);
    }
    return joined(notes);
}

/// Returns the tags of reviews and the labels of their spans.
QString tagsOf(const std::vector<const Review*>& reviews) {
    std::vector<std::string> tags;
    for (const Review* review : reviews) {
        tags.insert(tags.end(), review->tags.begin(), review->tags.end());
        for (const Span& span : review->spans)
            tags.push_back(span.label);
    }
    return joined(tags);
}

/// Returns the modality and description of each series of the evidence; for a series without a description, the name
/// of its file.
QString studiesOf(const std::vector<viewer::Frame>& evidence) {
    std::vector<std::string> series;
    for (const viewer::Frame& frame : evidence) {
        const viewer::Provenance& from = frame.provenance;
        const std::string name = from.seriesDescription.words.empty() ? fs::path(from.file).stem().string()
                                                                      : toString(from.seriesDescription);
        series.push_back(from.modality.empty() ? name : from.modality + " " + name);
    }
    return joined(series);
}

QVariantMap passageOf(const Exchange& exchange) {
    const std::vector<const Review*> reviews = currentReviews(exchange.reviews);
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    return {{"asked_ms", qint64{exchange.askedMs}},
            {"title", QString()},
            {"question", text(exchange.question)},
            {"reasoning", text(exchange.answer.reasoning)},
            {"answer", text(exchange.answer.finalAnswer)},
            {"notes", notesOf(reviews)},
            {"tags", tagsOf(reviews)},
            {"model", text(exchange.modelName)},
            {"studies", studiesOf(exchange.evidence)}};
}

/// Returns the names that somebody gave to measurements, and their notes.
QString notesOf(const std::vector<RecordedMeasurement>& measurements) {
    std::vector<std::string> notes;
    for (const RecordedMeasurement& measurement : measurements) {
        if (!isGivenName(measurement.name)) notes.push_back(measurement.name);
        notes.push_back(measurement.note);
    }
    return joined(notes);
}

QVariantMap summaryPassage(const QString& title, const QString& notes, qint64 firstMs) {
    QVariantMap passage{{"asked_ms", firstMs}};
    for (const char* column : kTextColumns)
        passage[QLatin1String(column)] = QString();
    passage["title"] = title;
    passage["notes"] = notes;
    return passage;
}

void removePassage(const IndexDatabase& index, qint64 passage) {
    index.run(QStringLiteral("DELETE FROM judgements WHERE passage = :id"), {{"id", passage}});
    index.run(QStringLiteral("DELETE FROM words WHERE rowid = :id"), {{"id", passage}});
    index.run(QStringLiteral("DELETE FROM passages WHERE id = :id"), {{"id", passage}});
}

/// Stores a passage in place of an older one of the same exchange, and returns its id.
qint64 storePassage(const IndexDatabase& index, qint64 session, qint64 exchange, const QString& stamp,
                    QVariantMap passage) {
    QSqlQuery old =
        index.run(QStringLiteral("SELECT id FROM passages WHERE session = :session AND exchange = :exchange"),
                  {{"session", session}, {"exchange", exchange}});
    if (old.next()) removePassage(index, old.value(0).toLongLong());
    old.finish();
    QVariantMap words;
    for (const char* column : kTextColumns)
        words[QLatin1String(column)] = indexedText(passage[QLatin1String(column)].toString());
    passage["session"] = session;
    passage["exchange"] = exchange;
    passage["stamp"] = stamp;
    const QSqlQuery inserted = index.run(
        QStringLiteral("INSERT INTO passages (session, exchange, stamp, asked_ms, title, question, reasoning, answer,"
                       " notes, tags, model, studies) VALUES (:session, :exchange, :stamp, :asked_ms, :title,"
                       " :question, :reasoning, :answer, :notes, :tags, :model, :studies)"),
        passage);
    const qint64 id = inserted.lastInsertId().toLongLong();
    words["id"] = id;
    index.run(
        QStringLiteral("INSERT INTO words (rowid, title, question, reasoning, answer, notes, tags, model, studies)"
                       " VALUES (:id, :title, :question, :reasoning, :answer, :notes, :tags, :model, :studies)"),
        words);
    return id;
}

void storeExchange(const IndexDatabase& index, qint64 session, const QString& stamp, const Exchange& exchange) {
    const qint64 passage = storePassage(index, session, exchange.id, stamp, passageOf(exchange));
    for (const Review* review : currentReviews(exchange.reviews)) {
        index.run(QStringLiteral("INSERT INTO judgements (passage, reviewer, code, verdict)"
                                 " VALUES (:passage, :reviewer, :code, :verdict)"),
                  {{"passage", passage},
                   {"reviewer", QString::fromStdString(review->reviewer)},
                   {"code", QString::fromStdString(review->reviewerCode)},
                   {"verdict", QLatin1String(toString(review->verdict))}});
    }
}

/// Stores the title of the session, the notes of its measurements, and its times, which follow from its exchanges.
void storeSummary(const IndexDatabase& index, qint64 session, const QString& givenTitle, const QString& notes) {
    QSqlQuery times = index.run(QStringLiteral("SELECT COALESCE(min(asked_ms), 0), COALESCE(max(asked_ms), 0)"
                                               " FROM passages WHERE session = :session AND exchange > 0"),
                                {{"session", session}});
    times.next();
    const qint64 firstMs = times.value(0).toLongLong(), lastMs = times.value(1).toLongLong();
    times.finish();
    QString title = givenTitle;
    if (title.isEmpty()) {
        QSqlQuery first = index.run(QStringLiteral("SELECT question FROM passages WHERE session = :session AND"
                                                   " exchange > 0 ORDER BY exchange LIMIT 1"),
                                    {{"session", session}});
        if (first.next()) title = titleFromQuestion(first.value(0).toString());
    }
    // A session without a title is found by its questions.
    storePassage(index, session, 0, {}, summaryPassage(givenTitle, notes, firstMs));
    index.run(QStringLiteral("UPDATE sessions SET title = :title, first_ms = :first, last_ms = :last WHERE id = :id"),
              {{"title", title}, {"first", firstMs}, {"last", lastMs}, {"id", session}});
}

/// What the index holds of a session.
struct KnownSession {
    qint64 id = 0;  ///< 0: nothing
    QString stamp, lastEvent;
};

KnownSession knownSession(const IndexDatabase& index, const QString& path) {
    KnownSession known;
    QSqlQuery row =
        index.run(QStringLiteral("SELECT id, stamp, last_event FROM sessions WHERE path = :path"), {{"path", path}});
    if (!row.next()) return known;
    known.id = row.value(0).toLongLong();
    known.stamp = row.value(1).toString();
    known.lastEvent = row.value(2).toString();
    return known;
}

std::map<qint64, QString> knownExchanges(const IndexDatabase& index, qint64 session) {
    std::map<qint64, QString> exchanges;
    QSqlQuery rows = index.run(QStringLiteral("SELECT exchange, stamp FROM passages WHERE session = :session AND"
                                              " exchange > 0"),
                               {{"session", session}});
    while (rows.next())
        exchanges[rows.value(0).toLongLong()] = rows.value(1).toString();
    return exchanges;
}

}  // namespace

const IndexSchema& sessionIndexSchema() {
    return kSchema;
}

fs::path libraryFile() {
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) / "library.sqlite";
}

std::vector<fs::path> knownSessions() {
    std::set<fs::path> files;
    const QDir folder = QFileInfo(newSessionFile()).dir();
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.fleming")}, QDir::Files))
        files.insert(file.absoluteFilePath().toStdString());
    for (const QString& file : settings::recentSessions())
        files.insert(file.toStdString());
    return {files.begin(), files.end()};
}

std::vector<Error> IndexUpdate::run(const std::vector<fs::path>& sessions, const std::stop_token& stop,
                                    const std::function<void(int done, int total)>& progress) {
    std::set<fs::path> files;
    for (const fs::path& session : sessions)
        files.insert(fs::absolute(session).lexically_normal());
    std::vector<qint64> gone;
    QSqlQuery known = index_.run(QStringLiteral("SELECT id, path FROM sessions"));
    while (known.next()) {
        const fs::path path = known.value(1).toString().toStdString();
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored)) {
            files.insert(path);
        } else {
            gone.push_back(known.value(0).toLongLong());
        }
    }
    known.finish();
    for (const qint64 session : gone)
        forget(session);

    std::vector<Error> skipped;
    int done = 0;
    for (const fs::path& file : files) {
        if (stop.stop_requested()) throw Cancelled();
        std::error_code ignored;
        try {
            if (fs::is_regular_file(file, ignored)) update(file);
        } catch (const Error& error) {
            if (error.code() == "library.unusable") throw;
            skipped.emplace_back(error.code(), file.string(), error.arguments());
        }
        if (progress) progress(++done, static_cast<int>(files.size()));
    }
    return skipped;
}

void IndexUpdate::forget(qint64 session) {
    IndexTransaction transaction(index_);
    QSqlQuery rows = index_.run(QStringLiteral("SELECT id FROM passages WHERE session = :id"), {{"id", session}});
    std::vector<qint64> passages;
    while (rows.next())
        passages.push_back(rows.value(0).toLongLong());
    rows.finish();
    for (const qint64 passage : passages)
        removePassage(index_, passage);
    index_.run(QStringLiteral("DELETE FROM sessions WHERE id = :id"), {{"id", session}});
    transaction.commit();
}

void IndexUpdate::update(const fs::path& file) {
    const QString path = QString::fromStdString(file.string());
    const QString stamp = stampOf(file);
    KnownSession known = knownSession(index_, path);
    if (known.id != 0 && known.stamp == stamp) return;

    const Database session(file);
    const ReadTransaction moment(session);
    const LastEvent last = lastEventOf(session);
    const QString lastEvent = last.log + QLatin1Char(' ') + last.event;
    const bool isOther = !known.lastEvent.startsWith(last.log + QLatin1Char(' '));
    const bool isSame = !last.event.isEmpty() && known.lastEvent == lastEvent;
    if (known.id != 0 && isOther) {
        forget(known.id);  // another session has its name now
        known = {};
    }
    std::vector<std::pair<QString, Exchange>> changed;
    QString title, notes;
    if (!isSame) {
        const std::map<qint64, QString> before = knownExchanges(index_, known.id);
        for (const auto& [id, exchangeStamp] : stampsOf(session)) {
            const auto old = before.find(id);
            if (old != before.end() && old->second == exchangeStamp) continue;
            changed.emplace_back(exchangeStamp, std::move(readExchanges(session, Detail::light, id).front()));
        }
        title = QString::fromStdString(readTitle(session));
        notes = notesOf(readMeasurements(session));
    }

    IndexTransaction transaction(index_);
    if (known.id == 0) {
        known.id = index_
                       .run(QStringLiteral("INSERT INTO sessions (path, stamp, last_event, title, first_ms, last_ms)"
                                           " VALUES (:path, '', '', '', 0, 0)"),
                            {{"path", path}})
                       .lastInsertId()
                       .toLongLong();
    }
    for (const auto& [exchangeStamp, exchange] : changed)
        storeExchange(index_, known.id, exchangeStamp, exchange);
    if (!isSame) storeSummary(index_, known.id, title, notes);
    index_.run(QStringLiteral("UPDATE sessions SET stamp = :stamp, last_event = :last WHERE id = :id"),
               {{"stamp", stamp}, {"last", lastEvent}, {"id", known.id}});
    transaction.commit();
    exchangesRead_ += static_cast<int>(changed.size());
}

}  // namespace fleming::app
