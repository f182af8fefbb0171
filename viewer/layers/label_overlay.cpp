#include "viewer/layers/label_overlay.h"

#include "viewer/render/label_colours.h"

#include <QPainter>

namespace fleming::viewer {

namespace {

constexpr std::uint8_t kAlpha = 110;

QImage toImage(const LabelMap& labels, const SlicePlane& plane) {
    const std::vector<std::uint8_t> rgba = labelColours(labels, plane, kAlpha);
    return QImage(rgba.data(), plane.width, plane.height, qsizetype{4} * plane.width, QImage::Format_RGBA8888)
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

}  // namespace

void LabelOverlay::draw(QPainter& painter, const SliceScene& scene, const MmToDevice& map) const {
    if (!scene.labels || !scene.isReady) return;
    if (labels_ != scene.labels || plane_ != scene.plane) {
        image_ = toImage(*scene.labels, scene.plane);
        labels_ = scene.labels;
        plane_ = scene.plane;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const SlicePlane& plane = scene.plane;
    painter.drawImage(QRectF(map.toDevice(plane.toPatient(-0.5, -0.5)),
                             map.toDevice(plane.toPatient(plane.width - 0.5, plane.height - 0.5))),
                      image_);
}

}  // namespace fleming::viewer
