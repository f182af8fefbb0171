#pragma once

#include "viewer/data/slice_place.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace fleming::viewer {

/// Where a picture lies in a widget: fitted, or zoomed and panned. All lengths are device pixels of the widget's area;
/// at zoom 1 the picture has its own size.
class Viewport {
public:
    void setPicture(const QSizeF& size);  ///< on the screen at zoom 1; fits again
    void setArea(const QSizeF& size);     ///< keeps what is at the middle; fits again where it was fitted

    void fit();
    void pan(const QPointF& by);
    /// Zooms so that what lies at `point` stays there. The zoom stays within 1/16 of the fitting one to 64.
    void zoomAt(const QPointF& point, double factor);

    double zoom() const { return zoom_; }
    bool isFitted() const { return fitted_; }
    std::optional<ZoomPan> zoomPan() const;                ///< absent where the picture is fitted
    void setZoomPan(const std::optional<ZoomPan>& given);  ///< absent: fits; the zoom is bounded as in zoomAt()
    QPointF middle() const { return {area_.width() / 2, area_.height() / 2}; }

    /// The picture's place in the area; its corner is on a whole pixel, so that zoom 1 copies pixels one for one.
    QRectF target() const;
    /// The point of the picture (0..width, 0..height at zoom 1) that is shown at `point`; may lie outside.
    QPointF toPicture(const QPointF& point) const;

private:
    double fittingZoom() const;

    QSizeF picture_{1, 1};
    QSizeF area_{1, 1};
    QPointF centre_;  ///< the picture's point at the area's middle
    double zoom_ = 1.0;
    bool fitted_ = true;
};

}  // namespace fleming::viewer
