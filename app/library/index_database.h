#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>
#include <initializer_list>
#include <utility>

namespace fleming::app {

/// The SQLite file of the index: one connection, for the thread that made it. Several connections may be open: one
/// writes, the others read what was committed last. Every failure is an Error "library.unusable".
class IndexDatabase {
public:
    /// Opens the file, or creates it, readable by its owner only. A file of another version, or one that is damaged, is
    /// created anew: it holds nothing that the sessions do not hold.
    explicit IndexDatabase(const std::filesystem::path& file);
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

    std::filesystem::path file_;
    QString connection_;
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
