#pragma once

#include "app/library/index_database.h"
#include "base/error.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Returns the file of the index, in the program's data folder. It may be deleted at any time.
std::filesystem::path libraryFile();

/// Returns the tables of the index, for IndexDatabase.
const IndexSchema& sessionIndexSchema();

/// Returns the sessions of the program's data folder and those that were opened recently.
std::vector<std::filesystem::path> knownSessions();

/// Reads sessions into the index.
class IndexUpdate {
public:
    /// `index` outlives this object.
    explicit IndexUpdate(const IndexDatabase& index) : index_(index) {}

    /// Brings the index up to date with `sessions` and with the sessions that it knows already; forgets those that no
    /// longer exist. Reads only files whose size or time has changed, and of these only the exchanges that are new,
    /// that have ended or that have new reviews. Sessions are opened read-only. Calls `progress` with the number of
    /// files that are done and their total. Returns an error for each file that cannot be read; what the index holds
    /// of it stays. Throws Error "library.unusable", and Cancelled on a stop request: what was read so far is kept.
    std::vector<Error> run(const std::vector<std::filesystem::path>& sessions, const std::stop_token& stop = {},
                           const std::function<void(int done, int total)>& progress = {});

    /// Returns how many exchanges run() has read.
    int exchangesRead() const { return exchangesRead_; }

private:
    void update(const std::filesystem::path& session);
    void forget(qint64 session);

    const IndexDatabase& index_;
    int exchangesRead_ = 0;
};

}  // namespace fleming::app
