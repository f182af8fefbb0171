#pragma once

#include "inference/types.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace fleming::app {

/// What identifies a checkpoint: the SHA-256 of the lines "<sha256>  <file name>\n" of the files that the engine reads
/// (*.safetensors and the JSON and text files beside them), in the order of their names; `sha256sum` gives the same
/// lines. Files are read in parallel; large ones once and not again while they stay the same (see checksum_cache.h).
/// Throws Error where a file cannot be read, Cancelled on a stop request.
std::string modelChecksum(const std::filesystem::path& folder, std::stop_token stop = {},
                          const inference::ProgressCallback& progress = {});

}  // namespace fleming::app
