#pragma once

#include "viewer/data/study.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace fleming::viewer {

/// The regular files that paths stand for, each once (whatever links lead to it).
struct FileList {
    struct Item {
        std::filesystem::path path;
        bool named = false;  ///< the user named it; else it was found in a folder
    };
    std::vector<Item> files;
    std::vector<Skipped> skipped;  ///< what is no regular file, or cannot be looked into
};

/// Files as they are named; folders with all below them, in natural order of their names ("2" before "10"). Hidden
/// files of folders are left out. A folder is looked into once, so that links in a circle end. `onFound` is called now
/// and then with the number of files so far. Throws Cancelled.
FileList listFiles(const std::vector<std::filesystem::path>& paths, const std::function<void(int)>& onFound,
                   std::stop_token stop);

/// Natural order: runs of digits compare as numbers, all else as bytes.
bool naturalLess(const std::string& a, const std::string& b);

}  // namespace fleming::viewer
