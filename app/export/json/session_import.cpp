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
    try {
        Session made(session);
        const ActivityLog activity(made);
        made.importSession(exported, record);
    } catch (...) {
        std::filesystem::remove(session, error);
        throw;
    }
}

}  // namespace fleming::app
