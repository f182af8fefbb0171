#pragma once

#include "app/session/exchange.h"
#include "app/session/file/database.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace fleming::app {

/// Returns the exchanges of a session file, oldest first, or only the one with the id `only`. Reads files of all
/// versions. Call it in a ReadTransaction if another program may write. Throws Error if pixels that are read do not fit
/// their digest, Cancelled on a stop request.
std::vector<Exchange> readExchanges(const Database& database, Detail detail, std::optional<std::int64_t> only = {},
                                    const std::stop_token& stop = {});

/// Returns the image with these digest and size, or nothing if the file has no such image. Throws Error if the pixels
/// do not fit the digest.
std::optional<viewer::RgbImage> readImage(const Database& database, const std::string& pixelsSha256, int width,
                                          int height);

}  // namespace fleming::app
