#include "app/studies/open_series.h"

namespace fleming::app {

bool canBeEvidence(const View& view) {
    return !view.volumeShown;
}

Selection selectionOf(const viewer::Series& series, const View& view) {
    Selection selection;
    if (series.kind() != viewer::SeriesKind::picture) selection.indices = {view.index};
    if (series.kind() == viewer::SeriesKind::volume && series.geometry().oriented) selection.plane = view.plane;
    selection.windowing = view.windowing;
    selection.inverted = view.inverted;
    selection.look = view.look;
    return selection;
}

int shownSlice(const OpenSeries& open) {
    if (open.series.kind() == viewer::SeriesKind::clip) return 0;
    const viewer::Geometry& geometry = open.series.geometry();
    const int slices = geometry.size[2];
    const bool stored = !open.view.plane || viewer::planeAxes(geometry, *open.view.plane).sliceAxis == 2;
    return stored && open.view.index >= 0 && open.view.index < slices ? open.view.index : slices / 2;
}

}  // namespace fleming::app
