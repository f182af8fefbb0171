#include "app/session/file/database.h"

#include "app/session/file/migrations.h"
#include "app/session/file/statement.h"
#include "app/session/file/storage.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <algorithm>
#include <atomic>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr int kBusyTimeoutMs = 3000;

/// The file is locked by another program. No other way to open it would succeed.
class Locked : public Error {
public:
    using Error::Error;
};

QString shown(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

/// Does not open the file: closing it would release the locks of this process' connections to it.
void checkIsFileOrNew(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_directory(file.parent_path(), error)) {
        throw Error("session.absent_folder", file);
    }
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) return;
    if (!std::filesystem::is_regular_file(status)) {
        throw Error("session.not_a_file", file);
    }
    if (::access(file.c_str(), R_OK) != 0) throw Error("session.cannot_be_read", file);
}

}  // namespace

void Database::name() {
    static std::atomic<int> number{0};
    connection_ = QStringLiteral("fleming-session-%1").arg(++number);
}

Database::Database(const std::filesystem::path& file, const Claim& claim) : file_(realPath(file)) {
    name();
    checkIsFileOrNew(file_);
    try {
        if (claim) {
            open(claim);
        } else if (isAtRest(file_)) {
            openAtRest();
        } else {
            openReadOnly("session.read_only");
        }
    } catch (...) {
        disconnect();
        throw;
    }
}

Database::~Database() {
    disconnect();
}

void Database::refuse(const char* code) const {
    throw Error(code, file_.string());
}

void Database::open(const Claim& claim) {
    std::error_code ignored;
    const bool exists = std::filesystem::exists(file_, ignored);
    if (exists && !canBeWritten(file_)) return openReadOnly("session.read_only_folder");
    // Before anything that could write: not even a connection for writing is made to a file that another program
    // writes.
    if (exists && !claim()) return openReadOnly("session.read_only_in_use");
    identifyToWrite();
    if (version_ > kSchemaVersion) return openReadOnly("session.read_only_newer_version");
    if (!exists && !claim()) return openReadOnly("session.read_only_in_use");
    try {
        chooseJournal();
        createOrMigrateTables();
        run(QStringLiteral("PRAGMA foreign_keys = ON"));
    } catch (const Error&) {
        if (version_ == 0 || !isDiskFull(file_)) throw;
        openReadOnly("session.read_only_disk_full");
    }
}

void Database::openReadOnly(const char* reason) {
    readOnlyReason_ = Error(reason, file_.string());
    try {
        connect(QStringLiteral("QSQLITE_OPEN_READONLY"));
        identify();
    } catch (const Locked&) {
        throw;
    } catch (const Error&) {
        if (canBeWritten(file_) && hasUnfinishedJournal(file_)) {
            recover();
        } else if (canBeWritten(file_) && !isDiskFull(file_)) {
            throw;
        } else {
            connectToRead();
            identify();
        }
    }
    if (version_ == 0) refuse("session.not_a_session");
}

/// Connects to a file that a program left with an unfinished transaction. SQLite rolls it back, which a read-only
/// connection cannot do.
void Database::recover() {
    connect();
    identify();
    run(QStringLiteral("PRAGMA query_only = ON"));
}

void Database::openAtRest() {
    readOnlyReason_ = Error("session.read_only", file_.string());
    connectToRead();
    identify();
    if (version_ == 0) refuse("session.not_a_session");
}

/// Connects to a file in a folder in which not even the files can be created that SQLite needs to read.
void Database::connectToRead() {
    if (hasUnfinishedJournal(file_)) refuse("session.not_closed");
    connect(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
}

void Database::connect(const QString& options) {
    disconnect();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    if (!database.isValid()) throw Error("session.no_driver");
    const QByteArray path = QUrl::toPercentEncoding(shown(file_), "/");
    database.setDatabaseName(options.contains(QLatin1String("URI"))
                                 ? QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(path))
                                 : shown(file_));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1;%2").arg(kBusyTimeoutMs).arg(options));
    if (!database.open()) fail(database.lastError());
    durability_ = Durability::power;  // SQLite's default
}

void Database::disconnect() {
    if (!QSqlDatabase::contains(connection_)) return;
    if (hold_) hold_->release();
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
    hold_.reset();
}

/// Connects and identifies the file. If the shared memory of a write-ahead log cannot be created, works without it.
void Database::identifyToWrite() {
    network_ = isOnNetwork(file_);
    if (!network_) {
        try {
            connect();
            identify();
            return;
        } catch (const Locked&) {
            throw;
        } catch (const Error&) {
            network_ = true;
        }
    }
    connect();
    run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"));  // then SQLite uses memory of its own
    identify();
}

void Database::identify() {
    const bool isEmpty = value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() == 0;
    const int application = value(QStringLiteral("PRAGMA application_id")).toInt();
    version_ = 0;
    if (isEmpty && application == 0) return;
    if (application != kApplicationId) {
        refuse("session.other_program");
    }
    // A view in place of a table can have endless rows: nothing may read it. A blob hides what it is.
    const QString foreign = QStringLiteral(
        "SELECT count(*) FROM sqlite_master WHERE type = 'view' OR lower(substr(ltrim(substr(sql, 7)), 1, 4)) = 'view'"
        " OR 'blob' IN (typeof(type), typeof(name), typeof(tbl_name), typeof(sql))");
    if (value(foreign).toInt() != 0) refuse("session.damaged");
    version_ = std::max(1, value(QStringLiteral("PRAGMA user_version")).toInt());
}

/// Lets a new file have pointer maps (https://www.sqlite.org/fileformat.html#pointer_map_or_ptrmap_pages). With them,
/// SQLite reads the columns behind a long blob, such as the prompt of a long conversation, without reading the blob.
/// Nothing moves pages: only FULL would.
void Database::usePointerMaps() {
    if (version_ == 0) run(QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"));
}

void Database::chooseJournal() {
    usePointerMaps();
    if (!network_ && useWriteAheadLog()) {
        hold_.emplace(file_);
    } else {
        connect();
        run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"));
        usePointerMaps();
        run(QStringLiteral("PRAGMA journal_mode = DELETE"));
        run(QStringLiteral("PRAGMA locking_mode = NORMAL"));
        identify();  // the first read releases the lock
    }
}

bool Database::useWriteAheadLog() {
    try {
        const QString mode = value(QStringLiteral("PRAGMA journal_mode = WAL")).toString();
        // Twice the default: a commit of tokens writes two pages, one of the tokens and one of the events, and each
        // checkpoint synchronises the disk.
        run(QStringLiteral("PRAGMA wal_autocheckpoint = 2000"));
        Transaction(*this, Durability::power).commit();  // creates the shared memory
        return mode == QLatin1String("wal");
    } catch (const Locked&) {
        throw;
    } catch (const Error&) {
        return false;
    }
}

void Database::createOrMigrateTables() {
    if (version_ > 0 && version_ < kSchemaVersion) backUp();
    // The transaction writes even if there is nothing to do: a file that cannot be written is reported when it is
    // opened, not at the first question.
    Transaction transaction(*this, Durability::power);
    migrate(*this, version_);
    if (version_ == 0) run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
    if (version_ != kSchemaVersion) run(QStringLiteral("PRAGMA user_version = %1").arg(kSchemaVersion));
    transaction.commit();
    version_ = kSchemaVersion;
}

/// Copies the file with SQLite, which includes the content of the journal. The copy gets its name when it is complete.
void Database::backUp() {
    const std::string name = file_.string() + ".backup-" + std::to_string(version_);
    std::filesystem::path copy = name;
    std::error_code error;
    for (int n = 2; std::filesystem::exists(copy, error); ++n)
        copy = name + "-" + std::to_string(n);
    const std::filesystem::path part = copy.string() + ".part";
    std::filesystem::remove(part, error);
    Statement copying(*this, QStringLiteral("VACUUM INTO CAST(:file AS TEXT)"));
    copying.bind("file", part.string());
    try {
        copying.run();
        std::filesystem::permissions(part, std::filesystem::status(file_).permissions());
        std::filesystem::rename(part, copy);
    } catch (...) {
        std::filesystem::remove(part, error);
        throw;
    }
}

QSqlQuery Database::prepare(const QString& sql) const {
    QSqlQuery query(QSqlDatabase::database(connection_, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) fail(query.lastError());
    return query;
}

void Database::run(QSqlQuery& query) const {
    if (!query.exec()) fail(query.lastError());
}

void Database::run(const QString& sql) const {
    QSqlQuery query(QSqlDatabase::database(connection_, false));
    if (!query.exec(sql)) fail(query.lastError());
}

QVariant Database::value(const QString& sql) const {
    QSqlQuery query = prepare(sql);
    run(query);
    return query.next() ? query.value(0) : QVariant();
}

/// What is written to a file that was moved would stay in a log that SQLite does not find again.
void Database::checkIsInPlace() const {
    if (hold_ && !hold_->isAt(file_)) refuse("session.moved");
}

void Database::setDurability(Durability durability) {
    if (durability_ == durability) return;
    run(durability == Durability::power ? QStringLiteral("PRAGMA synchronous = FULL")
                                        : QStringLiteral("PRAGMA synchronous = NORMAL"));
    durability_ = durability;
}

void Database::fail(const QSqlError& error) const {
    // Primary result codes of https://www.sqlite.org/rescode.html; extended ones have them in their low byte.
    switch (error.nativeErrorCode().toInt() & 0xff) {
        case 5:  // SQLITE_BUSY
        case 6:  // SQLITE_LOCKED
            throw Locked("session.in_use", file_.string());
        case 3:   // SQLITE_PERM
        case 8:   // SQLITE_READONLY
        case 14:  // SQLITE_CANTOPEN
            refuse("session.cannot_be_written");
        case 13:  // SQLITE_FULL
            refuse("session.disk_full");
        case 10:  // SQLITE_IOERR
            if (isDiskFull(file_)) refuse("session.disk_full");
            break;
        case 11:  // SQLITE_CORRUPT
            refuse("session.damaged");
        case 26:  // SQLITE_NOTADB
            refuse("session.not_a_session");
        default:
            break;
    }
    if (version_ > kSchemaVersion) refuse("session.newer_version");
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    throw Error("session.unusable", file_.string(), {text.toStdString()});
}

Transaction::Transaction(Database& database, Database::Durability durability) : database_(database) {
    if (durability == Database::Durability::power) database_.checkIsInPlace();
    database_.setDurability(durability);
    database_.run(QStringLiteral("BEGIN IMMEDIATE"));
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run(QStringLiteral("ROLLBACK"));
    } catch (const Error&) {
        // SQLite has rolled back by itself. The user sees the error that led to the rollback.
    }
}

void Transaction::commit() {
    database_.run(QStringLiteral("COMMIT"));
    open_ = false;
}

ReadTransaction::ReadTransaction(const Database& database) : database_(database) {
    database_.run(QStringLiteral("BEGIN"));
}

ReadTransaction::~ReadTransaction() {
    try {
        database_.run(QStringLiteral("COMMIT"));
    } catch (const Error&) {
        // Nothing was written.
    }
}

}  // namespace fleming::app
