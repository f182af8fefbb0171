#pragma once

#include "tests/app/test_files.h"

#include <cstddef>
#include <filesystem>

namespace fleming::app {

/// A small tmpfs that is mounted while the object exists.
class SmallDisk {
public:
    /// Enters a mount namespace, as root or in a new user namespace, if the system permits it. Call before the process
    /// starts threads.
    static void allowMounting();

    /// Mounts a tmpfs of this size. If that fails, isMounted() is false.
    explicit SmallDisk(std::size_t kilobytes);
    ~SmallDisk();
    bool isMounted() const { return mounted_; }

    /// Returns the path of a file on the disk.
    std::filesystem::path operator/(const std::string& name) const { return path() / name; }

    /// Remounts the disk read-only.
    void makeReadOnly();

    /// Uses all free space.
    void fill();

    /// Frees the space that fill() has used.
    void makeRoom();

private:
    std::filesystem::path path() const { return folder_ / "disk"; }

    TestFolder folder_;
    bool mounted_ = false;
};

}  // namespace fleming::app
