#include "ui/views/pane_links.h"

#include "ui/views/pane.h"
#include "ui/views/slice_page.h"

#include <QSettings>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::ui {

namespace {

using Link = PaneLinks::Link;

QString keyOf(Link link) {
    static const char* const kKeys[] = {"scrolling", "zooming", "windowing", "lines"};
    return QStringLiteral("links/") + QLatin1String(kKeys[static_cast<int>(link)]);
}

bool areParallel(const viewer::SlicePlane& a, const viewer::SlicePlane& b) {
    constexpr double kCosine = 0.95;  // 18 degrees: axial slices along the discs follow straight ones
    return std::abs(viewer::dot(a.normal(), b.normal())) > kCosine;
}

viewer::SliceView* viewOf(const Pane* pane) {
    return pane->slicePage()->view();
}

}  // namespace

PaneLinks::PaneLinks(app::Workspace& workspace, QObject* parent) : QObject(parent), workspace_(workspace) {}

bool PaneLinks::isOn(Link link) const {
    const bool byDefault = link == Link::scrolling || link == Link::lines;
    return QSettings().value(keyOf(link), byDefault).toBool();
}

void PaneLinks::setOn(Link link, bool on) {
    QSettings().setValue(keyOf(link), on);
    refresh();
}

void PaneLinks::setPanes(const std::vector<Pane*>& panes) {
    for (const Pane* pane : panes_)
        viewOf(pane)->disconnect(this);
    panes_ = panes;
    for (const Pane* pane : panes_) {
        using viewer::SliceView;
        const SliceView* view = viewOf(pane);
        connect(view, &SliceView::sliceChanged, this, [this, pane] {
            follow(pane, Link::scrolling);
            refresh();
        });
        connect(view, &SliceView::displayChanged, this, [this, pane] { follow(pane, Link::zooming); });
        connect(view, &SliceView::windowChanged, this, [this, pane] { follow(pane, Link::windowing); });
        connect(view, &SliceView::pointed, this, [this, pane](const viewer::Vector3& mm) { point(pane, mm); });
        connect(view, &SliceView::pointingEnded, this, [this, pane] { point(pane, {}); });
    }
    refresh();
}

/// Returns the series of a pane that shows slices with a known position; null otherwise.
const app::OpenSeries* PaneLinks::slicesOf(const Pane* pane) const {
    const app::OpenSeries* open = workspace_.studies().find(pane->seriesId());
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip || pane->volumeTabShown()) return nullptr;
    return viewOf(pane)->shownPlane() ? open : nullptr;
}

std::vector<Pane*> PaneLinks::linkedTo(const Pane* leader) const {
    std::vector<Pane*> linked;
    const app::OpenSeries* one = slicesOf(leader);
    for (Pane* pane : panes_) {
        const app::OpenSeries* other = pane == leader ? nullptr : slicesOf(pane);
        if (one == nullptr || other == nullptr) continue;
        const auto& frame = one->series.frameOfReference;
        if (one->id == other->id || (!frame.empty() && frame == other->series.frameOfReference)) linked.push_back(pane);
    }
    return linked;
}

void PaneLinks::follow(const Pane* leader, Link link) {
    if (following_ || leader->slicePage()->isSettingUp() || panes_.size() < 2 || !isOn(link)) return;
    const app::OpenSeries* leading = slicesOf(leader);
    const auto camera = viewOf(leader)->camera();
    if (leading == nullptr || !camera) return;
    following_ = true;
    for (const Pane* pane : linkedTo(leader)) {
        viewer::SliceView* view = viewOf(pane);
        const bool isParallel = areParallel(*viewOf(leader)->shownPlane(), *view->shownPlane());
        if (link == Link::scrolling && isParallel) view->goToPosition(camera->centre);
        if (link == Link::zooming && isParallel) view->setCamera(*camera);
        // Colours have no window.
        if (link == Link::windowing && slicesOf(pane)->series.image().components == 1 &&
            slicesOf(pane)->series.modality == leading->series.modality)
            view->setWindowing(viewOf(leader)->windowing());
    }
    following_ = false;
}

/// Shows a position in all linked panes, in the slices that hold it.
void PaneLinks::point(const Pane* leader, const std::optional<viewer::Vector3>& mm) {
    if (!mm) {
        for (const Pane* pane : panes_)
            viewOf(pane)->setCrosshair({});
        return;
    }
    following_ = true;
    for (const Pane* pane : linkedTo(leader))
        viewOf(pane)->setCrosshair(viewOf(pane)->goToPosition(*mm) ? mm : std::nullopt);
    following_ = false;
    refresh();
}

void PaneLinks::refresh() {
    for (const Pane* pane : panes_) {
        std::vector<viewer::SlicePlane> planes;
        if (isOn(Link::lines)) {
            for (const Pane* other : linkedTo(pane)) {
                if (other->isVisible()) planes.push_back(*viewOf(other)->shownPlane());
            }
        }
        viewOf(pane)->setReferences(std::move(planes));
    }
}

}  // namespace fleming::ui
