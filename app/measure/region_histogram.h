#pragma once

#include "app/measure/live_measurement.h"

#include <QObject>

#include <cstdint>
#include <string>
#include <vector>

namespace fleming::app {

/// How often values occur: bin i holds those from first + i * width up to the next bin.
struct Histogram {
    double first = 0, width = 1;
    std::vector<std::int64_t> counts;
};

/// Counts values in at most `bins` bins (at least 1). Bins of whole numbers are whole numbers wide and begin between
/// two of them. Empty without values.
Histogram histogramOf(const std::vector<double>& values, int bins);

/// Counts the pixel values in a region, on a worker. Only the latest region counts.
class RegionHistogram : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// counted() follows.
    void count(const MeasuringJob& job, int bins);
    /// Forgets what is being counted.
    void cancel() { ++request_; }

Q_SIGNALS:
    /// Empty if the region has no values: a line, colours, or slices that are not loaded.
    void counted(const fleming::app::Histogram& histogram);

private:
    int request_ = 0;
    Worker worker_;
};

}  // namespace fleming::app
