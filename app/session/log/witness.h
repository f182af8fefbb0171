#pragma once

#include "app/session/log/log_head.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fleming::app {

/// A head of a log that was kept outside the session file.
struct WitnessedHead {
    LogHead head;
    std::int64_t timeMs = 0;  ///< Unix time at which it was written down, ms
};

/// Appends a head with the current time to a witness file, which is created if it is absent, and waits until it is on
/// the disk. To be called once the session's own data are on the disk: a witness that is ahead of an honest file after
/// a power cut would accuse it. The file is text, one line for each head: time (UTC, ISO 8601), UUID of the log, number
/// and SHA-256 of the event, separated by spaces. Throws Error "witness.cannot_be_written".
void appendToWitness(const std::filesystem::path& file, const LogHead& head);

/// Returns the heads of all logs in a witness file, in its order. A last line without its end was cut by a power cut
/// and is left out. Throws Error "witness.cannot_be_read", or "witness.malformed" with the number of the line.
std::vector<WitnessedHead> readWitness(const std::filesystem::path& file);

}  // namespace fleming::app
