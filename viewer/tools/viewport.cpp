#include "viewer/tools/viewport.h"

#include <algorithm>
#include <cmath>

namespace fleming::viewer {

namespace {

constexpr double kLargestZoom = 64.0;

}  // namespace

void Viewport::setImage(const QSizeF& size) {
    image_ = {std::max(size.width(), 1e-3), std::max(size.height(), 1e-3)};
    fit();
}

bool Viewport::setArea(const QSizeF& size, double devicePixelRatio) {
    const QSizeF area(std::max(size.width() * devicePixelRatio, 1.0), std::max(size.height() * devicePixelRatio, 1.0));
    if (area == area_ && devicePixelRatio == ratio_) return false;
    const double larger = ratio_ > 0 ? devicePixelRatio / ratio_ : 1.0;
    area_ = area;
    ratio_ = devicePixelRatio;
    if (fitted_) {
        fit();
    } else if (larger != 1.0) {
        zoomAt(middle(), larger);
    }
    return true;
}

double Viewport::fittingZoom() const {
    return std::min(area_.width() / image_.width(), area_.height() / image_.height());
}

void Viewport::fit() {
    fitted_ = true;
    zoom_ = fittingZoom();
    centre_ = {image_.width() / 2, image_.height() / 2};
}

void Viewport::pan(const QPointF& by) {
    fitted_ = false;
    // At least a quarter of the image stays in the view.
    const QPointF moved = centre_ - by / zoom_;
    centre_ = {std::clamp(moved.x(), 0.0, image_.width()), std::clamp(moved.y(), 0.0, image_.height())};
}

void Viewport::zoomAt(const QPointF& point, double factor) {
    const QPointF kept = toImage(point);
    const double fitting = fittingZoom();
    fitted_ = false;
    zoom_ = std::clamp(zoom_ * factor, std::min(fitting / 16, kLargestZoom), std::max(fitting, kLargestZoom));
    centre_ = kept - (point - middle()) / zoom_;
    pan({});
}

std::optional<ZoomPan> Viewport::zoomPan() const {
    if (fitted_) return {};
    return place();
}

void Viewport::setZoomPan(const std::optional<ZoomPan>& given) {
    fit();
    if (!given) return;
    zoomAt(middle(), given->zoom / zoom_);
    centre_ = {given->x, given->y};
    pan({});
}

QRectF Viewport::target() const {
    const QPointF corner = middle() - centre_ * zoom_;
    return {QPointF(std::round(corner.x()), std::round(corner.y())), image_ * zoom_};
}

QPointF Viewport::toImage(const QPointF& point) const {
    return (point - target().topLeft()) / zoom_;
}

}  // namespace fleming::viewer
