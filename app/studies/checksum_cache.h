#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace fleming::app {

/// Remembers the SHA-256 of large files from run to run, so that a checkpoint of many gigabytes is read once and not at
/// every start. A file counts as the same while its path, size, inode and time of last change (ctime, which nobody can
/// set) are. It lies in the user's cache folder; where that cannot be read or written, nothing is remembered.
class ChecksumCache {
public:
    ChecksumCache();

    // An identity is fileIdentity()'s, taken before the file is read.
    std::optional<std::string> find(const std::string& identity) const;
    void remember(const std::string& identity, const std::string& sha256);

    /// Writes what is new.
    void save();

private:
    std::map<std::string, std::string> digests_;  // by identity
    bool changed_ = false;
};

}  // namespace fleming::app
