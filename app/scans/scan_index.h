#pragma once

#include "app/library/index_database.h"
#include "app/scans/file_stamps.h"
#include "app/scans/scan_record.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace fleming::app {

/// Returns the file of the index of scans, in the program's data folder.
std::filesystem::path scansFile();

/// What was opened: a folder with all below it, or some files of a folder.
struct ScanRoot {
    qint64 id = 0;
    std::string path;      ///< of the folder
    bool whole = false;    ///< false: only the files that were opened
    qint64 scannedMs = 0;  ///< when its files were listed last, ms since 1970
    int files = 0;         ///< number of its files, also of those that are in no series
};

/// A series of the index.
struct KnownSeries {
    int id = 0;             ///< never reused
    qint64 root = 0;        ///< ScanRoot::id
    viewer::Series header;  ///< as RecordedSeries::header
    int fileCount = 0;
    QByteArray thumbnail;  ///< PNG; empty if there is none
};

/// The index of the scans that were opened: one connection to its SQLite file, for the thread that made it. Every
/// failure is an Error "scans.unusable".
class ScanIndex {
public:
    /// Opens the file, or creates it, readable by its owner only. A file of another version, or one that is damaged, is
    /// created anew.
    explicit ScanIndex(const std::filesystem::path& file = scansFile());

    /// For an IndexTransaction around several changes.
    const IndexDatabase& database() const { return database_; }

    /// Returns the roots, ordered by id.
    std::vector<ScanRoot> roots() const;

    /// Adds a root without series and files, and returns its id. Another program may have added it just before.
    qint64 addRoot(const std::string& path, bool whole) const;

    /// Stores `whole`, `scannedMs` and `files` of a root.
    void update(const ScanRoot& root) const;

    /// Moves the series of a root to another one, and removes it.
    void moveRoot(qint64 from, qint64 to) const;

    /// Removes a root with its series.
    void removeRoot(qint64 root) const;

    /// Returns all series, ordered by id.
    std::vector<KnownSeries> series() const;

    /// Adds a series and returns its id.
    int addSeries(qint64 root, const RecordedSeries& series) const;

    void removeSeries(int id) const;

    /// Stores a thumbnail (PNG) for the series with this header, unless it has one or is not in the index.
    void setThumbnail(const viewer::Series& header, const QByteArray& png) const;

    /// Returns the files of a series, in slice order; none if the series is not in the index.
    std::vector<std::string> files(int series) const;

    /// Returns the folders of a root with the stamps of their files.
    StampedFolders stamps(qint64 root) const;

    /// Replaces a folder of a root; a folder without files is removed.
    void setStamps(qint64 root, const std::string& path, const StampedFolder& folder) const;

private:
    IndexDatabase database_;
};

}  // namespace fleming::app
