#include "app/export/measurement_selection.h"

#include "app/export/exchange_selection.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace fleming::app {

namespace {

/// Returns the UID of a DICOM series, without the number of a part, or the file of another; empty if unknown.
std::string seriesOf(const viewer::Provenance& image) {
    return image.seriesUid.empty() ? image.file : image.seriesUid.substr(0, image.seriesUid.find('#'));
}

template <typename Belongs>
std::vector<const RecordedMeasurement*> chosen(const SessionSnapshot& session, Belongs&& belongs) {
    std::vector<const RecordedMeasurement*> measurements;
    for (const RecordedMeasurement& each : session.measurements) {
        if (belongs(each)) measurements.push_back(&each);
    }
    return measurements;
}

}  // namespace

std::vector<const RecordedMeasurement*> measurementsOf(const SessionSnapshot& session, const Exchange& exchange,
                                                       const Review* review) {
    std::set<std::string> series;
    for (const Exchange* asked : exportedPathTo(session, exchange).exchanges) {
        for (const viewer::Frame& frame : asked->evidence)
            series.insert(seriesOf(frame.provenance));
    }
    series.erase(std::string());
    return chosen(session, [&](const RecordedMeasurement& each) {
        return series.contains(seriesOf(each.source)) ||
               (review != nullptr && !spansMeasuredBy(*review, each.id).empty());
    });
}

std::vector<const RecordedMeasurement*> measurementsOfSpan(const SessionSnapshot& session, const Review& review,
                                                           int span) {
    return chosen(session, [&](const RecordedMeasurement& each) {
        return std::ranges::find(review.measured, std::pair(span, each.id)) != review.measured.end();
    });
}

}  // namespace fleming::app
