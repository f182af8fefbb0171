#include "app/session/file/statement.h"

#include "app/session/file/database.h"

#include <QSqlRecord>

#include <algorithm>
#include <stdexcept>

namespace fleming::app {

namespace {

QString placeholder(const char* name, const SqlValue& value) {
    const QString parameter = QLatin1Char(':') + QLatin1String(name);
    return value.isText() ? QStringLiteral("CAST(%1 AS TEXT)").arg(parameter) : parameter;
}

}  // namespace

// A null QByteArray would be bound as NULL.
SqlValue::SqlValue(const std::string& text)
    : value_(text.empty() ? QByteArray("") : QByteArray(text.data(), static_cast<qsizetype>(text.size()))),
      isText_(true) {}

SqlValue::SqlValue(const QByteArray& blob) : value_(blob.isNull() ? QByteArray("") : blob) {}

Statement::Statement(const Database& database, const QString& sql)
    : database_(&database), query_(database.prepare(sql)) {}

Statement& Statement::bind(const char* name, const SqlValue& value) {
    query_.bindValue(QLatin1Char(':') + QLatin1String(name), value.variant());
    return *this;
}

void Statement::run() {
    database_->run(query_);
}

bool Statement::next() {
    return query_.next();
}

void Statement::nameColumns() const {
    if (!columns_.empty()) return;
    const QSqlRecord record = query_.record();
    for (int i = 0; i < record.count(); ++i)
        columns_.push_back(record.fieldName(i).toLatin1());
}

QVariant Statement::value(const char* column) const {
    nameColumns();
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) throw std::logic_error(std::string("no column ") + column);
    return query_.value(static_cast<int>(found - columns_.begin()));
}

int Statement::columns() const {
    nameColumns();
    return static_cast<int>(columns_.size());
}

std::int64_t insertRow(const Database& database, const char* table, Fields fields) {
    QStringList columns, values;
    for (const auto& [name, value] : fields) {
        columns << QLatin1String(name);
        values << placeholder(name, value);
    }
    Statement statement(database,
                        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                            .arg(QLatin1String(table), columns.join(QLatin1Char(',')), values.join(QLatin1Char(','))));
    for (const auto& [name, value] : fields)
        statement.bind(name, value);
    statement.run();
    return statement.lastInsertId();
}

std::int64_t updateRow(const Database& database, const char* table, Fields fields, const char* condition,
                       std::int64_t id) {
    QStringList columns;
    for (const auto& [name, value] : fields)
        columns << QStringLiteral("%1 = %2").arg(QLatin1String(name), placeholder(name, value));
    Statement statement(database,
                        QStringLiteral("UPDATE %1 SET %2 WHERE %3")
                            .arg(QLatin1String(table), columns.join(QLatin1Char(',')), QLatin1String(condition)));
    for (const auto& [name, value] : fields)
        statement.bind(name, value);
    statement.bind("id", id);
    statement.run();
    return statement.rowsAffected();
}

}  // namespace fleming::app
