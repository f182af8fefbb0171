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
    static const char* const kKeys[] = {"scrolling", "zooming", "windowing", "lines", "cross", "time"};
    return QStringLiteral("links/") + QLatin1String(kKeys[static_cast<int>(link)]);
}

/// Returns the name of the space of a series; see SpaceLinks.
std::string spaceOf(const app::OpenSeries& open) {
    const std::string& frame = open.series.frameOfReference;
    return frame.empty() ? "series " + std::to_string(open.id) : frame;
}

viewer::SliceView* viewOf(const Pane* pane) {
    return pane->slicePage()->view();
}

}  // namespace

bool suits(const viewer::Windowing& windowing, const viewer::Series& of, const viewer::Series& other) {
    return of.modality == other.modality && of.image().components == 1 && other.image().components == 1 &&
           !std::holds_alternative<viewer::VoiTablePtr>(windowing);
}

PaneLinks::PaneLinks(app::Workspace& workspace, QObject* parent) : QObject(parent), workspace_(workspace) {
    const auto switches = [this] {
        return ClipLinks::Switches{isOn(Link::scrolling), isOn(Link::time), isOn(Link::zooming), isOn(Link::windowing)};
    };
    clips_ = new ClipLinks(workspace, switches, this);
}

bool PaneLinks::isOn(Link link) const {
    const bool byDefault = link == Link::scrolling || link == Link::lines || link == Link::time;
    return QSettings().value(keyOf(link), byDefault).toBool();
}

void PaneLinks::setOn(Link link, bool on) {
    QSettings().setValue(keyOf(link), on);
    refresh();
}

void PaneLinks::setPanes(const std::vector<Pane*>& panes) {
    for (const Pane* pane : panes_) {
        pane->disconnect(this);
        viewOf(pane)->disconnect(this);
    }
    panes_ = panes;
    std::erase_if(joined_,
                  [this](const auto& entry) { return std::ranges::find(panes_, entry.first) == panes_.end(); });
    for (const Pane* pane : panes_) {
        using viewer::SliceView;
        const SliceView* view = viewOf(pane);
        connect(pane, &Pane::seriesShown, this, [this, pane] { join(pane); });
        connect(view, &SliceView::sliceChanged, this, [this, pane] {
            follow(pane, Link::scrolling);
            refresh();
        });
        connect(view, &SliceView::displayChanged, this, [this, pane] {
            follow(pane, Link::zooming);
            if (viewOf(pane)->slab()) refresh();
        });
        connect(view, &SliceView::windowChanged, this, [this, pane] { follow(pane, Link::windowing); });
        connect(view, &SliceView::pointed, this, [this, pane](const viewer::Vector3& mm) { point(pane, mm); });
        connect(view, &SliceView::pointingEnded, this, [this, pane] { point(pane, {}); });
        connect(view, &SliceView::planeDragged, this,
                [this, pane](const viewer::PlaneChange& change) { drag(pane, change); });
        connect(view, &SliceView::straightenRequested, this, [this, pane] { straighten(pane); });
        connect(view, &SliceView::crossKeyPressed, this, [this] { setOn(Link::cross, !isOn(Link::cross)); });
        join(pane);
    }
    clips_->setPanes(panes);
    refresh();
}

/// Returns the series of a pane that shows slices with a known position; null otherwise.
const app::OpenSeries* PaneLinks::slicesOf(const Pane* pane) const {
    const app::OpenSeries* open = workspace_.studies().find(pane->seriesId());
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip || pane->volumeTabShown()) return nullptr;
    return viewOf(pane)->shownPlane() ? open : nullptr;
}

std::optional<viewer::RigidTransform> PaneLinks::between(const Pane* one, const Pane* other) const {
    const app::OpenSeries* from = slicesOf(one);
    const app::OpenSeries* to = slicesOf(other);
    if (from == nullptr || to == nullptr) return {};
    return spaces_.between(spaceOf(*from), spaceOf(*to));
}

std::vector<PaneLinks::Linked> PaneLinks::linkedTo(const Pane* leader) const {
    std::vector<Linked> linked;
    for (Pane* pane : panes_) {
        if (pane == leader) continue;
        if (const auto transform = between(leader, pane)) linked.push_back({pane, *transform});
    }
    return linked;
}

bool PaneLinks::areParallel(const Pane* leader, const Pane* other, const viewer::RigidTransform& transform) const {
    constexpr double kCosine = 0.95;  // 18 degrees: axial slices along the discs follow straight ones
    const viewer::Vector3 normal = transform.turn(viewOf(leader)->shownPlane()->normal());
    return std::abs(viewer::dot(normal, viewOf(other)->shownPlane()->normal())) > kCosine;
}

int PaneLinks::linkHere(const Pane* pane) {
    if (pane->showsClip()) {
        const int clips = clips_->linkHere(pane);
        if (clips > 0) setOn(Link::scrolling, true);
        return clips;
    }
    const app::OpenSeries* one = slicesOf(pane);
    if (one == nullptr) return 0;
    int count = 0;
    for (const Pane* other : panes_) {
        const app::OpenSeries* with = other == pane ? nullptr : slicesOf(other);
        if (with == nullptr || spaceOf(*with) == spaceOf(*one) || !areParallel(pane, other, {})) continue;
        const viewer::Vector3 to = viewOf(other)->camera()->centre, from = viewOf(pane)->camera()->centre;
        link(pane, other, {.translation = viewer::minus(to, from)});
        ++count;
    }
    return count;
}

void PaneLinks::link(const Pane* one, const Pane* other, const viewer::RigidTransform& transform) {
    const app::OpenSeries* from = slicesOf(one);
    const app::OpenSeries* to = slicesOf(other);
    if (from == nullptr || to == nullptr) return;
    spaces_.link(spaceOf(*from), spaceOf(*to), transform);
    following_ = true;
    if (areParallel(one, other, transform)) viewOf(other)->goToPosition(transform.apply(viewOf(one)->camera()->centre));
    following_ = false;
    setOn(Link::scrolling, true);
}

Pane* PaneLinks::otherSpace(const Pane* pane) const {
    const app::OpenSeries* one = slicesOf(pane);
    for (Pane* other : panes_) {
        const app::OpenSeries* with = slicesOf(other);
        if (one != nullptr && with != nullptr && spaceOf(*with) != spaceOf(*one)) return other;
    }
    return nullptr;
}

void PaneLinks::unlink(const Pane* pane) {
    clips_->unlink(pane);
    if (const app::OpenSeries* open = slicesOf(pane)) spaces_.unlink(spaceOf(*open));
    refresh();
}

bool PaneLinks::isLinkedByHand(const Pane* pane) const {
    const app::OpenSeries* open = slicesOf(pane);
    return clips_->isLinkedByHand(pane) || (open != nullptr && spaces_.isLinked(spaceOf(*open)));
}

/// Goes to the position of the panes that a pane is linked with, once for each series that it shows.
void PaneLinks::join(const Pane* pane) {
    if (pane->seriesId() < 0) joined_.erase(pane);
    if (slicesOf(pane) == nullptr || std::exchange(joined_[pane], pane->seriesId()) == pane->seriesId()) return;
    if (!isOn(Link::scrolling)) return;
    for (const Linked& linked : linkedTo(pane)) {
        const auto camera = viewOf(linked.pane)->camera();
        if (!camera || !areParallel(pane, linked.pane, linked.transform)) continue;
        following_ = true;
        viewOf(pane)->goToPosition(linked.transform.inverse().apply(camera->centre));
        following_ = false;
        return;
    }
}

void PaneLinks::follow(const Pane* leader, Link link) {
    if (following_ || leader->slicePage()->isSettingUp() || panes_.size() < 2 || !isOn(link)) return;
    const app::OpenSeries* leading = slicesOf(leader);
    const auto camera = viewOf(leader)->camera();
    if (leading == nullptr || !camera) return;
    following_ = true;
    for (const Linked& linked : linkedTo(leader)) {
        viewer::SliceView* view = viewOf(linked.pane);
        const bool isParallel = areParallel(leader, linked.pane, linked.transform);
        const viewer::Vector3 centre = linked.transform.apply(camera->centre);
        if (link == Link::scrolling && isParallel) view->goToPosition(centre);
        if (link == Link::zooming && isParallel) view->setCamera({centre, camera->pixelsPerMm});
        const viewer::Windowing windowing = viewOf(leader)->windowing();
        if (link == Link::windowing && suits(windowing, leading->series, slicesOf(linked.pane)->series))
            view->setWindowing(windowing);
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
    for (const Linked& linked : linkedTo(leader)) {
        const viewer::Vector3 there = linked.transform.apply(*mm);
        viewer::SliceView* view = viewOf(linked.pane);
        view->setCrosshair(view->goToPosition(there) ? std::optional(there) : std::nullopt);
    }
    following_ = false;
    refresh();
}

/// Returns true if two panes show one series in planes across each other: the lines of one can be dragged in the other.
bool PaneLinks::areAcross(const Pane* one, const Pane* other) const {
    const app::OpenSeries* open = slicesOf(one);
    return one != other && open != nullptr && open->series.kind() == viewer::SeriesKind::volume &&
           slicesOf(other) == open && !areParallel(one, other, {});
}

/// Does what the user asks for by dragging a line in `leader`. Planes turn together, so they stay perpendicular.
void PaneLinks::drag(const Pane* leader, const viewer::PlaneChange& change) {
    using Kind = viewer::PlaneGrip::Kind;
    following_ = true;
    for (int id = 0; id < static_cast<int>(panes_.size()); ++id) {
        const Pane* pane = panes_[static_cast<std::size_t>(id)];
        if (!areAcross(leader, pane)) continue;
        viewer::SliceView* view = viewOf(pane);
        const bool isMeant = id == change.id;
        if (change.kind == Kind::turn) view->setTilt(chained(view->tilt(), change.rotation));
        if (change.kind == Kind::cross || (change.kind == Kind::move && isMeant)) view->goToPosition(change.position);
        if (change.kind == Kind::slab && isMeant && view->slab())
            view->setSlab(viewer::Slab{change.slabMm, view->slab()->mode});
    }
    following_ = false;
    refresh();
}

void PaneLinks::straighten(const Pane* leader) {
    const app::OpenSeries* open = slicesOf(leader);
    for (const Pane* pane : panes_) {
        if (open != nullptr && slicesOf(pane) == open) viewOf(pane)->setTilt({});
    }
    refresh();
}

void PaneLinks::refresh() {
    for (const Pane* pane : panes_) {
        std::vector<viewer::CrossingPlane> planes;
        if (isOn(Link::lines)) {
            for (const Linked& other : linkedTo(pane)) {
                if (!other.pane->isVisible()) continue;
                const auto id = static_cast<int>(std::ranges::find(panes_, other.pane) - panes_.begin());
                planes.push_back({moved(*viewOf(other.pane)->shownPlane(), other.transform.inverse()), id,
                                  areAcross(pane, other.pane)});
            }
        }
        viewOf(pane)->setReferences(std::move(planes));
        viewOf(pane)->setPointing(isOn(Link::cross));
    }
}

}  // namespace fleming::ui
