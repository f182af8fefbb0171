#include "app/library/index_database.h"

#include "base/error.h"

#include <QFile>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>

namespace fleming::app {

namespace {

constexpr int kVersion = 1;  // one higher for each change of the tables or of indexedText()
constexpr int kBusyTimeoutMs = 5000;

QString shown(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

}  // namespace

IndexDatabase::IndexDatabase(const std::filesystem::path& file) : file_(file) {
    static std::atomic<int> number{0};
    connection_ = QStringLiteral("fleming-library-%1").arg(++number);
    std::error_code ignored;
    std::filesystem::create_directories(file_.parent_path(), ignored);
    if (openExisting()) return;
    // One thread of one program creates the file; the others wait, and then open it.
    QLockFile lock(shown(file_) + QStringLiteral(".lock"));
    lock.lock();
    if (openExisting()) return;
    createFile();
    open();
    createTables();
}

/// Returns true if the file exists and is usable.
bool IndexDatabase::openExisting() {
    try {
        if (!std::filesystem::exists(file_)) return false;
        open();
        if (isOfThisVersion()) return true;
    } catch (const std::exception&) {
        // The constructor creates it again.
    }
    close();
    return false;
}

IndexDatabase::~IndexDatabase() {
    close();
}

void IndexDatabase::close() const {
    if (!QSqlDatabase::contains(connection_)) return;
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

void IndexDatabase::createFile() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file_.string() + suffix, ignored);
    QFile file(shown(file_));
    if (file.open(QIODevice::WriteOnly)) file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void IndexDatabase::open() {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    database.setDatabaseName(shown(file_));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs));
    if (!database.open())
        throw Error("library.unusable", file_.string(), {database.lastError().databaseText().toStdString()});
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA synchronous = NORMAL"));
}

bool IndexDatabase::isOfThisVersion() const {
    QSqlQuery version = run(QStringLiteral("PRAGMA user_version"));
    if (!version.next() || version.value(0).toInt() != kVersion) return false;
    run(QStringLiteral("SELECT count(*) FROM sessions"));
    return true;
}

void IndexDatabase::createTables() const {
    IndexTransaction transaction(*this);
    for (const char* sql :
         {"CREATE TABLE sessions ("
          " id INTEGER PRIMARY KEY,"
          " path TEXT NOT NULL UNIQUE,"
          " stamp TEXT NOT NULL,"  // sizes and times of its files
          " last_event TEXT NOT NULL,"
          " title TEXT NOT NULL,"
          " first_ms INTEGER NOT NULL,"
          " last_ms INTEGER NOT NULL)",

          // One row for each exchange, and one with the exchange 0 for the title of the session.
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
          " tokenize = 'unicode61 remove_diacritics 2')"}) {
        run(QLatin1String(sql));
    }
    run(QStringLiteral("PRAGMA user_version = %1").arg(kVersion));
    transaction.commit();
}

QSqlQuery IndexDatabase::run(const QString& sql, Values values) const {
    QVariantMap map;
    for (const auto& [name, value] : values)
        map.insert(QLatin1String(name), value);
    return run(sql, map);
}

QSqlQuery IndexDatabase::run(const QString& sql, const QVariantMap& values) const {
    QSqlQuery query(QSqlDatabase::database(connection_, false));
    query.setForwardOnly(true);
    bool good = query.prepare(sql);
    for (auto each = values.begin(); good && each != values.end(); ++each) {
        const QVariant& value = each.value();
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();  // bound as NULL
        query.bindValue(QLatin1Char(':') + each.key(), isNullText ? QVariant(QStringLiteral("")) : value);
    }
    good = good && query.exec();
    if (!good) {
        throw Error("library.unusable", file_.string(), {query.lastError().databaseText().toStdString()});
    }
    return query;
}

IndexTransaction::IndexTransaction(const IndexDatabase& database) : database_(database) {
    database_.run(QStringLiteral("BEGIN IMMEDIATE"));
}

IndexTransaction::~IndexTransaction() {
    if (!open_) return;
    try {
        database_.run(QStringLiteral("ROLLBACK"));
    } catch (const Error&) {
        // SQLite has already rolled back.
    }
}

void IndexTransaction::commit() {
    database_.run(QStringLiteral("COMMIT"));
    open_ = false;
}

}  // namespace fleming::app
