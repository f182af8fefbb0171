#include "ui/registration/checkerboard_view.h"

#include "app/evidence/image_view.h"
#include "viewer/render/checkerboard.h"
#include "viewer/render/render.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace fleming::ui {

CheckerboardView::CheckerboardView(DisplayedVolume fixed, DisplayedVolume moving, viewer::Plane plane, QWidget* parent)
    : QWidget(parent), fixed_(std::move(fixed)), moving_(std::move(moving)), plane_(plane) {
    setMinimumSize(160, 160);
    setAccessibleName(tr("Checkerboard of both series"));
    slice_ = sliceCount() / 2;
}

int CheckerboardView::sliceCount() const {
    return viewer::sliceCount(fixed_.volume->geometry(), plane_);
}

void CheckerboardView::setTransform(const viewer::RigidTransform& transform) {
    transform_ = transform;
    refresh();
}

void CheckerboardView::setSlice(int index) {
    slice_ = std::clamp(index, 0, sliceCount() - 1);
    refresh();
}

void CheckerboardView::setTile(double mm) {
    tile_ = mm;
    refresh();
}

void CheckerboardView::refresh() {
    if (!transform_) return;
    const viewer::SlicePlane plane = viewer::slicePlane(fixed_.volume->geometry(), plane_, slice_);
    const viewer::SlicePlane there = viewer::moved(plane, *transform_);
    const viewer::RgbImage image = viewer::checkerboard(viewer::render(*fixed_.volume, plane, fixed_.display),
                                                        viewer::render(*moving_.volume, there, moving_.display),
                                                        tile_ / plane.pixelWidth, tile_ / plane.pixelHeight);
    image_ = app::imageView(image).copy();
    aspect_ = plane.width * plane.pixelWidth / (plane.height * plane.pixelHeight);
    update();
}

void CheckerboardView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (image_.isNull()) return;
    const QSizeF size = QSizeF(aspect_, 1).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size), image_);
}

void CheckerboardView::wheelEvent(QWheelEvent* event) {
    const int turned = event->angleDelta().y();
    if (turned != 0) Q_EMIT scrolled(turned > 0 ? -1 : 1);
    event->accept();
}

}  // namespace fleming::ui
