#pragma once

#include <filesystem>
#include <string>

namespace fleming {

/// Returns a text that identifies the present content of a file: its size, device, inode, time of last change (ctime,
/// which no program can set) and path, with links followed. Empty if the file cannot be examined.
std::string fileIdentity(const std::filesystem::path& file);

}  // namespace fleming
