#pragma once

#include "base/error.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// By what a change of a file is found.
struct FileStamp {
    std::uint64_t size = 0;       ///< bytes
    std::int64_t modifiedNs = 0;  ///< ns since 1970; 0: unknown, the file counts as changed
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// A file of a folder.
struct StampedFile {
    std::string name;
    FileStamp stamp;
    friend bool operator==(const StampedFile&, const StampedFile&) = default;
};

/// The files of one folder without those of its subfolders.
struct StampedFolder {
    bool otherDisk = false;          ///< on another file system than the root that it is below
    std::vector<StampedFile> files;  ///< ordered by name, bytewise
    friend bool operator==(const StampedFolder&, const StampedFolder&) = default;
};

/// Folders by their absolute paths.
using StampedFolders = std::map<std::string, StampedFolder>;

struct StampedFiles {
    StampedFolders folders;
    std::vector<Error> skipped;  ///< Error::source() is a path that could not be listed
};

/// Lists the files under absolute paths as viewer::listFiles() does, with their stamps. A file that was modified at
/// `startedNs` or later gets no time: it may have changed after it was read. `root` is what StampedFolder::otherDisk
/// compares with. Throws Cancelled.
StampedFiles stampFiles(const std::vector<std::string>& paths, const std::string& root, std::int64_t startedNs,
                        const std::function<void(int found)>& onFound = {}, std::stop_token stop = {});

/// Packs the files of a folder: for each, its name, '\0', size and time of 8 bytes, little-endian.
QByteArray pack(const std::vector<StampedFile>& files);
/// Reverses pack(). Stops at the first file that is cut short.
std::vector<StampedFile> unpackStamps(const QByteArray& packed);

/// Packs absolute paths in their order: for each run of files of one folder, the folder, '\0', the names, each followed
/// by '\0', and a further '\0'.
QByteArray packPaths(const std::vector<std::string>& files);
/// Reverses packPaths().
std::vector<std::string> unpackPaths(const QByteArray& packed);

}  // namespace fleming::app
