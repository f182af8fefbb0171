#pragma once

#include "viewer/data/slice_place.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace fleming::viewer {

/// The place of an image in a view: fitted, or zoomed and panned. All lengths are device pixels of the view; at zoom 1
/// the image has its own size.
class Viewport {
public:
    /// Sets the size of the image at zoom 1, and fits it.
    void setImage(const QSizeF& size);
    /// Sets the size of the view in device-independent pixels, and how many device pixels one is. What is in the middle
    /// stays there; a fitted image is fitted again, and any other keeps its size for the eye. Returns false if nothing
    /// has changed.
    bool setArea(const QSizeF& size, double devicePixelRatio);

    void fit();
    void pan(const QPointF& by);
    /// Zooms so that the part of the image at `point` stays there. The zoom stays between 1/16 of the fitting one and
    /// 64.
    void zoomAt(const QPointF& point, double factor);

    double zoom() const { return zoom_; }
    bool isFitted() const { return fitted_; }
    std::optional<ZoomPan> zoomPan() const;  ///< absent if the image is fitted
    ZoomPan place() const { return {zoom_, centre_.x(), centre_.y()}; }
    /// Restores a place; fits if it is absent. The zoom is limited as in zoomAt().
    void setZoomPan(const std::optional<ZoomPan>& given);
    QPointF middle() const { return {area_.width() / 2, area_.height() / 2}; }

    /// Returns the rectangle of the image in the view. Its corner is at a whole pixel, so that zoom 1 copies pixels one
    /// for one.
    QRectF target() const;
    /// Returns the point of the image (0..width, 0..height at zoom 1) that is displayed at `point`; it may lie outside.
    QPointF toImage(const QPointF& point) const;

private:
    double fittingZoom() const;

    QSizeF image_{1, 1};
    QSizeF area_{1, 1};
    double ratio_ = 0.0;  ///< of device pixels; 0: not known yet
    QPointF centre_;      ///< the point of the image in the middle of the view
    double zoom_ = 1.0;
    bool fitted_ = true;
};

}  // namespace fleming::viewer
