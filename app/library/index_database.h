#pragma once

#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>

namespace fleming::app {

/// The tables of an index.
struct IndexSchema {
    int version;                              ///< PRAGMA user_version; one higher for each change
    std::span<const char* const> statements;  ///< create the tables
    const char* probe;                        ///< fails unless the tables exist
    const char* fault;                        ///< the Error code of every failure
};

/// The SQLite file of an index: one connection, for the thread that made it. Several connections may be open: one
/// writes, the others read what was committed last. Every failure is an Error with the code IndexSchema::fault.
class IndexDatabase {
public:
    /// Opens the file, or creates it, readable by its owner only. A file of another version, or one that is damaged, is
    /// created anew: an index holds nothing that the files that it was made from do not hold. `schema` outlives this
    /// object.
    IndexDatabase(const std::filesystem::path& file, const IndexSchema& schema);
    ~IndexDatabase();
    IndexDatabase(const IndexDatabase&) = delete;
    IndexDatabase& operator=(const IndexDatabase&) = delete;

    using Values = std::initializer_list<std::pair<const char*, QVariant>>;

    /// Prepares and executes a statement with its named parameters (":name").
    QSqlQuery run(const QString& sql, Values values = {}) const;

    /// The same for parameters that are known only when the program runs.
    QSqlQuery run(const QString& sql, const QVariantMap& values) const;

private:
    bool openExisting();
    void open();
    void close() const;
    void createTables() const;
    bool isOfThisVersion() const;
    void createFile() const;
    [[noreturn]] void fail(const QSqlError& error) const;

    std::filesystem::path file_;
    const IndexSchema& schema_;
    QString connection_;
    mutable int lastFault_ = 0;  // the result code of SQLite for the last failure
};

/// Writes all or nothing: is rolled back unless committed.
class IndexTransaction {
public:
    explicit IndexTransaction(const IndexDatabase& database);
    ~IndexTransaction();
    IndexTransaction(const IndexTransaction&) = delete;
    IndexTransaction& operator=(const IndexTransaction&) = delete;
    void commit();

private:
    const IndexDatabase& database_;
    bool open_ = true;
};

}  // namespace fleming::app
