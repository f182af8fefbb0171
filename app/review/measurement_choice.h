#pragma once

#include "app/session/review.h"

#include <QString>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace fleming::app {

class MeasurementList;

/// A measurement to which the spans of a review can be tied.
struct MeasurementChoice {
    std::int64_t id = 0;  ///< ListedMeasurement::id, by which reviews name it: Review::measured
    QString text;         ///< its name, first value and note: "M1 (12.3 mm) · nodule"
};

/// Returns the measurements of a list, in its order; those on `series`, by seriesKey(), are first.
std::vector<MeasurementChoice> measurementChoices(const MeasurementList& list, const std::set<std::string>& series);

/// Returns the texts of measurements; that of one which is not among `choices` says so.
QString shownMeasurements(const std::vector<std::int64_t>& ids, const std::vector<MeasurementChoice>& choices);

}  // namespace fleming::app
