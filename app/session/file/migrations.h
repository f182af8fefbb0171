#pragma once

namespace fleming::app {

class Database;

/// Marks an SQLite file as a session of this program (PRAGMA application_id): "FLMV".
inline constexpr int kApplicationId = 0x464C4D56;

/// The current version of the tables (PRAGMA user_version). FORMAT.md describes them.
inline constexpr int kSchemaVersion = 6;

/// The first version with the tables `events`, `versions` and `exports`.
inline constexpr int kFirstVersionWithEvents = 4;

/// The first version with spans, marks and tags of reviews, branches, titles, activities, replays and imports.
inline constexpr int kFirstVersionWithReviewDetails = 5;

/// The first version with measurements, and with reviews whose spans name them.
inline constexpr int kFirstVersionWithMeasurements = 6;

/// An SQL expression: the exchange that the exchange `e` continues, in files that have no branches.
inline constexpr char kPreviousExchange[] =
    "COALESCE((SELECT MAX(p.id) FROM exchanges p WHERE p.conversation = e.conversation AND p.id < e.id"
    " AND p.state <> 'failed'), 0)";

/// Brings the tables of a session from version `from` to kSchemaVersion, 0 being an empty file, and records that as an
/// event. Must run in a transaction with foreign keys off. exchange_reader.cpp reads older versions, too: files that
/// cannot be written are not migrated.
void migrate(Database& database, int from);

}  // namespace fleming::app
