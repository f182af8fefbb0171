#include "app/export/json/session_import.h"

#include "app/export/json/session_reader.h"
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "base/sha256.h"

namespace fleming::app {

void importSession(const std::filesystem::path& json, const std::filesystem::path& session,
                   const std::stop_token& stop) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(session, error)))
        throw Error("import.session_exists", session);
    const SessionSnapshot exported = readSessionJson(json, stop);
    if (exported.record && exported.record->fault) throw Error("import.faulty_record", json);
    const ImportRecord record{json.filename().string(), sha256OfFile(json, stop),
                              exported.record ? exported.record->completeUpTo : LogHead()};
    // The session has its name once it is complete.
    const std::string part = session.string() + ".part";
    const auto removePart = [&] {
        for (const char* suffix : {"", "-wal", "-shm", "-journal", "-lock"})
            std::filesystem::remove(part + suffix, error);
    };
    removePart();
    try {
        {
            Session made(part);
            const ActivityLog activity(made);
            made.importSession(exported, record);
        }
        std::filesystem::rename(part, session);
    } catch (...) {
        removePart();
        throw;
    }
}

}  // namespace fleming::app
