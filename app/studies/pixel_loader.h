#pragma once

#include "app/worker.h"
#include "viewer/data/series.h"

#include <QObject>
#include <QString>

#include <memory>
#include <stop_token>

namespace fleming::app {

/// Loads the pixels of one series at a time on a worker: a volume slice by slice, or a clip. Signals are emitted on the
/// thread of this object.
class PixelLoader : public QObject {
    Q_OBJECT

public:
    explicit PixelLoader(QObject* parent = nullptr);
    ~PixelLoader() override;  // cancels, and joins the worker

    /// Cancels the running load and loads `series`, a volume outward from the slice `first`. `begun` is a volume of
    /// this series whose load was cancelled, to be completed, or null.
    void load(int seriesId, const viewer::Series& series, int first,
              const std::shared_ptr<const viewer::Volume>& begun = {});

    /// Cancels the running load. It emits no further signals.
    void cancel();

    /// Returns the id of the series that is being loaded, or -1.
    int loading() const { return loading_; }

Q_SIGNALS:
    /// The volume has its memory. Its slices become ready from now on.
    void allocated(int seriesId, std::shared_ptr<const fleming::viewer::Volume> volume);
    /// `ready` of `total` slices are loaded. Emitted at most every 30 ms, and when all slices are loaded.
    void progressed(int seriesId, int ready, int total);
    /// The clip is open.
    void opened(int seriesId, std::shared_ptr<const fleming::viewer::Clip> clip);
    /// All pixels are loaded, or the clip is open.
    void finished(int seriesId);
    /// The load failed; `message` is for the user.
    void failed(int seriesId, QString message);

private:
    void loadVolume(int seriesId, const viewer::Series& series, int first, std::shared_ptr<viewer::Volume> volume,
                    const std::stop_token& stop);
    void openClip(int seriesId, const viewer::Series& series, const std::stop_token& stop);
    template <typename Function>
    void deliverUnless(const std::stop_token& stop, Function&& result);

    int loading_ = -1;
    std::stop_source running_{std::nostopstate};
    Worker worker_;  // last member: joined before the others are destroyed
};

}  // namespace fleming::app
