#pragma once

#include "app/session/exchange.h"
#include "app/session/file/database.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Returns the exchanges of a session file, oldest first, or only the one with the id `only`. Reads files of all
/// versions. Call it in a ReadTransaction if another program may write. Throws Error if evidence does not fit its
/// digest, Cancelled on a stop request.
std::vector<Exchange> readExchanges(const Database& database, std::optional<std::int64_t> only = {},
                                    const std::stop_token& stop = {});

}  // namespace fleming::app
