#pragma once

#include <cstdint>
#include <string>

namespace fleming::app {

/// The last event of a log. Kept outside the file, it shows later that no event was cut off.
struct LogHead {
    std::string log;            ///< UUID of the log, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
    std::int64_t sequence = 0;  ///< the number of the event, from 1; 0: the log is empty
    std::string hash;           ///< SHA-256 of the event, 64 hexadecimal digits

    friend bool operator==(const LogHead&, const LogHead&) = default;
};

}  // namespace fleming::app
