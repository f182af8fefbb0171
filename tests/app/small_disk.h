#pragma once

#include "tests/app/test_files.h"

#include <cstddef>
#include <filesystem>

namespace fleming::app {

/// A disk of its own, a tmpfs of some kilobytes, as long as the test.
class SmallDisk {
public:
    /// Gets the right to mount, root's or that of a user namespace, where the system gives it. Before there are
    /// threads.
    static void allowMounting();

    explicit SmallDisk(std::size_t kilobytes);
    ~SmallDisk();
    bool isMounted() const { return mounted_; }
    std::filesystem::path operator/(const std::string& name) const { return path() / name; }

    void makeReadOnly();
    void fill();      ///< leaves no room at all
    void makeRoom();  ///< takes that back

private:
    std::filesystem::path path() const { return folder_ / "disk"; }

    TestFolder folder_;
    bool mounted_ = false;
};

}  // namespace fleming::app
