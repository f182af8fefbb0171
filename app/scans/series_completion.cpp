#include "app/scans/series_completion.h"

#include "app/studies/study_tree.h"
#include "viewer/io/open.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>
#include <unordered_set>

namespace fleming::app {

namespace {

using Files = std::vector<std::string>;

/// The work of complete().
class Completion {
public:
    /// `lookup` outlives this object.
    Completion(qint64 root, const SeriesLookup& lookup) : root_(root), lookup_(lookup) {}

    Replacement run(std::vector<RecordedSeries> found, const std::stop_token& stop, const ScanProgress& progress) {
        for (const RecordedSeries& series : found)
            known_.insert(series.files.begin(), series.files.end());
        while (!found.empty()) {
            Files again;
            std::vector<RecordedSeries> parts;  // of larger series
            for (RecordedSeries& series : found) {
                const Files others = otherFiles(series);
                again.insert(again.end(), others.begin(), others.end());
                (others.empty() ? result_.added : parts).push_back(std::move(series));
            }
            for (const RecordedSeries& part : parts)
                takeParts(part, again);
            found = again.empty() ? std::vector<RecordedSeries>() : openSeries(again, stop, progress);
        }
        return std::move(result_);
    }

private:
    /// Returns the files of the series of the index that `series` replaces, as far as they exist and no series that was
    /// found has them.
    Files otherFiles(const RecordedSeries& series) {
        Files others;
        for (const int id : lookup_.relatedTo(series, root_)) {
            result_.removed.insert(id);
            for (const std::string& file : lookup_.filesOf(id)) {
                if (::access(file.c_str(), F_OK) == 0 && known_.insert(file).second) others.push_back(file);
            }
        }
        return others;
    }

    /// Adds the files of `part` to `again`, and those of the other parts of its DICOM series, which may be divided in
    /// another way when all files are there.
    void takeParts(const RecordedSeries& part, Files& again) {
        again.insert(again.end(), part.files.begin(), part.files.end());
        const std::string uid = wholeSeriesUid(part.header);
        if (uid.empty()) return;
        const auto others = std::ranges::stable_partition(
            result_.added, [&](const RecordedSeries& each) { return wholeSeriesUid(each.header) != uid; });
        for (const RecordedSeries& other : others)
            again.insert(again.end(), other.files.begin(), other.files.end());
        result_.added.erase(others.begin(), others.end());
    }

    qint64 root_;
    const SeriesLookup& lookup_;
    Replacement result_;
    std::unordered_set<std::string> known_;  // the files of all series that were found, and those that are read again
};

}  // namespace

SeriesLookup::SeriesLookup(const ScanIndex& index) {
    for (const KnownSeries& series : index.series()) {
        files_[series.id] = index.files(series.id);
        for (const std::string& file : files_[series.id])
            byFile_.emplace(file, series.id);
        if (!series.header.uid.empty())
            byUid_.emplace(std::pair(series.root, wholeSeriesUid(series.header)), series.id);
    }
}

std::set<int> SeriesLookup::withFile(const std::string& file) const {
    std::set<int> ids;
    const auto [first, last] = byFile_.equal_range(file);
    for (auto each = first; each != last; ++each)
        ids.insert(each->second);
    return ids;
}

std::set<int> SeriesLookup::relatedTo(const RecordedSeries& series, qint64 root) const {
    std::set<int> related;
    for (const std::string& file : series.files)
        related.merge(withFile(file));
    const auto [first, last] = byUid_.equal_range({root, wholeSeriesUid(series.header)});
    for (auto each = first; each != last; ++each)
        related.insert(each->second);
    return related;
}

std::vector<RecordedSeries> openSeries(const std::vector<std::string>& files, const std::stop_token& stop,
                                       const ScanProgress& progress) {
    const std::vector<std::filesystem::path> paths(files.begin(), files.end());
    return makeRecord(paths, 0, viewer::open(paths, progress, stop).series).series;
}

Replacement complete(std::vector<RecordedSeries> found, qint64 root, const SeriesLookup& lookup,
                     const std::stop_token& stop, const ScanProgress& progress) {
    return Completion(root, lookup).run(std::move(found), stop, progress);
}

}  // namespace fleming::app
