#pragma once

#include <QImage>
#include <QString>

namespace fleming::app {

/// Writes an image as PNG, JPEG (quality 95) or TIFF (RGB, not compressed), by the suffix of the name; PNG if it has
/// none of these. An existing file is replaced as a whole. Throws Error "export.cannot_be_written".
void writePicture(const QString& file, const QImage& image);

}  // namespace fleming::app
