#pragma once

#include "app/worker.h"
#include "viewer/measure/measure.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace fleming::app {

/// A region to measure, with what it is measured on.
struct MeasuringJob {
    std::shared_ptr<const viewer::Series> series;
    std::shared_ptr<const viewer::Volume> volume;
    viewer::Roi roi;
    std::optional<viewer::Calibration> own;  ///< the user's
};

/// Measures a region that changes faster than it can be measured, on a worker: always the latest one, never a queue.
class LiveMeasurement : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void measure(const MeasuringJob& job);

Q_SIGNALS:
    /// Regions that cannot be measured are left out.
    void measured(const fleming::viewer::Measurement& measured, const fleming::viewer::Roi& roi);

private:
    void start(const MeasuringJob& job);

    bool isRunning_ = false;
    std::optional<MeasuringJob> next_;
    Worker worker_;
};

}  // namespace fleming::app
