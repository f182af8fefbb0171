#pragma once

#include <filesystem>

namespace fleming::app {

/// Shows other programs that an SQLite database with a write-ahead log is in use, as long as this object lives.
///
/// SQLite shows it with a POSIX lock. The process loses that lock as soon as any of its code opens and closes the file:
/// a search of the folder, a second reader. Then another program that closes the database takes itself for its last
/// user and deletes the write-ahead log, with all that is written to it afterwards, and one that opens it truncates the
/// shared memory under the feet of this process. This object holds the same bytes of both files with open file
/// description locks (fcntl(2)), which nothing else can release. Source: "How To Corrupt An SQLite Database File", 2.2;
/// SHARED_FIRST and SHARED_SIZE in os.h, UNIX_SHM_DMS in os_unix.c of SQLite.
class SharedHold {
public:
    /// Locks without waiting. Where that is impossible, SQLite's own lock has to do.
    explicit SharedHold(const std::filesystem::path& database);
    ~SharedHold();  // after the connections are closed: closing the file releases their POSIX locks
    SharedHold(const SharedHold&) = delete;
    SharedHold& operator=(const SharedHold&) = delete;

    /// Returns true if the path still leads to the database.
    bool isAt(const std::filesystem::path& database) const;

    /// Unlocks, so that the last connection can remove the write-ahead log.
    void release();

private:
    int database_, memory_;  // descriptors
};

}  // namespace fleming::app
