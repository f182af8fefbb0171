#include "app/export/json/session_import.h"

#include "app/export/json/session_reader.h"
#include "app/export/work_folder.h"
#include "app/session/activity_log.h"
#include "app/session/session.h"
#include "base/sha256.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace fleming::app {

namespace {

/// Gives a session its name, which nothing may have.
void giveName(const std::filesystem::path& made, const std::filesystem::path& session) {
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, session.c_str(), RENAME_NOREPLACE) == 0) return;
    std::error_code error(errno, std::generic_category());
    if (error == std::errc::file_exists) throw Error("import.session_exists", session);
    // Network file systems know no RENAME_NOREPLACE.
    std::filesystem::rename(made, session, error);
    if (error) throw Error("session.cannot_be_written", session);
}

}  // namespace

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
    const std::filesystem::path folder = std::filesystem::absolute(session).parent_path();
    if (!std::filesystem::is_directory(folder, error)) throw Error("session.absent_folder", session);
    if (::access(folder.c_str(), W_OK) != 0) throw Error("session.cannot_be_written", session);
    const WorkFolder work(session);
    try {
        Session made(work.made());
        const ActivityLog activity(made);
        made.importSession(exported, record);
    } catch (const Error& fault) {
        if (fault.source().empty()) throw;
        throw Error(fault.code(), session, fault.arguments());  // the user knows no work folder
    }
    giveName(work.made(), session);
}

}  // namespace fleming::app
