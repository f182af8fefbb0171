#pragma once

#include "app/session/log/log_head.h"

#include <cstdint>
#include <string>

namespace fleming::app {

/// A file that was exported from a session.
struct ExportRecord {
    std::string format;    ///< the exporter's id
    std::string fileName;  ///< without its folder
    std::string sha256;    ///< of the file
    LogHead head;          ///< of the session that the export contains; empty if the session has no log
};

/// An answer that was generated again from what the session holds, and compared with the stored tokens.
struct ReplayRecord {
    std::int64_t exchange = 0;
    bool identical = false;   ///< prompt and all tokens are equal, and there are as many
    std::int64_t tokens = 0;  ///< of the stored answer
    std::int64_t same = 0;    ///< equal tokens before the first difference
    std::string modelSha256, dtype, device;
    std::string run;          ///< JSON: see Exchange::run
    std::int64_t timeMs = 0;  ///< Unix time, ms
};

/// The export from which a session was imported.
struct ImportRecord {
    std::string fileName;     ///< without its folder
    std::string sha256;       ///< of the file
    LogHead head;             ///< of the session that was exported
    std::int64_t timeMs = 0;  ///< Unix time, ms
};

}  // namespace fleming::app
