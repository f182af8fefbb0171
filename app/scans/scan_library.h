#pragma once

#include "app/scans/scan_update.h"
#include "app/studies/open_series.h"
#include "app/worker.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <set>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace fleming::app {

class Studies;

/// What the index holds, for a window.
struct KnownScans {
    std::unordered_map<qint64, ScanRoot> roots;  ///< by ScanRoot::id
    std::vector<OpenSeries> series;              ///< headers and thumbnails; the ids are those of the index
    std::unordered_map<int, qint64> rootOf;      ///< the root of each series
};

/// The scans that were opened before. Remembers what Studies::open() finds, and thumbnails, opens series again without
/// searching for them, and finds what has changed on disk. The index is read and written on workers. Functions are
/// called on the GUI thread, on which all signals are emitted. The destructor cancels what is running.
class ScanLibrary : public QObject {
    Q_OBJECT

public:
    /// `studies` outlives this object.
    explicit ScanLibrary(Studies& studies, QObject* parent = nullptr);
    ~ScanLibrary() override;

    /// Reads the index: loaded() follows, then missingFound().
    void load();

    /// Opens series of the index by their files.
    void open(const std::vector<int>& series);

    /// Looks for changes in some roots, or in all if `roots` is empty: progressed() and changesFound() follow.
    void findChanges(const std::vector<qint64>& roots = {});

    /// Cancels findChanges(): changesCancelled() follows, unless it has ended by then.
    void cancelChanges();

    /// Returns true from findChanges() until changesFound(), changesCancelled() or failed().
    bool isFindingChanges() const { return finding_ > 0; }

    /// Removes roots with their series from the index. Their files stay.
    void forget(const std::vector<qint64>& roots);

Q_SIGNALS:
    void loaded(std::shared_ptr<const fleming::app::KnownScans> scans);
    /// These series of the last loaded() have no first file now.
    void missingFound(std::set<int> series);
    /// The index has changed.
    void changed();
    /// See ScanProgress.
    void progressed(int done, int total);
    void changesFound(fleming::app::ScanChanges changes);
    /// The roots that were done before are up to date.
    void changesCancelled();
    void failed(QString message);

private:
    void remember(const std::shared_ptr<const ScanRecord>& record);
    void rememberThumbnail(int openSeries);
    void fail();

    Studies& studies_;
    int finding_ = 0;
    std::stop_source search_{std::nostopstate};
    Worker writer_{Worker::AtEnd::cancel, Worker::Priority::low};
    Worker reader_;
};

}  // namespace fleming::app
