#pragma once

#include "app/session/file/statement.h"
#include "app/session/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Reads the rows about a session as a whole and about what was done with its answers. Files before version 5 have
/// none.
namespace fleming::app {

class Database;

/// Returns the title of the session, or an empty string.
std::string readTitle(const Database& database);

/// Returns the imports, oldest first.
std::vector<ImportRecord> readImports(const Database& database);

/// Reads the replays of exchanges.
class ReplayReader {
public:
    /// `database` outlives this object.
    explicit ReplayReader(const Database& database);

    /// Returns the replays of an exchange, oldest first.
    std::vector<ReplayRecord> read(std::int64_t exchange);

private:
    std::optional<Statement> replays_;
};

}  // namespace fleming::app
