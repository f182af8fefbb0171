// The active pane of the view area: what it shows, and what is picked from it.
#include "app/evidence/numpy_rule.h"
#include "ui/views/pane.h"
#include "ui/views/view_area.h"

#include <utility>

namespace fleming::ui {

SlicePage* ViewArea::slicePage() const {
    return activePane()->slicePage();
}

VolumePage* ViewArea::volumePage() const {
    return activePane()->volumePage();
}

viewer::ClipView* ViewArea::clipView() const {
    return activePane()->clipView();
}

QMenu* ViewArea::windowMenu() const {
    return activePane()->windowMenu();
}

QMenu* ViewArea::lookMenu() const {
    return activePane()->lookMenu();
}

bool ViewArea::hasVolumeTab() const {
    return activePane()->hasVolumeTab();
}

bool ViewArea::volumeTabShown() const {
    return activePane()->volumeTabShown();
}

void ViewArea::showTab(bool volume) {
    activePane()->showTab(volume);
}

void ViewArea::goTo(int seriesId, const viewer::Provenance& provenance) {
    closeImage();
    workspace_.studies().choose(seriesId);
    if (activePane()->seriesId() != seriesId) showChosen();
    if (activePane()->seriesId() == seriesId) activePane()->goTo(provenance);
}

void ViewArea::goToWhenOpen(const viewer::Provenance& provenance) {
    awaited_ = provenance;
}

void ViewArea::goToOpened() {
    if (!awaited_) return;
    const app::OpenSeries* open = workspace_.studies().findOrStraighten(*awaited_);
    if (open == nullptr && workspace_.studies().isOpening()) return;
    const viewer::Provenance provenance = *std::exchange(awaited_, std::nullopt);
    if (open != nullptr) goTo(open->id, provenance);
}

/// Returns the range of a clip, which the active pane need not show: it may be empty.
std::optional<std::pair<double, double>> ViewArea::clipRange(const app::OpenSeries& open) const {
    return activePane()->seriesId() == open.id ? clipView()->range() : open.view.clipRange;
}

app::Selection ViewArea::evenPick(int count) const {
    app::Selection pick;
    const auto* open = chosen();
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::picture) return pick;
    pick = app::evenSelectionOf(open->series, open->view, count);
    if (open->series.kind() == viewer::SeriesKind::clip) pick.clipRange = clipRange(*open);
    return pick;
}

app::Selection ViewArea::clipPick() const {
    const auto* open = chosen();
    if (open == nullptr) return {};
    app::Selection pick = app::selectionOf(open->series, open->view);
    pick.indices.clear();
    pick.clipRange = clipRange(*open);
    return pick;
}

app::Selection ViewArea::flemingPick() const {
    const auto* open = chosen();
    if (open == nullptr) return {};
    if (open->series.kind() == viewer::SeriesKind::clip) return clipPick();
    // NumPy volumes follow the model's own rule; of all other series the model gets what is on the screen.
    if (app::followsNumpyRule(open->series)) return {};
    if (open->series.kind() == viewer::SeriesKind::picture) return app::selectionOf(open->series, open->view);
    return evenPick(app::kDefaultSlices);
}

}  // namespace fleming::ui
