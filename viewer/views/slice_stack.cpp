#include "viewer/views/slice_stack.h"

#include "viewer/render/turn.h"
#include "viewer/render/window_presets.h"

#include <algorithm>
#include <utility>

namespace fleming::viewer {

SliceStack::SliceStack(const Series& series, std::shared_ptr<const Volume> volume,
                       const std::optional<Windowing>& usual)
    : series_(series), volume_(std::move(volume)), usual_(usual) {
    number_.plane = acquiredPlane(series.geometry());
    number_.index = count() / 2;
    windowing_ = headerWindowing(series).value_or(Window{128, 256});
}

int SliceStack::count() const {
    return volume_ ? sliceCount(volume_->geometry(), number_.plane) : 0;
}

bool SliceStack::setIndex(int index) {
    const int limited = std::clamp(index, 0, std::max(0, count() - 1));
    return std::exchange(number_.index, limited) != limited;
}

SlicePlane SliceStack::plane() const {
    return turned(slicePlane(volume_->geometry(), number_.plane, number_.index), look_.turn);
}

bool SliceStack::canChangeTo(Plane plane) const {
    return volume_ && volume_->geometry().oriented && plane != number_.plane;
}

std::optional<ZoomPan> SliceStack::setPlane(Plane plane, const std::optional<ZoomPan>& leaving) {
    left_ = places(leaving);
    number_.plane = plane;
    return restorePlace();
}

std::map<Plane, SlicePlace> SliceStack::places(const std::optional<ZoomPan>& current) const {
    std::map<Plane, SlicePlace> all = left_;
    all[number_.plane] = {number_.index, current};
    return all;
}

std::optional<ZoomPan> SliceStack::setPlaces(const std::map<Plane, SlicePlace>& places) {
    left_ = places;
    return restorePlace();
}

std::optional<ZoomPan> SliceStack::restorePlace() {
    const auto found = left_.find(number_.plane);
    setIndex(found == left_.end() ? count() / 2 : found->second.slice);
    return found == left_.end() ? std::nullopt : found->second.zoomPan;
}

Display SliceStack::display() const {
    return {windowing_, series_.image().inverted, inverted_, look_.colours, look_.interpolation};
}

void SliceStack::setWindowing(const Windowing& windowing) {
    windowing_ = windowing;
    isChosen_ = true;
}

std::optional<Window> SliceStack::window() const {
    if (!volume_ || volume_->components() == 3) return {};
    const IndexRange stored = storedSlices(volume_->geometry(), plane());
    if (!std::holds_alternative<MinMax>(windowing_) || (stored.first == stored.last && isReady()))
        return windowLike(windowing_, *volume_, stored.first);
    const auto all = percentiles(*volume_, 0.0, 1.0);
    return all ? std::optional(windowOfRange(all->low, all->high)) : std::nullopt;
}

void SliceStack::resetDisplay() {
    inverted_ = isChosen_ = false;
    look_ = {};
    defaultFrom_ = 0;
}

bool SliceStack::updateDefault() {
    if (isChosen_ || !volume_) return false;
    const int ready = volume_->readyCount();
    if (ready == defaultFrom_ || (defaultFrom_ > 0 && !volume_->complete())) return false;
    defaultFrom_ = ready;
    const Windowing usual = usual_ ? *usual_ : defaultWindowing(series_, *volume_);
    return std::exchange(windowing_, usual) != usual;
}

bool SliceStack::isReady() const {
    return volume_ && areReady(*volume_, storedSlices(volume_->geometry(), plane()));
}

}  // namespace fleming::viewer
