#pragma once

#include "app/worker.h"
#include "viewer/data/series.h"

#include <QObject>
#include <QString>

#include <memory>
#include <stop_token>

namespace fleming::app {

/// Loads the pixels of one series at a time in the background: the volume slice by slice, or the clip. Signals come on
/// the thread of this object, at a bounded rate.
class PixelLoader : public QObject {
    Q_OBJECT

public:
    explicit PixelLoader(QObject* parent = nullptr);
    ~PixelLoader() override;  // gives up what runs

    /// Begins with slice `first`; gives up what was loading before.
    void load(int seriesId, const viewer::Series& series, int first);
    void cancel();
    int loading() const { return loading_; }  ///< the series' id, or -1

Q_SIGNALS:
    void allocated(int seriesId, std::shared_ptr<const fleming::viewer::Volume> volume);
    void progressed(int seriesId, int ready, int total);  ///< at most every 30 ms, and once when all is ready
    void opened(int seriesId, std::shared_ptr<const fleming::viewer::Clip> clip);
    void finished(int seriesId);
    void failed(int seriesId, QString message);

private:
    void loadVolume(int seriesId, const viewer::Series& series, int first, const std::stop_token& stop);
    void openClip(int seriesId, const viewer::Series& series, const std::stop_token& stop);
    template <typename Function>
    void deliverUnless(const std::stop_token& stop, Function&& result);

    int loading_ = -1;
    std::stop_source running_{std::nostopstate};
    Worker worker_;  // last: joined before anything else goes
};

}  // namespace fleming::app
