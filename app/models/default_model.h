#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// The checkpoint folder to load when the program starts: `given` (--model), else the environment variable
/// FLEMING_MODEL, else `lastUsed` where it still is a checkpoint folder, else the demo model that comes with the
/// program. What the user names is returned as it is, whether it exists or not: loading it says what is wrong.
std::optional<std::filesystem::path> findDefaultModel(const std::string& given = {}, const std::string& lastUsed = {});

/// Whether a folder holds a config.json, as every checkpoint does.
bool looksLikeCheckpoint(const std::filesystem::path& folder);

/// Where what comes with the program may lie: its share/fleming-viewer, its folder and the ones above it (a build
/// tree), and the resources folder of each.
std::vector<std::filesystem::path> resourceFolders();

}  // namespace fleming::app
