#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::viewer {

/// The regular files under some paths, without duplicates through links.
struct FileList {
    struct Item {
        std::filesystem::path path;
        bool named = false;           ///< the caller named the file; else it was found in a folder
        std::uint64_t size = 0;       ///< bytes
        std::int64_t modifiedNs = 0;  ///< time of the last modification, ns since 1970
        std::uint64_t device = 0;     ///< st_dev: the file system that holds the file
    };
    std::vector<Item> files;
    std::vector<Error> skipped;  ///< for each path that is neither a regular file nor a readable folder
};

/// Lists files in the order of `paths`, and the content of folders, recursively, in natural order of the names. Leaves
/// out hidden files in folders. Each folder is listed once, so circular links end. Calls `onFound` with the number of
/// files found so far, at times. Throws Cancelled.
FileList listFiles(const std::vector<std::filesystem::path>& paths, const std::function<void(int)>& onFound,
                   std::stop_token stop);

/// Compares names in natural order: runs of digits as numbers ("2" before "10"), the rest as bytes.
bool naturalLess(const std::string& a, const std::string& b);

}  // namespace fleming::viewer
