#pragma once

#include <filesystem>

/// What the place where a session lies allows.
namespace fleming::app {

/// Returns true if both the file, where it exists, and its folder can be written: SQLite makes its journal beside the
/// file.
bool canBeWritten(const std::filesystem::path& file);

/// Returns true for f_type values (statfs(2)) of file systems that other machines may use at the same time, FUSE
/// included: there SQLite's write-ahead log fails, for its shared memory works within one machine only.
bool isNetworkFileSystem(long type);

/// Returns true if the folder of `file` lies on such a file system.
bool isOnNetwork(const std::filesystem::path& file);

/// Returns true if the disk of `file` has no room for even a few more pages.
bool isDiskFull(const std::filesystem::path& file);

/// Returns true if a journal with content lies beside the SQLite file `file`: without it, the file is not complete.
bool hasUnfinishedJournal(const std::filesystem::path& file);

}  // namespace fleming::app
