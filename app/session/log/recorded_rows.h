#pragma once

#include "app/session/log/event_log.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace fleming::app {

class Database;

/// The rows that the events of a log record, to find those that no event records.
class RecordedRows {
public:
    /// `database` outlives this object.
    explicit RecordedRows(const Database& database) : database_(database) {}

    /// Adds the rows that an event records. Returns false if an earlier event records them.
    bool add(const Event& event, EventKind kind);

    /// Throws Error "record.unrecorded_rows" with the name of a table that has rows, or of `exchanges` if one has a
    /// state, that no added event records.
    void check();

private:
    enum class Ending { finished, failed };

    bool addOnce(const Event& event, const char* table) { return rows_[table].insert(event.subject).second; }
    bool addEnd(const Event& event, Ending ending) { return ended_[event.subject].insert(ending).second; }
    void addMigrated(std::int64_t version);
    std::set<std::int64_t> addMigrated(std::int64_t version, const char* table, const char* last);

    void checkRows(const char* table);
    void checkTokens() const;
    void checkCount(const char* table, const char* sql, std::int64_t expected) const;
    void checkAreCovered(const char* table, const char* sql, const std::set<std::int64_t>& covered) const;
    void checkVersion5();
    void checkImages() const;
    void checkStates();

    const Database& database_;
    std::map<std::string, std::set<std::int64_t>> rows_;  // ids by table
    std::map<std::int64_t, std::int64_t> tokens_;         // how many, by exchange
    std::map<std::int64_t, std::set<Ending>> ended_;      // by exchange
    std::set<std::int64_t> interrupted_, migrated_;       // exchanges
    std::set<std::int64_t> hasBranch_, hasRun_;           // exchanges whose event covers these columns
    std::set<std::int64_t> hasDetails_;                   // reviews whose event covers them
    std::set<std::int64_t> hasMeasurements_;              // reviews whose event covers the ties to measurements
};

}  // namespace fleming::app
