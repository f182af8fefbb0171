#include "viewer/layers/mm_to_device.h"

#include <cmath>

namespace fleming::viewer {

MmToDevice::MmToDevice(const SlicePlane& plane, const QPointF& corner, double devicePixelsPerMm)
    : plane_(plane), corner_(corner), scale_(devicePixelsPerMm) {}

QPointF MmToDevice::toDevice(const Vector3& mm) const {
    const Vector3 from = minus(mm, plane_.origin);
    // The corner of the image is half a pixel from the centre of the first pixel.
    return corner_ + scale_ * QPointF(dot(from, plane_.right) + plane_.pixelWidth / 2,
                                      dot(from, plane_.down) + plane_.pixelHeight / 2);
}

Vector3 MmToDevice::toMm(const QPointF& device) const {
    const QPointF mm = (device - corner_) / scale_;
    return plane_.toPatient(mm.x() / plane_.pixelWidth - 0.5, mm.y() / plane_.pixelHeight - 0.5);
}

QTransform MmToDevice::imageToDevice() const {
    return QTransform::fromTranslate(corner_.x(), corner_.y())
        .scale(scale_ * plane_.pixelWidth, scale_ * plane_.pixelHeight);
}

PixelBox MmToDevice::pixelsIn(const QRectF& device) const {
    const QRectF image = imageToDevice().inverted().mapRect(device);
    const auto pixel = [](double at) { return static_cast<int>(std::floor(at)); };
    return {pixel(image.left()), pixel(image.top()), pixel(image.right()), pixel(image.bottom())};
}

bool MmToDevice::isInImage(const QPointF& device) const {
    const QPointF mm = (device - corner_) / scale_;
    return mm.x() >= 0 && mm.x() < plane_.width * plane_.pixelWidth && mm.y() >= 0 &&
           mm.y() < plane_.height * plane_.pixelHeight;
}

}  // namespace fleming::viewer
