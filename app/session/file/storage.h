#pragma once

#include <filesystem>

/// Properties of the file system that holds a session.
namespace fleming::app {

/// Returns true if the folder of `file` is writable and `file` is writable or does not exist. The folder matters
/// because SQLite creates its journal there.
bool canBeWritten(const std::filesystem::path& file);

/// Returns true if `type`, the f_type of statfs(2), is a file system that several machines can share, FUSE included.
/// There, SQLite's write-ahead log fails, because its shared memory works within one machine only.
bool isNetworkFileSystem(long type);

/// Returns true if the folder of `file` is on a network file system.
bool isOnNetwork(const std::filesystem::path& file);

/// Returns true if the file system of `file` has less than 64 KiB of free space.
bool isDiskFull(const std::filesystem::path& file);

/// Returns the absolute path of a session without symbolic links: SQLite names its journal, and this program its lock,
/// after the file itself.
std::filesystem::path realPath(const std::filesystem::path& file);

/// Returns true if neither a journal nor the lock of a writer lies beside the SQLite database `file`: nobody is writing
/// it, and it is complete.
bool isAtRest(const std::filesystem::path& file);

/// Returns true if the SQLite database `file` has a non-empty journal. Without its journal, the database is incomplete.
bool hasUnfinishedJournal(const std::filesystem::path& file);

}  // namespace fleming::app
