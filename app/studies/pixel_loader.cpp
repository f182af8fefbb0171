#include "app/studies/pixel_loader.h"

#include "app/errors/error_text.h"
#include "app/pace.h"
#include "base/error.h"

namespace fleming::app {

PixelLoader::PixelLoader(QObject* parent) : QObject(parent) {}
PixelLoader::~PixelLoader() = default;

void PixelLoader::load(int seriesId, const viewer::Series& series, int first,
                       const std::shared_ptr<const viewer::Volume>& begun) {
    cancel();
    loading_ = seriesId;
    // The volume was allocated here, and the job that wrote into it ends before this one begins.
    const auto volume = std::const_pointer_cast<viewer::Volume>(begun);
    running_ = worker_.post([this, seriesId, series, first, volume](std::stop_token stop) {
        if (stop.stop_requested()) return;
        try {
            if (series.kind() == viewer::SeriesKind::clip) {
                openClip(seriesId, series, stop);
            } else {
                loadVolume(seriesId, series, first, volume, stop);
            }
            deliverUnless(stop, [this, seriesId] {
                loading_ = -1;
                Q_EMIT finished(seriesId);
            });
        } catch (...) {
            const QString message = QString::fromStdString(messageOf(std::current_exception()));
            deliverUnless(stop, [this, seriesId, message] {
                loading_ = -1;
                Q_EMIT failed(seriesId, message);
            });
        }
    });
}

void PixelLoader::cancel() {
    running_.request_stop();
    loading_ = -1;
}

template <typename Function>
void PixelLoader::deliverUnless(const std::stop_token& stop, Function&& result) {
    // The request may be cancelled between the post and the delivery.
    deliver(this, [stop, result = std::forward<Function>(result)] {
        if (!stop.stop_requested()) result();
    });
}

void PixelLoader::loadVolume(int seriesId, const viewer::Series& series, int first,
                             std::shared_ptr<viewer::Volume> volume, const std::stop_token& stop) {
    if (!volume) volume = viewer::allocate(series);
    deliverUnless(stop, [this, seriesId, volume] { Q_EMIT allocated(seriesId, volume); });
    Pace pace;
    const auto onSlice = [&](int ready, int total) {
        if (ready != total && !pace.isDue()) return;
        deliverUnless(stop, [this, seriesId, ready, total] { Q_EMIT progressed(seriesId, ready, total); });
    };
    viewer::readSlices(series, *volume, viewer::slicesOutward(first, volume->geometry().size[2]), onSlice, stop);
}

void PixelLoader::openClip(int seriesId, const viewer::Series& series, const std::stop_token& stop) {
    const auto clip = series.source->openClip(stop);
    deliverUnless(stop, [this, seriesId, clip] { Q_EMIT opened(seriesId, clip); });
}

}  // namespace fleming::app
