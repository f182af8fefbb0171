#pragma once

#include "app/session/file/shared_hold.h"
#include "base/error.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>
#include <functional>
#include <optional>

class QSqlError;

namespace fleming::app {

/// The SQLite file of a session: one connection, for the thread that made it. Every failure is an Error "session.*"
/// with the file as its source.
class Database {
public:
    /// Called once, before the first write to a writable file. Returns false if another program writes the file.
    using Claim = std::function<bool()>;

    /// Opens the file, or creates it with its tables. A file of an older version is copied to "<file>.backup-<version>"
    /// and migrated. A file that cannot be written, is of a newer version, is written by another program or lies on a
    /// full disk is opened read-only and not changed. Uses a write-ahead log, or a rollback journal where the log
    /// cannot work. Without a claim, opens an existing file read-only. If nobody is writing it, it is taken to stay as
    /// it is while this object lives, which should be short; then SQLite leaves no files beside it.
    explicit Database(const std::filesystem::path& file, const Claim& claim = {});

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& path() const { return file_; }

    /// Returns why the file is read-only, or nothing if it can be written.
    const std::optional<Error>& readOnlyReason() const { return readOnlyReason_; }

    /// Returns the version of the tables: kSchemaVersion unless the file is read-only.
    int version() const { return version_; }

    QSqlQuery prepare(const QString& sql) const;
    /// Executes a statement of prepare().
    void run(QSqlQuery& query) const;
    void run(const QString& sql) const;
    /// Returns the result of a statement that gives one value, or a null value if it gives no row.
    QVariant value(const QString& sql) const;

    enum class Durability {
        process,  ///< survives the end of the program: the system has it, the disk perhaps not (0.02 ms)
        power,    ///< survives a power cut: the log is synchronised, with everything that was written before
    };

private:
    friend class Transaction;
    void open(const Claim& claim);
    void openReadOnly(const char* reason);
    void openAtRest();
    void name();
    void connect(const QString& options = {});
    void recover();
    void connectToRead();
    void disconnect();
    void identifyToWrite();
    void identify();
    void usePointerMaps();
    void chooseJournal();
    bool useWriteAheadLog();
    void createOrMigrateTables();
    void backUp();
    void checkIsInPlace() const;
    void setDurability(Durability durability);
    [[noreturn]] void refuse(const char* code) const;
    [[noreturn]] void fail(const QSqlError& error) const;

    std::filesystem::path file_;
    QString connection_;
    std::optional<Error> readOnlyReason_;
    std::optional<SharedHold> hold_;  // with a write-ahead log
    int version_ = 0;                 // 0: the file has no tables yet
    bool network_ = false;            // or another place where a write-ahead log cannot work
    Durability durability_ = Durability::power;
};

/// Writes all or nothing: is rolled back unless committed.
class Transaction {
public:
    Transaction(Database& database, Database::Durability durability);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

/// A read transaction: all reads see the state of the file at the first read, even if other programs write meanwhile.
class ReadTransaction {
public:
    explicit ReadTransaction(const Database& database);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    const Database& database_;
};

}  // namespace fleming::app
