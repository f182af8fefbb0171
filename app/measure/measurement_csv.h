#pragma once

#include "app/measure/roi_entry.h"
#include "viewer/measure/measure.h"

#include <QByteArray>

#include <vector>

namespace fleming::app {

/// A region and what it comes to.
struct MeasuredEntry {
    RoiEntry entry;
    viewer::Measurement measured;
    bool hasValues = true;  ///< false: colours, which have no statistics
};

/// Returns measurements as CSV (RFC 4180, UTF-8): a line of names, then one line a region. The columns are "name",
/// "shape", "series_uid", "plane_origin_mm", "points_mm", and the keys of toJson() (roi_json.h); what does not apply is
/// empty.
QByteArray measurementsCsv(const std::vector<MeasuredEntry>& rows);

}  // namespace fleming::app
