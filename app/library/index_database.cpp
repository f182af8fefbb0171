#include "app/library/index_database.h"

#include "base/error.h"

#include <QFile>
#include <QLockFile>
#include <QSqlDatabase>

#include <atomic>

namespace fleming::app {

namespace {

constexpr int kBusyTimeoutMs = 5000;
// Result codes of SQLite that a damaged file, or a file without the tables, leads to.
constexpr int kSqliteError = 1, kSqliteCorrupt = 11, kSqliteNotADatabase = 26;

QString shown(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

}  // namespace

IndexDatabase::IndexDatabase(const std::filesystem::path& file, const IndexSchema& schema)
    : file_(file), schema_(schema) {
    static std::atomic<int> number{0};
    connection_ = QStringLiteral("fleming-index-%1").arg(++number);
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
    } catch (const Error&) {
        // A file that is locked or unreadable is not replaced.
        if (lastFault_ != kSqliteError && lastFault_ != kSqliteCorrupt && lastFault_ != kSqliteNotADatabase) {
            close();
            throw;
        }
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
    if (!database.open()) fail(database.lastError());
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA synchronous = NORMAL"));
}

bool IndexDatabase::isOfThisVersion() const {
    QSqlQuery version = run(QStringLiteral("PRAGMA user_version"));
    if (!version.next() || version.value(0).toInt() != schema_.version) return false;
    run(QLatin1String(schema_.probe));
    return true;
}

void IndexDatabase::createTables() const {
    IndexTransaction transaction(*this);
    for (const char* sql : schema_.statements)
        run(QLatin1String(sql));
    run(QStringLiteral("PRAGMA user_version = %1").arg(schema_.version));
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
    if (!good) fail(query.lastError());
    return query;
}

void IndexDatabase::fail(const QSqlError& error) const {
    lastFault_ = error.nativeErrorCode().toInt() & 0xff;  // without the extension of the code
    throw Error(schema_.fault, file_.string(), {error.databaseText().toStdString()});
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
