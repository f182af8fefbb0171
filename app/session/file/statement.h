#pragma once

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

class Database;

/// A value for a column. Text is bound as bytes and needs CAST(:name AS TEXT) in the statement: so neither SQLite nor
/// Qt converts it, and NUL, byte order marks and ill-formed UTF-8 are stored as they are.
class SqlValue {
public:
    SqlValue(std::nullopt_t) {}
    SqlValue(int value) : value_(qlonglong{value}) {}
    SqlValue(std::int64_t value) : value_(qlonglong{value}) {}
    SqlValue(double value) : value_(value) {}
    SqlValue(const char* text) : value_(QByteArray(text)), isText_(true) {}
    SqlValue(const std::string& text);
    SqlValue(const QByteArray& blob);

    const QVariant& variant() const { return value_; }
    bool isText() const { return isText_; }

private:
    QVariant value_;
    bool isText_ = false;
};

/// A prepared SQL statement. Parameters and columns are addressed by name. Every failure is the Error of
/// Database::run().
class Statement {
public:
    Statement(const Database& database, const QString& sql);

    /// Binds `value` to the parameter `:name`, without the colon in `name`.
    Statement& bind(const char* name, const SqlValue& value);
    void run();

    /// Moves to the next row of the result and returns true if there is one.
    bool next();
    /// Ends the reading of a result before its last row, so that the statement holds no lock on the file.
    void finish() { query_.finish(); }

    // Values of the current row. A column that is NULL reads as 0, 0.0 or an empty value.
    bool isNull(const char* column) const { return value(column).isNull(); }
    int integer(const char* column) const { return value(column).toInt(); }
    std::int64_t number(const char* column) const { return value(column).toLongLong(); }
    double real(const char* column) const { return value(column).toDouble(); }
    QByteArray blob(const char* column) const { return value(column).toByteArray(); }
    /// The column must be selected as CAST(column AS BLOB): see SqlValue.
    std::string text(const char* column) const { return blob(column).toStdString(); }

    /// Returns the type of a value as SQLite has stored it: LongLong, Double, QString or QByteArray.
    QMetaType::Type type(const char* column) const { return static_cast<QMetaType::Type>(value(column).typeId()); }

    /// Returns the number of columns of the result, once it has a row.
    int columns() const;
    /// Returns the value of a column by its position in the statement, from 0.
    QVariant at(int column) const { return query_.value(column); }

    std::int64_t rowsAffected() const { return query_.numRowsAffected(); }
    std::int64_t lastInsertId() const { return query_.lastInsertId().toLongLong(); }

private:
    QVariant value(const char* column) const;
    void nameColumns() const;

    const Database* database_;
    QSqlQuery query_;
    mutable std::vector<QByteArray> columns_;  // their names, once a value was read
};

using Fields = std::initializer_list<std::pair<const char*, SqlValue>>;

/// Inserts a row with the given columns and returns its row id.
std::int64_t insertRow(const Database& database, const char* table, Fields fields);

/// Updates the columns of the rows of `table` for which `condition` holds, and returns how many there are. `condition`
/// may use the parameter `:id`.
std::int64_t updateRow(const Database& database, const char* table, Fields fields, const char* condition,
                       std::int64_t id);

}  // namespace fleming::app
