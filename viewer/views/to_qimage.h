#pragma once

#include "viewer/data/look.h"
#include "viewer/data/picture.h"

#include <QImage>
#include <QTransform>

namespace fleming::viewer {

/// Copies an image into the format that QPainter draws fastest.
inline QImage toQImage(const RgbImage& image) {
    const QImage rgb(image.rgb.data(), image.width, image.height, qsizetype{3} * image.width, QImage::Format_RGB888);
    return rgb.convertToFormat(QImage::Format_RGB32);
}

/// Returns the pixels, turned: those of turned(RgbImage).
inline QImage turned(const QImage& image, const Turn& turn) {
    const QImage mirrored = turn.mirrored ? image.mirrored(true, false) : image;
    return turn.quarters == 0 ? mirrored : mirrored.transformed(QTransform().rotate(90 * turn.quarters));
}

}  // namespace fleming::viewer
