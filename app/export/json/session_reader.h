#pragma once

#include "app/session/session_snapshot.h"

#include <filesystem>
#include <stop_token>

namespace fleming::app {

/// Reads a session that kJsonExporter has written with identity and paths. SessionSnapshot::session is empty, and
/// SessionSnapshot::record is the check that the file holds. Every image is compared with its digest. Throws Error
/// "import.*": the file cannot be read, is not such an export, lacks identity or paths, is of a newer version, is
/// damaged (the argument names the place), or has an answer that is not the text of its tokens (the argument is the
/// exchange); "session.image_damaged" or "session.no_exchange"; Cancelled on a stop request.
SessionSnapshot readSessionJson(const std::filesystem::path& file, const std::stop_token& stop = {});

}  // namespace fleming::app
