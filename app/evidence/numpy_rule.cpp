#include "app/evidence/numpy_rule.h"

namespace fleming::app {

bool followsNumpyRule(const viewer::Series& series) {
    return series.format == "NPY" && series.kind() == viewer::SeriesKind::volume && series.image().components == 1;
}

std::optional<viewer::Windowing> windowingOfModel(const viewer::Series& series) {
    if (followsNumpyRule(series)) return viewer::MinMax{};
    return {};
}

}  // namespace fleming::app
