#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace fleming::app {

/// A persistent cache of SHA-256 digests, so that a checkpoint of many gigabytes is hashed once and not at every start.
/// A file counts as unchanged while its path, size, inode and ctime (which programs cannot set) are unchanged. The
/// cache is a file in the user's cache folder. Failures to read or write it are ignored.
class ChecksumCache {
public:
    /// Reads the cache.
    ChecksumCache();

    /// Returns the digest of the file with this identity, or nothing if it is unknown.
    std::optional<std::string> find(const std::string& identity) const;

    /// Adds a digest. `identity` is the fileIdentity() from before the file was read.
    void remember(const std::string& identity, const std::string& sha256);

    /// Writes the cache to its file if it has changed.
    void save();

private:
    std::map<std::string, std::string> digests_;  // by identity
    bool changed_ = false;
};

}  // namespace fleming::app
