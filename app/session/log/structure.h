#pragma once

namespace fleming::app {

class Database;

/// Checks what no event covers, because it is the same in every file of a version or follows from the rows: the tables,
/// indexes and triggers, the storage class of every value, the counters of row ids, and whether the indexes agree with
/// the tables. Throws Error "record.other_schema", "record.wrong_type" with the table and the column,
/// "record.unrecorded_rows" with the table, or "record.damaged" with what SQLite found.
void checkStructure(const Database& database);

}  // namespace fleming::app
