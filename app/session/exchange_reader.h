#pragma once

#include "app/session/database.h"
#include "app/session/session.h"

#include <optional>
#include <vector>

namespace fleming::app {

/// The exchanges of a session file, oldest first, or the one with number `only`. One consistent state of the file.
std::vector<Exchange> readExchanges(const Database& database, std::optional<std::int64_t> only = {});

}  // namespace fleming::app
