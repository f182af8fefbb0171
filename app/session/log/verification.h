#pragma once

#include "app/session/log/log_head.h"
#include "base/error.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace fleming::app {

class Database;

/// What the check of a session's log found.
struct Verification {
    /// The last event up to which the chain is complete and every payload fits. It is the head of the log if there is
    /// no fault. Events that were cut off at the end leave no trace in the file: only a head that was kept outside it
    /// shows that they existed.
    LogHead completeUpTo;
    std::int64_t completeMs = 0;     ///< when that event was written (Unix time, ms)
    std::int64_t events = 0;         ///< in the file
    std::vector<QByteArray> hashes;  ///< SHA-256 of each event up to completeUpTo, 32 bytes

    /// The first fault: "record.*" with the number of the first event that does not fit as its argument; if all events
    /// fit, what is wrong with the file otherwise: RecordedRows::check(), checkStructure(). "session.damaged" or
    /// "session.unusable" if SQLite could not read on.
    std::optional<Error> fault;
};

enum class Pictures { check, skip };

/// Walks the whole log: recomputes the hash of each event, the chain of hashes and the payload of each event from the
/// tables, then looks for rows and states that no event records, and checks the structure of the file. With
/// Pictures::check, also decodes the evidence and compares its pixels with their digest. Must run in a ReadTransaction
/// if another program may write. Throws Error if the file cannot be read, Cancelled on a stop request. The file must be
/// of kFirstVersionWithEvents or later.
Verification verify(const Database& database, Pictures pictures, const std::stop_token& stop = {},
                    const std::function<void(double fraction)>& progress = {});

}  // namespace fleming::app
