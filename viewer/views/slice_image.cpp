#include "viewer/views/slice_image.h"

#include "viewer/views/to_qimage.h"

#include <QPainter>

#include <algorithm>

namespace fleming::viewer {

void SliceImage::draw(QPainter& painter, const QRectF& target, const std::shared_ptr<const Volume>& volume,
                      const SlicePlane& plane, const Display& display) {
    if (volume_.lock() != volume || plane_ != plane || !(display_ == display)) {
        image_ = toQImage(render(*volume, plane, display));
        reduced_ = {};
        volume_ = volume;
        plane_ = plane;
        display_ = display;
    }
    // QPainter interpolates between four pixels only, so a reduced image is averaged first.
    const QSize size(std::min(image_.width(), std::max(1, qRound(target.width()))),
                     std::min(image_.height(), std::max(1, qRound(target.height()))));
    const QImage* shown = &image_;
    if (size != image_.size()) {
        if (reduced_.size() != size) reduced_ = image_.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        shown = &reduced_;
    }
    const bool smooth = display.interpolation == Interpolation::linear || shown == &reduced_;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth && target.size() != QSizeF(shown->size()));
    painter.drawImage(target, *shown);
}

}  // namespace fleming::viewer
