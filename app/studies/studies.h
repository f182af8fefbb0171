#pragma once

#include "app/scans/scan_record.h"
#include "app/studies/memory_budget.h"
#include "app/studies/open_series.h"
#include "app/studies/pixel_loader.h"
#include "app/worker.h"
#include "viewer/data/open_result.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fleming::app {

/// The open series. Opens files and folders, renders thumbnails, and loads the pixels of the chosen series and of those
/// on the screen. Volumes of earlier choices stay in memory while all of them fit into its limit (setMemoryLimit());
/// those on the screen always stay, and a series that does not fit beside them is not loaded.
///
/// All functions are called on the GUI thread, on which all signals are emitted. Files are read and decoded on workers.
class Studies : public QObject {
    Q_OBJECT

public:
    explicit Studies(QObject* parent = nullptr);
    ~Studies() override;  // cancels and joins the workers

    // --- opening and closing ---------------------------------------------------------------------------------------

    /// Opens files and folders and adds their series: openProgress() and openFinished() follow. If all their series
    /// are open already, chooses the first of them and emits notice().
    void open(const QStringList& paths);
    /// The same for paths that need not be valid UTF-8.
    void open(const std::vector<std::filesystem::path>& paths);

    /// Opens the series that frames came from, as far as their files exist. A notice() lists the missing files.
    void reopen(std::vector<viewer::Provenance> frames);

    /// Opens viewer::straightened() of an open series beside it, unless it is open already, with the place of its view.
    /// Returns the id. The series must be one that viewer::canBeStraightened(). Throws Error.
    int straighten(int id);

    /// Cancels all running calls of open() and reopen(). Their series are not added.
    void cancelOpen();

    /// Returns true from open() or reopen() until the last openFinished().
    bool isOpening() const { return opening_ > 0; }

    /// Closes series: their memory is freed, and evidence that was collected from them stays. If the chosen one is
    /// among them, chooses the next one that is left. Ids that are not open are ignored. With the last series, the
    /// skipped files are forgotten too.
    void close(const std::vector<int>& ids);

    /// Closes all series, and forgets the skipped files.
    void closeAll();

    // --- open series -----------------------------------------------------------------------------------------------

    /// Returns the open series in the order of opening.
    const std::vector<OpenSeries>& series() const { return series_; }

    /// Returns the open series with this id, or null. The pointer is valid until series are added or closed.
    const OpenSeries* find(int id) const;

    /// Returns the open series that a frame came from, or null.
    const OpenSeries* findByProvenance(const viewer::Provenance& provenance) const;

    /// Does the same, and calls straighten() for an open series if the frame came from its straightened volume.
    const OpenSeries* findOrStraighten(const viewer::Provenance& provenance);

    /// Returns the patients that frames show, each once (isSamePatient()), in the order of the frames. Frames say only
    /// from which study they are, so the patients of studies that were not open since the program began are left out.
    std::vector<viewer::Patient> patientsOf(const std::vector<viewer::Frame>& frames) const;

    /// Returns one error for each file that was skipped since the last closeAll().
    const std::vector<Error>& skipped() const { return skipped_; }

    // --- chosen series ---------------------------------------------------------------------------------------------

    /// Chooses the series to show and loads its pixels, the slice of its view first. Does nothing if the series is not
    /// open, or is chosen already and has no error.
    void choose(int id);

    /// Returns the id of the chosen series, or -1.
    int chosen() const { return chosen_; }

    /// Says which series are on the screen. Their pixels are loaded too, after those of the chosen one, and stay in
    /// memory.
    void setShown(std::vector<int> ids);

    /// Sets how much memory the volumes may take, in bytes; initially the one of the settings (memoryLimit()). Frees
    /// volumes off the screen if it is lower, and loads series on the screen that fit now.
    void setMemoryLimit(std::int64_t bytes);
    std::int64_t memoryLimit() const { return memoryLimit_; }

    /// Returns the chosen series, or null.
    const OpenSeries* chosenSeries() const { return find(chosen_); }

    /// Returns the ids of the open series that can be shown as labels of a series: canShowAsLabels() and
    /// OpenSeries::isLabels, which a worker finds out after the series is opened.
    std::vector<int> labelChoices(int seriesId) const;

    /// Shows a series of labelChoices() as labels over another series, or hides it: labelsChanged() or failed()
    /// follows. Labels are never part of evidence.
    void showLabels(int seriesId, int labelsId, bool shown);

    /// Records what the window shows of a series. Evidence of the current view and the next choose() use it.
    void setView(int seriesId, const View& view);

    /// Returns true if a series is chosen and canBeEvidence() holds for its view.
    bool viewCanBeEvidence() const;

Q_SIGNALS:
    /// Series were added or closed.
    void seriesChanged();
    /// OpenSeries::thumbnail is set.
    void thumbnailReady(int seriesId);
    /// More slices are loaded, the clip is open, or OpenSeries::error is set.
    void pixelsChanged(int seriesId);
    /// OpenSeries::labels has changed, or OpenSeries::isLabels and with it labelChoices().
    void labelsChanged(int seriesId);
    /// chosen() has changed. -1 after closeAll().
    void chosenChanged(int seriesId);
    /// setView() has changed viewCanBeEvidence(), or whether a volume rendering is shown.
    void viewKindChanged();
    /// `done` of the `found` files have been read.
    void openProgress(int done, int found);
    /// open() has found series in what it was asked to open; openFinished() follows.
    void scanned(std::shared_ptr<const fleming::app::ScanRecord> record);
    /// A call of open() or reopen() has succeeded, failed or been cancelled.
    void openFinished();
    /// `ready` of `total` slices of the chosen series are loaded.
    void loadProgress(int seriesId, int ready, int total);
    /// Information for the user; not a failure.
    void notice(QString message);
    /// An action of the user failed. `message` says what happened and what to do.
    void failed(QString message);

private:
    OpenSeries* at(int id);
    void add(viewer::OpenResult opened);
    int findOpen(const viewer::Series& series) const;
    void chooseAgain(const std::vector<int>& ids);
    void makeThumbnail(const OpenSeries& open);
    void findLabels();
    void connectLoader();
    void loadNext();
    void dropUnfinished(int id);
    bool isOnScreen(int id) const;
    MadeRoom roomFor(const OpenSeries& open) const;
    bool makeRoomFor(int id);
    void retryRefused();
    void releaseOldVolumes();
    void addLabels(int seriesId, int labelsId, viewer::LabelLayer layer);
    void removeLabels(int seriesId, int labelsId);

    std::vector<OpenSeries> series_;
    std::vector<Error> skipped_;
    std::unordered_map<std::string, viewer::Patient> patients_;  // by Study Instance UID; closing keeps them
    std::vector<int> shown_;                                     // ids of the series on the screen
    std::vector<int> recent_;                                    // ids of chosen series, the latest at the end
    std::unordered_set<int> refused_;                            // ids that were not loaded for lack of memory
    std::int64_t memoryLimit_;
    int nextId_ = 1;
    int chosen_ = -1;
    int opening_ = 0;
    std::unordered_set<std::string> knownSkipped_;  // what() of skipped_; used by the thread of opener_ only
    PixelLoader loader_;
    Worker opener_;
    std::unordered_set<int> labelsChecked_;  // ids for which findLabels() has asked holdsLabels()
    Worker labels_;
    Worker thumbnails_{Worker::AtEnd::cancel, Worker::Priority::low};
};

}  // namespace fleming::app
