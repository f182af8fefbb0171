#include "viewer/views/slice_image.h"

#include "viewer/views/to_qimage.h"

#include <QPainter>

#include <algorithm>
#include <chrono>

namespace fleming::viewer {

namespace {

constexpr double kLongestFine = 0.02;  // s; a plane that takes longer is coarse while it moves

/// Returns a plane with pixels twice as large that begins at the same corner; it may reach one pixel further.
SlicePlane coarsened(SlicePlane plane) {
    plane.origin = plane.toPatient(0.5, 0.5);
    plane.pixelWidth *= 2;
    plane.pixelHeight *= 2;
    plane.width = (plane.width + 1) / 2;
    plane.height = (plane.height + 1) / 2;
    return plane;
}

}  // namespace

void SliceImage::render(const Volume& volume, const SlicePlane& plane, const Display& display) {
    const auto begin = std::chrono::steady_clock::now();
    image_ = toQImage(viewer::render(volume, isCoarse_ ? coarsened(plane) : plane, display));
    if (!isCoarse_) fineSeconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void SliceImage::draw(QPainter& painter, const QRectF& area, const std::shared_ptr<const Volume>& volume,
                      const SlicePlane& plane, const Display& display, bool isMoving) {
    if (volume_.lock() != volume || plane_ != plane || !(display_ == display) || (isCoarse_ && !isMoving)) {
        isCoarse_ = isMoving && fineSeconds_ > kLongestFine;
        render(*volume, plane, display);
        reduced_ = {};
        volume_ = volume;
        plane_ = plane;
        display_ = display;
    }
    QRectF target = area;
    if (isCoarse_)
        target.setSize(
            {area.width() * 2 * image_.width() / plane.width, area.height() * 2 * image_.height() / plane.height});
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
