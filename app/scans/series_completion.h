#pragma once

#include "app/scans/scan_index.h"

#include <functional>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fleming::app {

/// Called with the number of files that have been read and the number that are to be read; while folders are listed,
/// with 0 and the number of files found so far.
using ScanProgress = std::function<void(int done, int total)>;

/// The series of the index by their files and UIDs.
class SeriesLookup {
public:
    explicit SeriesLookup(const ScanIndex& index);

    /// Returns the files of a series of the index.
    const std::vector<std::string>& filesOf(int series) const { return files_.at(series); }

    /// Returns the series that a file is in: several if the file holds several.
    std::set<int> withFile(const std::string& file) const;

    /// Returns the series that `series`, found in `root`, replaces or belongs to: those with one of its files, and the
    /// parts of its DICOM series in the same root.
    std::set<int> relatedTo(const RecordedSeries& series, qint64 root) const;

private:
    std::unordered_map<int, std::vector<std::string>> files_;
    std::unordered_multimap<std::string, int> byFile_;
    std::multimap<std::pair<qint64, std::string>, int> byUid_;  // by root and Series Instance UID
};

/// Series to store, and those that they replace.
struct Replacement {
    std::vector<RecordedSeries> added;
    std::set<int> removed;
};

/// Opens files; none of them need be an image. Throws Cancelled.
std::vector<RecordedSeries> openSeries(const std::vector<std::string>& files, const std::stop_token& stop,
                                       const ScanProgress& progress);

/// Completes series that were found in a root: one that shares a file or its UID with series of the index is opened
/// again together with their other files. Throws Cancelled.
Replacement complete(std::vector<RecordedSeries> found, qint64 root, const SeriesLookup& lookup,
                     const std::stop_token& stop = {}, const ScanProgress& progress = {});

}  // namespace fleming::app
