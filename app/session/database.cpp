#include "app/session/database.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <fstream>

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>

#include "app/session/schema.h"

namespace fleming::app {

namespace {

constexpr int kBusyTimeoutMs = 3000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

QString shown(const std::filesystem::path& file) { return QString::fromStdString(file.string()); }

[[noreturn]] void refuse(const QString& text, const std::filesystem::path& file) {
    throw Error(text.arg(shown(file)).toStdString());
}

void checkIsSqliteOrNew(const std::filesystem::path& file) {
    static constexpr char kMagic[] = "SQLite format 3";  // with its closing NUL: the first 16 bytes of every SQLite file
    std::error_code error;
    if (!std::filesystem::is_directory(file.parent_path(), error)) {
        refuse(Text::tr("The session \"%1\" cannot be opened: its folder does not exist."), file);
    }
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) return;
    if (!std::filesystem::is_regular_file(status)) {
        refuse(Text::tr("\"%1\" is not a file, so it cannot be a session."), file);
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) refuse(Text::tr("The session \"%1\" cannot be read. Check its permissions."), file);
    std::array<char, sizeof(kMagic)> start{};
    stream.read(start.data(), start.size());
    const auto got = static_cast<std::size_t>(stream.gcount());
    if (got == 0) return;  // an empty file becomes a session
    if (got < start.size() || std::memcmp(start.data(), kMagic, start.size()) != 0) {
        refuse(Text::tr("\"%1\" is not a session of Fleming Viewer. It was not changed."), file);
    }
}

}  // namespace

Database::Database(const std::filesystem::path& file) : file_(std::filesystem::absolute(file)) {
    static std::atomic<int> number{0};
    connection_ = QStringLiteral("fleming-session-%1").arg(++number);
    checkIsSqliteOrNew(file_);
    try {
        connect();
        checkOrMakeTables();
    } catch (...) {
        QSqlDatabase::removeDatabase(connection_);
        throw;
    }
}

Database::~Database() {
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

void Database::connect() {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    if (!database.isValid()) {
        throw Error(Text::tr("Sessions cannot be stored: Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite.")
                        .toStdString());
    }
    database.setDatabaseName(shown(file_));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs));
    if (!database.open()) fail(database.lastError());
}

void Database::checkOrMakeTables() {
    const auto isEmpty = [this] { return value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toInt() == 0; };
    const bool isNew = isEmpty() && value(QStringLiteral("PRAGMA application_id")).toInt() == 0;
    if (!isNew) {
        if (value(QStringLiteral("PRAGMA application_id")).toInt() != kApplicationId) {
            refuse(Text::tr("\"%1\" belongs to another program and is not a session of Fleming "
                                                "Viewer. It was not changed."), file_);
        }
        if (value(QStringLiteral("PRAGMA user_version")).toInt() > kSchemaVersion) {
            refuse(Text::tr("The session \"%1\" was made by a newer version of Fleming Viewer. "
                                                "Open it with that version."), file_);
        }
    }
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA foreign_keys = ON"));
    // Also where there is nothing to make: a file that cannot be written is told of now and not with the first question.
    Transaction transaction(*this, Durability::power);
    if (isNew && isEmpty()) {
        for (const char* const* statement = kSchema; *statement != nullptr; ++statement) {
            run(QString::fromLatin1(*statement));
        }
        run(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
        run(QStringLiteral("PRAGMA user_version = %1").arg(kSchemaVersion));
    }
    const int version = value(QStringLiteral("PRAGMA user_version")).toInt();
    for (int from = std::max(version, 1); from < kSchemaVersion; ++from) {
        run(QString::fromLatin1(kUpgrades[from - 1]));
        run(QStringLiteral("PRAGMA user_version = %1").arg(from + 1));
    }
    transaction.commit();
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
            refuse(Text::tr("The session \"%1\" is locked by another running program. Close that "
                                                "program and try again."), file_);
        case 3:   // SQLITE_PERM
        case 8:   // SQLITE_READONLY
        case 14:  // SQLITE_CANTOPEN
            refuse(Text::tr("The session \"%1\" cannot be written. Check the permissions of the file "
                                                "and of its folder, or copy it to another folder."), file_);
        case 13:  // SQLITE_FULL
            refuse(Text::tr("The session \"%1\" cannot be written: the disk is full."), file_);
        case 11:  // SQLITE_CORRUPT
        case 26:  // SQLITE_NOTADB
            refuse(Text::tr("The session \"%1\" is damaged. Open a copy of it that you kept."), file_);
        default:
            throw Error(Text::tr("The session \"%1\" could not be used: %2.")
                            .arg(shown(file_), error.databaseText().isEmpty() ? error.driverText() : error.databaseText())
                            .toStdString());
    }
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

std::string fromColumn(const QVariant& value) { return value.toByteArray().toStdString(); }

}  // namespace fleming::app
