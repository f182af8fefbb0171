#include "ui/views/clip_links.h"

#include "ui/views/pane.h"
#include "viewer/views/clip_screen.h"

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

viewer::ClipView* viewOf(const Pane* pane) {
    return pane->clipView();
}

}  // namespace

ClipLinks::ClipLinks(app::Workspace& workspace, std::function<Switches()> switches, QObject* parent)
    : QObject(parent), workspace_(workspace), switches_(std::move(switches)) {}

void ClipLinks::setPanes(const std::vector<Pane*>& panes) {
    for (const Pane* pane : panes_) {
        pane->disconnect(this);
        viewOf(pane)->disconnect(this);
    }
    panes_ = panes;
    const auto isGone = [this](const auto& entry) { return std::ranges::find(panes_, entry.first) == panes_.end(); };
    std::erase_if(joined_, isGone);
    std::erase_if(followed_, isGone);
    for (const Pane* pane : panes_) {
        using viewer::ClipView;
        connect(pane, &Pane::seriesShown, this, [this, pane] { join(pane); });
        connect(viewOf(pane), &ClipView::frameChanged, this, [this, pane] { followFrame(pane); });
        connect(viewOf(pane), &ClipView::displayChanged, this, [this, pane] { followZoom(pane); });
        connect(viewOf(pane), &ClipView::windowChanged, this, [this, pane] { followWindow(pane); });
        join(pane);
    }
}

/// Returns the clip that a pane shows; null if it shows none.
const app::OpenSeries* ClipLinks::clipOf(const Pane* pane) const {
    const app::OpenSeries* open = workspace_.studies().find(pane->seriesId());
    return open != nullptr && open->clip && pane->showsClip() && viewOf(pane)->frameCount() > 0 ? open : nullptr;
}

std::vector<Pane*> ClipLinks::linkedTo(const Pane* leader) const {
    std::vector<Pane*> linked;
    const app::OpenSeries* one = clipOf(leader);
    if (one == nullptr) return linked;
    const auto own = places_.find(one->id);
    for (Pane* pane : panes_) {
        const app::OpenSeries* other = pane == leader ? nullptr : clipOf(pane);
        if (other == nullptr) continue;
        const auto place = places_.find(other->id);
        const bool isByHand =
            own != places_.end() && place != places_.end() && own->second.group == place->second.group;
        if (other->id == one->id || isByHand) linked.push_back(pane);
    }
    return linked;
}

/// Returns the frame of `other` that belongs to the frame of `leader`; absent if it lies beyond the clip.
std::optional<int> ClipLinks::frameIn(const Pane* other, const Pane* leader) const {
    const auto placeOf = [this](const Pane* pane) {
        const auto place = places_.find(pane->seriesId());
        return place == places_.end() ? Place() : place->second;
    };
    // Panes of one clip have one place, which drops out.
    const Place from = placeOf(leader), to = placeOf(other);
    const viewer::ClipView *leading = viewOf(leader), *view = viewOf(other);
    const int frame = leading->seenFrame();
    if (!switches_().byTime || leader->seriesId() == other->seriesId()) {
        const int target = frame - from.frame + to.frame;
        return target >= 0 && target < view->frameCount() ? std::optional(target) : std::nullopt;
    }
    return view->frameAt(leading->timeOf(frame) - from.seconds + to.seconds);
}

int ClipLinks::linkHere(const Pane* pane) {
    const app::OpenSeries* one = clipOf(pane);
    if (one == nullptr) return 0;
    int count = 0;
    const auto leader = places_.try_emplace(one->id, Place{nextGroup_, 0, 0.0}).first->second;
    nextGroup_ = std::max(nextGroup_, leader.group + 1);
    const int frame = viewOf(pane)->seenFrame();
    for (const Pane* other : panes_) {
        const app::OpenSeries* with = clipOf(other);
        if (with == nullptr || with->id == one->id) continue;
        const int there = viewOf(other)->seenFrame();
        places_[with->id] = {leader.group, there - frame + leader.frame,
                             viewOf(other)->timeOf(there) - viewOf(pane)->timeOf(frame) + leader.seconds};
        ++count;
    }
    if (!isLinkedByHand(pane)) places_.erase(one->id);
    return count;
}

void ClipLinks::unlink(const Pane* pane) {
    places_.erase(pane->seriesId());
}

bool ClipLinks::isLinkedByHand(const Pane* pane) const {
    const auto own = places_.find(pane->seriesId());
    if (own == places_.end()) return false;
    return std::ranges::any_of(places_, [own](const auto& entry) {
        return entry.first != own->first && entry.second.group == own->second.group;
    });
}

/// Goes to the frame of the panes that a pane is linked with, once for each clip that it shows.
void ClipLinks::join(const Pane* pane) {
    if (pane->seriesId() < 0) joined_.erase(pane);
    if (clipOf(pane) == nullptr || std::exchange(joined_[pane], pane->seriesId()) == pane->seriesId()) return;
    followed_[pane] = viewOf(pane)->frame();
    if (!switches_().frames) return;
    for (const Pane* other : linkedTo(pane)) {
        const auto frame = frameIn(pane, other);
        if (!frame) continue;
        followed_[pane] = *frame;
        return viewOf(pane)->seek(*frame);
    }
}

void ClipLinks::followFrame(const Pane* leader) {
    if (leader->isSettingUp()) return;
    const auto taken = followed_.find(leader);
    if (taken != followed_.end() && taken->second == viewOf(leader)->frame()) return;
    if (taken != followed_.end()) followed_.erase(taken);
    if (!switches_().frames) return;
    for (const Pane* other : linkedTo(leader)) {
        const auto frame = frameIn(other, leader);
        if (!frame) continue;
        viewOf(other)->pause();
        followed_[other] = *frame;
        viewOf(other)->seek(*frame);
    }
}

void ClipLinks::followZoom(const Pane* leader) {
    if (following_ || leader->isSettingUp() || !switches_().zooming) return;
    following_ = true;
    const bool isFitted = !viewOf(leader)->zoomPan();
    for (const Pane* other : linkedTo(leader))
        isFitted ? viewOf(other)->fit() : viewOf(other)->setCamera(viewOf(leader)->camera());
    following_ = false;
}

void ClipLinks::followWindow(const Pane* leader) {
    const auto windowing = viewOf(leader)->windowing();
    if (following_ || leader->isSettingUp() || !switches_().windowing || !windowing ||
        std::holds_alternative<viewer::VoiTablePtr>(*windowing))
        return;
    following_ = true;
    for (const Pane* other : linkedTo(leader)) {
        if (clipOf(other)->series.modality == clipOf(leader)->series.modality) viewOf(other)->setWindowing(*windowing);
    }
    following_ = false;
}

}  // namespace fleming::ui
