#include "viewer/views/slice_stack.h"

#include "viewer/render/tilted_slices.h"
#include "viewer/render/turn.h"
#include "viewer/render/window_presets.h"

#include <algorithm>
#include <cmath>
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
    const IndexRange slices = range();
    return slices.last - slices.first + 1;
}

IndexRange SliceStack::range() const {
    return volume_ ? tiltedSlices(volume_->geometry(), number_.plane, tilt_) : IndexRange{};
}

int SliceStack::index() const {
    return number_.index - range().first;
}

bool SliceStack::setIndex(int index) {
    const IndexRange slices = range();
    const int limited = std::clamp(slices.first + index, slices.first, std::max(slices.first, slices.last));
    return std::exchange(number_.index, limited) != limited;
}

bool SliceStack::goTo(const Vector3& mm) {
    if (!volume_) return false;
    const Geometry& geometry = volume_->geometry();
    const auto axis = static_cast<std::size_t>(planeAxes(geometry, number_.plane).sliceAxis);
    const double index = std::round(geometry.patientToVoxel(tilt_.inverse().apply(mm))[axis]);
    const IndexRange slices = range();
    if (!(index >= slices.first && index <= slices.last)) return false;
    number_.index = static_cast<int>(index);
    return true;
}

SlicePlane SliceStack::plane() const {
    SlicePlane plane = turned(tiltedPlane(volume_->geometry(), number_.plane, number_.index, tilt_), look_.turn);
    plane.slab = slab_;
    return plane;
}

void SliceStack::setTilt(const RigidTransform& tilt) {
    tilt_ = tilt;
    const IndexRange slices = range();
    number_.index = std::clamp(number_.index, slices.first, std::max(slices.first, slices.last));
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
    setIndex(found == left_.end() ? count() / 2 : found->second.slice - range().first);
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
    setTilt({});
    slab_.reset();
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
