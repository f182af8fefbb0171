#include "app/open_series.h"

namespace fleming::app {

Selection selectionOf(const viewer::Series& series, const View& view) {
    Selection selection;
    if (series.kind != viewer::SeriesKind::picture) selection.indices = {view.index};
    if (series.kind == viewer::SeriesKind::volume && series.geometry.oriented) selection.plane = view.plane;
    if (series.kind != viewer::SeriesKind::clip) selection.windowing = view.windowing;
    return selection;
}

}  // namespace fleming::app
