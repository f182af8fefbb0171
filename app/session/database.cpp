#include "app/session/database.h"

#include "app/session/schema.h"
#include "app/session/storage.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <fstream>

namespace fleming::app {

namespace {

constexpr int kBusyTimeoutMs = 3000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

/// Another way to open the file would wait for the lock, too.
class Locked : public Error {
public:
    using Error::Error;
};

QString shown(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

[[noreturn]] void refuse(const QString& text, const std::filesystem::path& file) {
    throw Error(text.arg(shown(file)).toStdString());
}

void checkIsSqliteOrNew(const std::filesystem::path& file) {
    static constexpr char kMagic[] =
        "SQLite format 3";  // with its closing NUL: the first 16 bytes of every SQLite file
    std::error_code error;
    if (!std::filesystem::is_directory(file.parent_path(), error)) {
        refuse(Text::tr("The session \"%1\" cannot be opened because its folder does not exist."), file);
    }
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) return;
    if (!std::filesystem::is_regular_file(status)) {
        refuse(Text::tr("\"%1\" is not a file, so it cannot be opened as a session."), file);
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) refuse(Text::tr("The session \"%1\" cannot be read. Check its permissions."), file);
    std::array<char, sizeof(kMagic)> start{};
    stream.read(start.data(), start.size());
    const auto got = static_cast<std::size_t>(stream.gcount());
    if (got == 0) return;  // an empty file becomes a session
    if (got < start.size() || std::memcmp(start.data(), kMagic, start.size()) != 0) {
        refuse(Text::tr("\"%1\" is not a Fleming Viewer session. The file was not changed."), file);
    }
}

}  // namespace

Database::Database(const std::filesystem::path& file, const Claim& claim) : file_(std::filesystem::absolute(file)) {
    static std::atomic<int> number{0};
    connection_ = QStringLiteral("fleming-session-%1").arg(++number);
    checkIsSqliteOrNew(file_);
    try {
        if (claim) {
            open(claim);
        } else {
            openReadOnly({});
        }
    } catch (...) {
        disconnect();
        throw;
    }
}

Database::~Database() {
    disconnect();
}

void Database::open(const Claim& claim) {
    std::error_code ignored;
    const bool exists = std::filesystem::exists(file_, ignored);
    if (exists && !canBeWritten(file_)) {
        openReadOnly(Text::tr("The session \"%1\" cannot be written in its folder, so it was opened read-only.")
                         .arg(shown(file_)));
        return;
    }
    identifyToWrite();
    if (version_ > kSchemaVersion) {
        openReadOnly(
            Text::tr("The session \"%1\" was created by a newer version of Fleming Viewer, so it was opened read-only.")
                .arg(shown(file_)));
        return;
    }
    if (!claim()) {
        openReadOnly(Text::tr("The session \"%1\" is in use by another Fleming Viewer, so it was opened read-only.")
                         .arg(shown(file_)));
        return;
    }
    try {
        chooseJournal();
        makeOrUpgradeTables();
    } catch (const Error&) {
        if (version_ == 0 || !isDiskFull(file_)) throw;
        openReadOnly(Text::tr("The disk of the session \"%1\" is full, so it was opened read-only.").arg(shown(file_)));
    }
}

void Database::openReadOnly(const QString& reason) {
    readOnlyReason_ =
        reason.isEmpty() ? Text::tr("The session \"%1\" was opened read-only.").arg(shown(file_)) : reason;
    try {
        connect(QStringLiteral("QSQLITE_OPEN_READONLY"));
        identify();
    } catch (const Locked&) {
        throw;
    } catch (const Error&) {
        if (canBeWritten(file_) && !isDiskFull(file_)) throw;
        connectToRead();
        identify();
    }
    if (version_ == 0) refuse(Text::tr("\"%1\" is not a Fleming Viewer session. The file was not changed."), file_);
}

/// Connects to a file that nobody writes and beside which not even SQLite's files for a reader can be made.
void Database::connectToRead() {
    if (hasUnfinishedJournal(file_)) {
        refuse(Text::tr("The session \"%1\" was not closed properly and cannot be written in its folder. Copy it to "
                        "another folder, together with the files whose names begin with its name, and open it there."),
               file_);
    }
    connect(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
}

void Database::connect(const QString& options) {
    disconnect();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    if (!database.isValid()) {
        throw Error(Text::tr("Sessions cannot be saved because Qt's SQLite driver is missing. Install the package "
                             "libqt6sql6-sqlite.")
                        .toStdString());
    }
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
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

/// Connects and identifies; where a write-ahead log cannot be read for want of its shared memory, without that memory.
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
    run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"));  // then SQLite keeps the memory to itself
    identify();
}

void Database::identify() {
    const bool isEmpty = value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() == 0;
    const int application = value(QStringLiteral("PRAGMA application_id")).toInt();
    version_ = 0;
    if (isEmpty && application == 0) return;
    if (application != kApplicationId) {
        refuse(Text::tr(
                   "\"%1\" belongs to another program and is not a Fleming Viewer session. The file was not changed."),
               file_);
    }
    version_ = std::max(1, value(QStringLiteral("PRAGMA user_version")).toInt());
}

void Database::chooseJournal() {
    if (network_ || !useWriteAheadLog()) {
        connect();
        run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE"));
        run(QStringLiteral("PRAGMA journal_mode = DELETE"));
        run(QStringLiteral("PRAGMA locking_mode = NORMAL"));
        identify();  // the first read lets go of the lock
    }
    run(QStringLiteral("PRAGMA foreign_keys = ON"));
}

bool Database::useWriteAheadLog() {
    try {
        const QString mode = value(QStringLiteral("PRAGMA journal_mode = WAL")).toString();
        Transaction(*this, Durability::power).commit();  // makes the shared memory
        return mode == QLatin1String("wal");
    } catch (const Locked&) {
        throw;
    } catch (const Error&) {
        return false;
    }
}

void Database::makeOrUpgradeTables() {
    if (version_ > 0 && version_ < kSchemaVersion) backUp(version_);
    // Also where there is nothing to make: a file that cannot be written is told of now and not with the first
    // question.
    Transaction transaction(*this, Durability::power);
    const int before = version_;
    if (version_ == 0) {
        for (const char* const* statement = kSchema; *statement != nullptr; ++statement) {
            run(QString::fromLatin1(*statement));
        }
        run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
        version_ = kSchemaVersion;
    }
    for (; version_ < kSchemaVersion; ++version_)
        run(QString::fromLatin1(kUpgrades[version_ - 1]));
    if (version_ != before) run(QStringLiteral("PRAGMA user_version = %1").arg(version_));
    transaction.commit();
}

/// SQLite's own copy has what the journal holds, too. It gets its name when it is complete.
void Database::backUp(int version) {
    const std::string name = file_.string() + ".backup-" + std::to_string(version);
    std::filesystem::path copy = name;
    std::error_code error;
    for (int n = 2; std::filesystem::exists(copy, error); ++n)
        copy = name + "-" + std::to_string(n);
    const std::filesystem::path part = copy.string() + ".part";
    std::filesystem::remove(part, error);
    QSqlQuery query = prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(shown(part));
    try {
        run(query);
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
            throw Locked(Text::tr("The session \"%1\" is in use by another program. Close that program and try again.")
                             .arg(shown(file_))
                             .toStdString());
        case 3:   // SQLITE_PERM
        case 8:   // SQLITE_READONLY
        case 14:  // SQLITE_CANTOPEN
            refuse(Text::tr("The session \"%1\" cannot be written. Check the permissions of the file and its folder, "
                            "or copy it to another folder."),
                   file_);
        case 13:  // SQLITE_FULL
            refuse(Text::tr("The session \"%1\" cannot be written because the disk is full. Free some space and try "
                            "again."),
                   file_);
        case 10:  // SQLITE_IOERR
            if (isDiskFull(file_))
                refuse(Text::tr("The session \"%1\" cannot be written because the disk is full. "
                                "Free some space and try again."),
                       file_);
            break;
        case 11:  // SQLITE_CORRUPT
        case 26:  // SQLITE_NOTADB
            refuse(Text::tr("The session \"%1\" is damaged. Open a backup copy."), file_);
        default:
            break;
    }
    if (version_ > kSchemaVersion) {
        refuse(
            Text::tr("The session \"%1\" was created by a newer version of Fleming Viewer. Open it with that version."),
            file_);
    }
    throw Error(Text::tr("The session \"%1\" could not be used: %2.")
                    .arg(shown(file_), error.databaseText().isEmpty() ? error.driverText() : error.databaseText())
                    .toStdString());
}

Transaction::Transaction(Database& database, Database::Durability durability) : database_(database) {
    database_.setDurability(durability);
    database_.run(QStringLiteral("BEGIN IMMEDIATE"));
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run(QStringLiteral("ROLLBACK"));
    } catch (const Error&) {
        // SQLite has rolled back by itself; the first error is the one to be told.
    }
}

void Transaction::commit() {
    database_.run(QStringLiteral("COMMIT"));
    open_ = false;
}

QByteArray toColumn(const std::string& text) {
    // A null QByteArray would be stored as NULL.
    return text.empty() ? QByteArray("") : QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string fromColumn(const QVariant& value) {
    return value.toByteArray().toStdString();
}

}  // namespace fleming::app
