#include "app/scans/scan_update.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

using Files = std::vector<std::string>;

bool exists(const std::string& path) {
    return ::access(path.c_str(), F_OK) == 0;
}

bool isFolder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

/// Returns the path of a file in a folder.
std::string pathIn(const std::string& folder, const std::string& name) {
    return folder.back() == '/' ? folder + name : folder + '/' + name;
}

/// Returns the stamp of a file, or null.
const FileStamp* find(const StampedFolders& folders, const std::string& path) {
    const auto folder = folders.find(folderOf(path));
    if (folder == folders.end()) return nullptr;
    const std::vector<StampedFile>& files = folder->second.files;
    const std::string name = path.substr(path.rfind('/') + 1);
    const auto file = std::ranges::lower_bound(files, name, {}, &StampedFile::name);
    return file != files.end() && file->name == name ? &file->stamp : nullptr;
}

int countOf(const StampedFolders& folders) {
    int count = 0;
    for (const auto& [path, folder] : folders)
        count += static_cast<int>(folder.files.size());
    return count;
}

/// Stores series and all stamps of a root in one transaction. The roots `inner` become part of it.
void store(const ScanIndex& index, ScanRoot root, const std::vector<qint64>& inner, const Replacement& replacement,
           const StampedFolders& stamps, std::int64_t startedNs) {
    IndexTransaction transaction(index.database());
    for (const qint64 each : inner)
        index.moveRoot(each, root.id);
    for (const int id : replacement.removed)
        index.removeSeries(id);
    for (const RecordedSeries& series : replacement.added)
        index.addSeries(root.id, series);
    const StampedFolders before = index.stamps(root.id);
    for (const auto& [path, folder] : stamps) {
        const auto stored = before.find(path);
        if (stored == before.end() || stored->second != folder) index.setStamps(root.id, path, folder);
    }
    root.scannedMs = startedNs / 1'000'000;
    root.files = countOf(stamps);
    index.update(root);
    transaction.commit();
}

// --- what was opened ------------------------------------------------------------------------------------------------

/// Returns the root that holds a path, or null.
const ScanRoot* rootOf(const std::vector<ScanRoot>& roots, const std::string& path) {
    const auto holds = [&](const ScanRoot& root) { return root.whole && isWithin(path, root.path); };
    const auto found = std::ranges::find_if(roots, holds);
    return found == roots.end() ? nullptr : &*found;
}

/// Returns the root for a path that was opened. Adds it to the index and to `roots` if there is none.
ScanRoot takeRoot(const ScanIndex& index, std::vector<ScanRoot>& roots, const std::string& path) {
    if (const ScanRoot* root = rootOf(roots, path)) return *root;
    const bool whole = isFolder(path);
    const std::string folder = whole ? path : folderOf(path);
    auto root = std::ranges::find(roots, folder, &ScanRoot::path);
    if (root == roots.end()) {
        roots.push_back({index.addRoot(folder, whole), folder, whole});
        root = roots.end() - 1;
    }
    root->whole = root->whole || whole;
    return *root;
}

/// Returns the roots below `root` whose files were listed, and adds their stamps to `known`. (Others are on a disk that
/// is away.)
std::vector<qint64> innerRoots(const ScanIndex& index, const ScanRoot& root, const StampedFolders& listed,
                               StampedFolders& known) {
    std::vector<qint64> ids;
    for (const ScanRoot& inner : index.roots()) {
        if (!root.whole || inner.id == root.id || !isWithin(inner.path, root.path)) continue;
        StampedFolders stamps = index.stamps(inner.id);
        const auto isListed = [&](const auto& folder) { return listed.contains(folder.first); };
        if (std::ranges::none_of(stamps, isListed)) continue;
        ids.push_back(inner.id);
        known.merge(stamps);
    }
    return ids;
}

/// Adds the files of `from` to `to`.
void merge(const StampedFolders& from, StampedFolders& to) {
    for (const auto& [path, folder] : from) {
        std::vector<StampedFile>& files = to[path].files;
        to[path].otherDisk = folder.otherDisk;
        std::vector<StampedFile> both;
        std::ranges::set_union(folder.files, files, std::back_inserter(both), {}, &StampedFile::name,
                               &StampedFile::name);  // those of `from` win
        files = std::move(both);
    }
}

/// Returns true if all files of a series are in one series of the index and have not changed since.
bool isKnown(const RecordedSeries& series, const SeriesLookup& lookup, const StampedFolders& known,
             const StampedFolders& listed) {
    const std::set<int> ids = lookup.withFile(series.files.front());
    return !ids.empty() && std::ranges::all_of(series.files, [&](const std::string& file) {
        const FileStamp *before = find(known, file), *now = find(listed, file);
        return lookup.withFile(file) == ids && before != nullptr && now != nullptr && *before == *now;
    });
}

void remember(const ScanIndex& index, const Files& paths, std::vector<RecordedSeries> series, ScanRoot root,
              std::int64_t startedNs, const std::stop_token& stop) {
    StampedFolders listed = stampFiles(paths, root.path, startedNs, {}, stop).folders;
    Files others;  // DICOMDIR and detached headers name files elsewhere
    for (const RecordedSeries& each : series) {
        std::ranges::copy_if(each.files, std::back_inserter(others),
                             [&](const std::string& file) { return find(listed, file) == nullptr; });
    }
    if (!others.empty()) merge(stampFiles(others, root.path, startedNs, {}, stop).folders, listed);
    StampedFolders known = index.stamps(root.id);
    const std::vector<qint64> inner = innerRoots(index, root, listed, known);
    const SeriesLookup lookup(index);
    std::erase_if(series, [&](const RecordedSeries& each) { return isKnown(each, lookup, known, listed); });
    const Replacement replacement = complete(std::move(series), root.id, lookup, stop);
    merge(listed, known);
    store(index, root, inner, replacement, known, startedNs);
}

// --- changes --------------------------------------------------------------------------------------------------------

/// The files of a root that differ from the index.
struct Difference {
    Files added, changed, gone;
};

class Comparison {
public:
    Comparison(const ScanRoot& root, const StampedFolders& known, const StampedFiles& listed)
        : root_(root), known_(known), listed_(listed) {}

    Difference run() const {
        Difference difference;
        static const StampedFolder kNone;
        for (const auto& [path, folder] : listed_.folders) {
            const auto before = known_.find(path);
            compare(path, before == known_.end() ? kNone : before->second, folder, difference);
        }
        for (const auto& [path, folder] : known_) {
            if (!listed_.folders.contains(path)) compare(path, folder, kNone, difference);
        }
        return difference;
    }

private:
    void compare(const std::string& path, const StampedFolder& before, const StampedFolder& now,
                 Difference& difference) const {
        const bool away = now.files.empty() && isAway(path, before);
        auto old = before.files.begin();
        for (const StampedFile& file : now.files) {
            for (; old != before.files.end() && old->name < file.name; ++old)
                lose(path, *old, away, difference);
            if (old == before.files.end() || old->name != file.name) {
                difference.added.push_back(pathIn(path, file.name));
            } else if (const FileStamp known = (old++)->stamp; known != file.stamp || known.modifiedNs == 0) {
                difference.changed.push_back(pathIn(path, file.name));
            }
        }
        for (; old != before.files.end(); ++old)
            lose(path, *old, away, difference);
    }

    void lose(const std::string& folder, const StampedFile& file, bool away, Difference& difference) const {
        std::string path = pathIn(folder, file.name);
        // What could not be read is not gone.
        const auto couldNotBeListed = [&](const Error& error) { return isWithin(path, error.source()); };
        if (!away && std::ranges::none_of(listed_.skipped, couldNotBeListed))
            difference.gone.push_back(std::move(path));
    }

    /// Returns true if a folder without any of its files may be on a disk that is away.
    bool isAway(const std::string& path, const StampedFolder& before) const {
        return before.otherDisk || (!root_.whole && !exists(path));
    }

    const ScanRoot& root_;
    const StampedFolders& known_;
    const StampedFiles& listed_;
};

/// Returns what to list of a root: its folder, or the known files that are there.
Files listedPaths(const ScanRoot& root, const StampedFolders& known) {
    if (root.whole) return isFolder(root.path) ? Files{root.path} : Files();
    Files files;
    for (const auto& [path, folder] : known) {
        for (const StampedFile& file : folder.files) {
            if (std::string each = pathIn(path, file.name); exists(each)) files.push_back(std::move(each));
        }
    }
    return files;
}

/// Returns the files to open for a difference. Adds the series that have lost or changed files to `removed`.
Files filesToOpen(const Difference& difference, const SeriesLookup& lookup, std::set<int>& removed) {
    std::unordered_set<std::string> files(difference.added.begin(), difference.added.end());
    files.insert(difference.changed.begin(), difference.changed.end());
    for (const Files* each : {&difference.changed, &difference.gone}) {
        for (const std::string& file : *each)
            removed.merge(lookup.withFile(file));
    }
    for (const int id : removed)
        files.insert(lookup.filesOf(id).begin(), lookup.filesOf(id).end());
    for (const std::string& file : difference.gone)
        files.erase(file);
    Files ordered(files.begin(), files.end());
    std::ranges::sort(ordered);
    return ordered;
}

/// Adds the changes of a root to `changes`.
void findChanges(const ScanIndex& index, ScanRoot root, const std::stop_token& stop, const ScanProgress& progress,
                 ScanChanges& changes) {
    const std::int64_t startedNs = nowNs();
    StampedFolders known = index.stamps(root.id);
    const Files paths = listedPaths(root, known);
    const auto onFound = [&](int found) {
        if (progress) progress(0, found);
    };
    StampedFiles listed = stampFiles(paths, root.path, startedNs, onFound, stop);
    if (paths.empty() || (listed.folders.empty() && !known.empty())) {
        changes.missing.push_back(root.path);
        return;
    }
    const Difference difference = Comparison(root, known, listed).run();
    changes.added += static_cast<int>(difference.added.size());
    changes.changed += static_cast<int>(difference.changed.size());
    changes.gone += static_cast<int>(difference.gone.size());
    if (difference.added.empty() && difference.changed.empty() && difference.gone.empty()) {
        root.scannedMs = startedNs / 1'000'000;
        return index.update(root);
    }

    const SeriesLookup lookup(index);
    std::set<int> removed;
    const Files files = filesToOpen(difference, lookup, removed);
    Replacement replacement;
    if (!files.empty()) replacement = complete(openSeries(files, stop, progress), root.id, lookup, stop, progress);
    replacement.removed.merge(removed);
    const std::unordered_set<std::string> gone(difference.gone.begin(), difference.gone.end());
    for (auto& [path, folder] : known)
        std::erase_if(folder.files, [&](const StampedFile& file) { return gone.contains(pathIn(path, file.name)); });
    merge(listed.folders, known);
    store(index, root, {}, replacement, known, startedNs);
}

}  // namespace

void remember(const ScanIndex& index, const ScanRecord& record, const std::stop_token& stop) {
    std::map<qint64, std::pair<ScanRoot, Files>> paths;  // by root
    std::vector<ScanRoot> roots = index.roots();
    for (const std::string& path : record.paths) {
        ScanRoot root = takeRoot(index, roots, path);
        auto& [known, files] = paths[root.id];
        known = std::move(root);
        files.push_back(path);
    }
    std::map<qint64, std::vector<RecordedSeries>> series;
    for (const RecordedSeries& each : record.series) {
        const auto holds = [&](const auto& entry) {
            const ScanRoot& root = entry.second.first;
            return root.whole ? isWithin(each.files.front(), root.path) : folderOf(each.files.front()) == root.path;
        };
        auto root = std::ranges::find_if(paths, holds);
        if (root == paths.end()) root = paths.begin();
        series[root->first].push_back(each);
    }
    for (const auto& [id, root] : paths)
        remember(index, root.second, std::move(series[id]), root.first, record.startedNs, stop);
}

ScanChanges findChanges(const ScanIndex& index, const std::vector<qint64>& roots, const std::stop_token& stop,
                        const ScanProgress& progress) {
    ScanChanges changes;
    for (const ScanRoot& root : index.roots()) {
        if (roots.empty() || std::ranges::find(roots, root.id) != roots.end())
            findChanges(index, root, stop, progress, changes);
    }
    return changes;
}

}  // namespace fleming::app
