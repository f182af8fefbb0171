#include "app/session/log/structure.h"

#include "app/session/file/database.h"
#include "app/session/file/statement.h"
#include "app/session/log/event_log.h"
#include "base/error.h"

#include <map>
#include <string>
#include <vector>

namespace fleming::app {

namespace {

/// SHA-256 of the rows of kSchema, as those of a payload, by version of the file. A file that was migrated has the
/// schema of a new one.
const std::map<int, const char*> kSchemas{
    {4, "b696fe108265bf95877f68e7d125b6c5d40fad2d8b6489c54094250a55ff5c5d"},
    {5, "e760473dd713277d4348cb4f74c79bbd6f786de4e49db4e7c7556ff577623067"},
    {6, "f5c34ca77e4980486de15cf37bb6b4530419ed154c54f945e05771b3ed15c09f"},
};

const QString kSchema = QStringLiteral(
    "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(tbl_name AS BLOB), CAST(sql AS BLOB) FROM sqlite_master "
    "ORDER BY type, name");

void checkSchema(const Database& database) {
    PayloadHasher hasher;
    Statement schema(database, kSchema);
    for (schema.run(); schema.next();)
        hasher.addRow(schema);
    hasher.endStatement();
    const auto known = kSchemas.find(database.version());
    const std::string found = hasher.digest().toHex().toStdString();
    if (known == kSchemas.end() || known->second != found)
        throw Error("record.other_schema", {}, {std::to_string(database.version()), found});
}

/// Payloads select texts as blobs, so they do not show a text that became a blob.
void checkTypes(const Database& database, const std::string& table) {
    struct Column {
        std::string name, type;
    };
    std::vector<Column> columns;
    Statement info(database, QStringLiteral("SELECT CAST(name AS BLOB) AS name, CAST(type AS BLOB) AS type"
                                            " FROM pragma_table_info('%1')")
                                 .arg(QString::fromStdString(table)));
    for (info.run(); info.next();)
        columns.push_back({info.text("name"), QByteArray::fromStdString(info.text("type")).toLower().toStdString()});

    QStringList wrong;
    for (const Column& column : columns)
        wrong << QStringLiteral("count(CASE WHEN typeof(%1) NOT IN ('%2', 'null') THEN 1 END)")
                     .arg(QString::fromStdString(column.name), QString::fromStdString(column.type));
    Statement counts(
        database, QStringLiteral("SELECT %1 FROM %2").arg(wrong.join(QLatin1Char(',')), QString::fromStdString(table)));
    counts.run();
    counts.next();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (counts.at(static_cast<int>(i)).toLongLong() != 0)
            throw Error("record.wrong_type", {}, {table, columns[i].name});
    }
}

std::vector<std::string> tablesOf(const Database& database, const char* condition) {
    std::vector<std::string> tables;
    Statement names(database, QStringLiteral("SELECT CAST(name AS BLOB) AS name FROM sqlite_master WHERE type = 'table'"
                                             " AND name NOT LIKE 'sqlite_%' AND %1")
                                  .arg(QLatin1String(condition)));
    for (names.run(); names.next();)
        tables.push_back(names.text("name"));
    return tables;
}

/// No row is ever deleted: the largest id that a table ever had is in the table.
void checkCounters(const Database& database) {
    std::map<std::string, std::int64_t> expected;
    for (const std::string& table : tablesOf(database, "sql LIKE '%AUTOINCREMENT%'")) {
        const QString sql = QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM %1").arg(QString::fromStdString(table));
        if (const std::int64_t last = database.value(sql).toLongLong(); last != 0) expected[table] = last;
    }
    const Error fault("record.unrecorded_rows", {}, {"sqlite_sequence"});
    Statement counters(database, QStringLiteral("SELECT CAST(name AS BLOB) AS name, seq,"
                                                " typeof(name) = 'text' AND typeof(seq) = 'integer' AS has_types"
                                                " FROM sqlite_sequence"));
    for (counters.run(); counters.next();) {
        const auto found = expected.find(counters.text("name"));
        const bool fits = found != expected.end() && counters.number("seq") == found->second;
        if (!fits || counters.integer("has_types") == 0) throw fault;
        expected.erase(found);
    }
    if (!expected.empty()) throw fault;
}

}  // namespace

void checkStructure(const Database& database) {
    checkSchema(database);
    for (const std::string& table : tablesOf(database, "true"))
        checkTypes(database, table);
    checkCounters(database);
    const std::string found = database.value(QStringLiteral("PRAGMA integrity_check(1)")).toString().toStdString();
    if (found != "ok") throw Error("record.damaged", {}, {found});
}

}  // namespace fleming::app
