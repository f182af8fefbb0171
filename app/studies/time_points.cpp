#include "app/studies/time_points.h"

#include "app/studies/study_tree.h"

#include <algorithm>
#include <filesystem>
#include <string>

namespace fleming::app {

namespace {

bool isTime(const viewer::SeriesPart& part) {
    using enum viewer::SeriesPartKind;
    return part.kind == timePoint || part.kind == acquisitionTime || part.kind == contentTime;
}

/// What all time points of a scan share.
struct Scan {
    std::string uid;  ///< of the whole DICOM series
    std::filesystem::path file;
    viewer::SeriesDescription description;  ///< without the time
    bool operator==(const Scan&) const = default;
};

Scan scanOf(const viewer::Series& series) {
    Scan scan{wholeSeriesUid(series), {}, series.description};
    if (scan.uid.empty() && !series.files.empty()) scan.file = series.files.front();
    std::erase_if(scan.description.parts, isTime);
    return scan;
}

}  // namespace

std::vector<int> timePointsOf(const std::vector<OpenSeries>& series, int id) {
    const auto found = std::ranges::find(series, id, &OpenSeries::id);
    if (found == series.end()) return {};
    if (std::ranges::none_of(found->series.description.parts, isTime)) return {id};
    const Scan scan = scanOf(found->series);
    std::vector<int> ids;
    for (const OpenSeries& open : series) {
        if (open.series.kind() == found->series.kind() && scanOf(open.series) == scan) ids.push_back(open.id);
    }
    return ids;
}

}  // namespace fleming::app
