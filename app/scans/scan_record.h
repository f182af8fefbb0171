#pragma once

#include "viewer/data/series.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fleming::app {

/// A series as the index keeps it.
struct RecordedSeries {
    viewer::Series header;           ///< without pixel source and DICOM objects; of `files` only the first one
    std::vector<std::string> files;  ///< absolute paths, in slice order
};

/// What one opening of files and folders has found.
struct ScanRecord {
    std::vector<std::string> paths;  ///< the absolute paths that were opened
    std::int64_t startedNs = 0;      ///< nowNs() before the first file was read
    std::vector<RecordedSeries> series;
};

/// Returns the time as file systems give it: ns since 1970.
std::int64_t nowNs();

/// Returns an absolute path without ".", ".." and a '/' at its end.
std::string absolutePath(const std::filesystem::path& path);

/// Returns true if `path` is `folder` or below it. Both are absolutePath().
bool isWithin(const std::string& path, const std::string& folder);

/// Returns the folder of an absolutePath().
std::string folderOf(const std::string& path);

/// Makes the record of an opening.
ScanRecord makeRecord(const std::vector<std::filesystem::path>& paths, std::int64_t startedNs,
                      const std::vector<viewer::Series>& series);

}  // namespace fleming::app
