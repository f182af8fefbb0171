#pragma once

#include "app/studies/open_series.h"
#include "app/studies/pixel_loader.h"
#include "app/worker.h"
#include "viewer/data/study.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <string>
#include <unordered_set>
#include <vector>

namespace fleming::app {

/// What is open: finds series in files and folders, makes their thumbnails, loads the pixels of the chosen one. The
/// part of the Workspace that carries its section "studies"; see there for what the functions do.
class Studies : public QObject {
    Q_OBJECT

public:
    explicit Studies(QObject* parent = nullptr);
    ~Studies() override;

    void open(const QStringList& paths);
    /// Opens the series that frames came from, where their files are still there; what is missing is said in one
    /// notice.
    void reopen(std::vector<viewer::Provenance> frames);
    void cancelOpen();
    bool isOpening() const { return opening_ > 0; }
    const std::vector<OpenSeries>& series() const { return series_; }
    const OpenSeries* find(int id) const;
    const OpenSeries* findByProvenance(
        const viewer::Provenance& provenance) const;  ///< where a frame came from, or null
    const std::vector<viewer::Skipped>& skipped() const { return skipped_; }
    const QStringList& notes() const { return notes_; }
    void choose(int id);
    int chosen() const { return chosen_; }
    void closeAll();
    void setView(int seriesId, const View& view);

Q_SIGNALS:
    void seriesChanged();
    void thumbnailReady(int seriesId);
    void pixelsChanged(int seriesId);
    void chosenChanged(int seriesId);
    void openProgress(int done, int found);
    void openFinished();
    void loadProgress(int seriesId, int ready, int total);
    void notice(QString message);
    void failed(QString message);

private:
    OpenSeries* at(int id);
    void add(viewer::Study study);
    int openAs(const viewer::Series& series) const;  ///< the id under which it is open already, or -1
    void showAgain(const std::vector<int>& ids);
    void makeThumbnail(const OpenSeries& open);
    void connectLoader();
    void letGoOfOldVolumes();

    std::vector<OpenSeries> series_;
    std::vector<viewer::Skipped> skipped_;
    QStringList notes_;
    std::vector<int> lately_;  // ids of series whose volume is kept, the one used last at the end
    int nextId_ = 1;
    int chosen_ = -1;
    int opening_ = 0;
    std::unordered_set<std::string> toldSkipped_;  // paths and reasons in skipped_; the opener's thread only
    PixelLoader loader_;
    Worker opener_;
    Worker thumbnails_{Worker::AtEnd::cancel, Worker::Priority::low};
};

}  // namespace fleming::app
