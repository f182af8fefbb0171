#pragma once

#include "viewer/data/picture.h"

#include <QImage>

namespace fleming::viewer {

/// Copies an image into the format that QPainter draws fastest.
inline QImage toQImage(const RgbImage& image) {
    const QImage rgb(image.rgb.data(), image.width, image.height, qsizetype{3} * image.width, QImage::Format_RGB888);
    return rgb.convertToFormat(QImage::Format_RGB32);
}

}  // namespace fleming::viewer
