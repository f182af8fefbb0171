#include "app/studies/open_series.h"

namespace fleming::app {

bool canBeEvidence(const View& view) {
    return !view.volumeShown;
}

Selection selectionOf(const viewer::Series& series, const View& view) {
    Selection selection;
    if (series.kind() != viewer::SeriesKind::picture) selection.indices = {view.index};
    if (series.kind() == viewer::SeriesKind::volume && series.geometry().oriented) selection.plane = view.plane;
    if (series.kind() != viewer::SeriesKind::clip) {
        selection.windowing = view.windowing;
        selection.inverted = view.inverted;
    }
    return selection;
}

}  // namespace fleming::app
