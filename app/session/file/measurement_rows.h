#pragma once

#include "app/session/recorded_measurement.h"

#include <cstdint>
#include <vector>

/// Measurements in a session file: each change of one is another row. Files before version 6 have none.
namespace fleming::app {

class Database;

/// Returns the latest versions of the measurements that were not removed, in the order of their ids. Throws Error
/// "session.unknown_value" for what this program does not know.
std::vector<RecordedMeasurement> readMeasurements(const Database& database);

/// Returns an id that no measurement of the file has, nor had.
std::int64_t nextMeasurement(const Database& database);

// Each inserts a row and returns its id. It must run in a transaction that also appends the event about the row.

std::int64_t insertMeasurement(const Database& database, const RecordedMeasurement& measurement);

/// Inserts the last version of a measurement once more, as removed. Throws Error "session.no_measurement" if there is
/// no such measurement, or it is removed.
std::int64_t insertRemoval(const Database& database, std::int64_t measurement, std::int64_t timeMs);

}  // namespace fleming::app
