#include "app/measure/region_histogram.h"

#include "base/error.h"
#include "viewer/data/roi.h"
#include "viewer/measure/roi_statistics.h"

#include <algorithm>
#include <cmath>

namespace fleming::app {

Histogram histogramOf(const std::vector<double>& values, int bins) {
    if (values.empty()) return {};
    const auto [least, most] = std::ranges::minmax(values);
    const bool whole = std::ranges::all_of(values, [](double value) { return value == std::round(value); });
    Histogram histogram;
    if (whole) {
        histogram.width = std::max(1.0, std::ceil((most - least + 1) / bins));
        histogram.first = least - 0.5;
    } else {
        histogram.width = most > least ? (most - least) / bins : 1.0;
        histogram.first = least;
    }
    const double range = whole ? most - least + 1 : most - least;
    const auto count =
        static_cast<std::size_t>(std::clamp(std::ceil(range / histogram.width - 1e-9), 1.0, double(bins)));
    histogram.counts.resize(count);
    for (const double value : values) {
        const double bin = std::floor((value - histogram.first) / histogram.width);
        ++histogram.counts[static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(count - 1)))];
    }
    return histogram;
}

void RegionHistogram::count(const MeasuringJob& job, int bins) {
    const int request = ++request_;
    worker_.cancelAll();
    worker_.post([this, job, bins, request](std::stop_token stop) {
        Histogram histogram;
        try {
            if (!stop.stop_requested() && job.volume->components() == 1 && viewer::isClosed(job.roi.shape)) {
                const viewer::RoiGrid grid = viewer::roiGrid(job.volume->geometry(), job.roi.plane);
                histogram = histogramOf(viewer::valuesOf(*job.volume, grid, viewer::pixelsInside(grid, job.roi)), bins);
            }
        } catch (const Error&) {
            // Its slices are not loaded.
        }
        deliver(this, [this, histogram, request] {
            if (request == request_) Q_EMIT counted(histogram);
        });
    });
}

}  // namespace fleming::app
