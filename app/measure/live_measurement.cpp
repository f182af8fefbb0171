#include "app/measure/live_measurement.h"

#include "base/error.h"

#include <utility>

namespace fleming::app {

void LiveMeasurement::measure(const MeasuringJob& job) {
    if (isRunning_) {
        next_ = job;
    } else {
        start(job);
    }
}

void LiveMeasurement::start(const MeasuringJob& job) {
    isRunning_ = true;
    worker_.post([this, job](std::stop_token) {
        std::optional<viewer::Measurement> result;
        try {
            result = viewer::measure(*job.series, *job.volume, job.roi, job.own);
        } catch (const Error&) {
            // The region is not finished, or its slice is not loaded yet.
        }
        deliver(this, [this, result, roi = job.roi] {
            isRunning_ = false;
            if (result) Q_EMIT measured(*result, roi);
            if (!isRunning_ && next_) start(*std::exchange(next_, std::nullopt));
        });
    });
}

}  // namespace fleming::app
