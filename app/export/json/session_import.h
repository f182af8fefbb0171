#pragma once

#include <filesystem>
#include <stop_token>

namespace fleming::app {

/// Makes the session file `session` from an export of kJsonExporter with identity and paths: the same exchanges in a
/// new log, which records the head of the exported one. Throws Error "import.session_exists", those of
/// readSessionJson(), WorkFolder and Session, or "import.faulty_record" if the log of the exported session had a fault;
/// Cancelled on a stop request. Then there is no file `session`, or it is unchanged.
void importSession(const std::filesystem::path& json, const std::filesystem::path& session,
                   const std::stop_token& stop = {});

}  // namespace fleming::app
