#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include "base/error.h"

class QSqlError;

namespace fleming::app {

/// A session's SQLite file, opened and known to be one of ours. One connection, used by the thread that made it.
/// Every failure is an Error that names the file and says what to do.
class Database {
public:
    /// Opens the file or makes it, with the tables in it.
    explicit Database(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& path() const { return file_; }

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
    void connect();
    void checkOrMakeTables();
    void setDurability(Durability durability);
    [[noreturn]] void fail(const QSqlError& error) const;

    std::filesystem::path file_;
    QString connection_;
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
