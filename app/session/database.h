#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

class QSqlError;

namespace fleming::app {

/// A session's SQLite file, opened and known to be one of ours. One connection, used by the thread that made it.
/// Every failure is an Error that names the file and says what to do.
class Database {
public:
    /// Asked once before the first write to a file that can be written; false: another program writes it.
    using Claim = std::function<bool()>;

    /// Opens the file or makes it, with the tables in it; a file of an older version is copied to
    /// "<file>.backup-<version>" and brought to this one. A file that cannot be written, is of a newer version or is
    /// written by another program is opened read-only, as it is; so is one whose disk is full. Uses a write-ahead log,
    /// or a rollback journal where that cannot work. Without a claim, opens an existing file read-only.
    explicit Database(const std::filesystem::path& file, const Claim& claim = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& path() const { return file_; }
    /// A sentence for the user; empty where the file can be written.
    const QString& readOnlyReason() const { return readOnlyReason_; }
    int version() const { return version_; }  ///< of the tables: older or newer than ours in a file that is read only

    QSqlQuery prepare(const QString& sql) const;
    void run(QSqlQuery& query) const;  ///< executes what was prepared and bound
    void run(const QString& sql) const;
    QVariant value(const QString& sql) const;  ///< the first column of the first row; null without one

    enum class Durability {
        process,  ///< survives the end of the program in any way: written to the log, not yet synchronised (0.02 ms)
        power,    ///< survives a power cut too: the log is synchronised, and with it all that was written before
    };

private:
    friend class Transaction;
    void open(const Claim& claim);
    void openReadOnly(const QString& reason);
    void connect(const QString& options = {});
    void connectToRead();
    void disconnect();
    void identifyToWrite();
    void identify();
    void chooseJournal();
    bool useWriteAheadLog();
    void makeOrUpgradeTables();
    void backUp(int version);
    void setDurability(Durability durability);
    [[noreturn]] void fail(const QSqlError& error) const;

    std::filesystem::path file_;
    QString connection_;
    QString readOnlyReason_;
    int version_ = 0;       // 0: the file has no tables yet
    bool network_ = false;  // or another place that cannot have a write-ahead log
    Durability durability_ = Durability::power;
};

/// All or nothing: rolled back unless committed.
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

/// Text goes in as bytes, through "CAST(? AS TEXT)", and comes out through "CAST(column AS BLOB)": so SQLite and Qt
/// convert nothing, and every byte (NUL, byte order marks, ill-formed UTF-8) comes back as it was.
QByteArray toColumn(const std::string& text);
std::string fromColumn(const QVariant& value);

}  // namespace fleming::app
