#pragma once

#include "app/session/exchange.h"
#include "app/session/log/verification.h"
#include "app/session/recorded_measurement.h"
#include "app/session/records.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fleming::app {

/// What is exported: a session at one moment.
struct SessionSnapshot {
    std::filesystem::path session;      ///< the session's file; empty if the exchanges are in no file
    std::string title;                  ///< may be empty
    std::vector<Exchange> exchanges;    ///< oldest first
    std::vector<ImportRecord> imports;  ///< oldest first
    /// The latest versions, without those that were removed; in the order of their ids.
    std::vector<RecordedMeasurement> measurements;
    std::set<std::int64_t> unrecorded;   ///< ids of exchanges that the file holds in part: its disk was full
    std::optional<Verification> record;  ///< the check of the log; none without a file, or before version 4
};

}  // namespace fleming::app
