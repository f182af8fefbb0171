#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// Returns the name of the model to load at startup (see modelNamed()), the first of: `given` (--model); the
/// environment variable FLEMING_MODEL; `lastUsed`, if it is still a checkpoint folder; the folder of the demo model, if
/// it exists. Returns nothing if there is none. `given` and FLEMING_MODEL are not checked, so that loading can report
/// the error.
std::optional<std::string> findDefaultModel(const std::string& given = {}, const std::string& lastUsed = {});

/// Returns true if the folder has a config.json.
bool looksLikeCheckpoint(const std::filesystem::path& folder);

/// Returns the folders to search for files that come with the program: share/fleming-viewer beside the program's folder
/// for an installation; for a build tree, the program's folder, its parents, and the resources/ folder in each.
std::vector<std::filesystem::path> resourceFolders();

}  // namespace fleming::app
