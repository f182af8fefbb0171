#pragma once

#include "inference/types.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace fleming::app {

/// Computes the digest that identifies a checkpoint: the SHA-256 of the lines "<sha256>  <file name>\n", one per file
/// that the engine reads (*.safetensors and the JSON and text files beside them), sorted by name. `sha256sum` prints
/// the same lines. Reads the files in parallel and stores the digests of large files in the ChecksumCache. `progress`
/// gets the fraction of bytes read. Throws Error if a file cannot be read, Cancelled on a stop request.
std::string checkpointChecksum(const std::filesystem::path& folder, std::stop_token stop = {},
                               const inference::ProgressCallback& progress = {});

}  // namespace fleming::app
