#pragma once

#include "app/session/log/verification.h"
#include "app/session/log/witness.h"

#include <string>
#include <vector>

namespace fleming::app {

/// The check of a session's log against heads that were kept outside the file.
struct Audit {
    Verification verification;

    /// The last event whose head is among the witnessed ones and agrees, and when it was written down (Unix time, ms).
    /// 0: the log has no witness. Later events could have been cut off without a trace.
    std::int64_t witnessedTo = 0, witnessedMs = 0;

    /// What is wrong: the fault of the verification, then "record.cut_off", "record.other_history",
    /// "record.no_such_head".
    std::vector<Error> faults;
};

/// Verifies a log with its pictures and compares it with the witnessed heads that are of the same log. A witnessed
/// event that the file lacks was cut off, or an older copy of the file was put back; an event with another hash belongs
/// to another history. If `wantedHead` (64 hexadecimal digits) is not empty, the question is narrower: is the event
/// with this hash in the log, and does everything up to it hold? Faults of later events are then left out. Throws as
/// verify() does.
Audit audit(const Database& database, const std::vector<WitnessedHead>& witnessed, const std::string& wantedHead,
            const std::stop_token& stop = {}, const std::function<void(double fraction)>& progress = {});

}  // namespace fleming::app
