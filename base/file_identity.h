#pragma once

#include <filesystem>
#include <string>

namespace fleming {

/// What makes a file the same file: its size, device, inode, time of last change (ctime, which nobody can set) and
/// path, links followed. Empty where it cannot be asked.
std::string fileIdentity(const std::filesystem::path& file);

}  // namespace fleming
