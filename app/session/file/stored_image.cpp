#include "app/session/file/stored_image.h"

#include "app/evidence/image_view.h"
#include "base/error.h"
#include "base/sha256.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace fleming::app {

namespace {

// On Qt's scale for PNG, 100 stores and 0 packs hardest. 80 is zlib's level 1: three times as fast as the default, and
// the files are a tenth larger.
constexpr int kFastPng = 80;

}  // namespace

QByteArray toPng(const viewer::RgbImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!imageView(image).save(&buffer, "PNG", kFastPng)) throw Error("session.image_not_encoded");
    return png;
}

viewer::RgbImage fromPng(const QByteArray& png, int width, int height, const std::string& sha256) {
    const QImage decoded = QImage::fromData(png, "PNG").convertToFormat(QImage::Format_RGB888);
    if (decoded.isNull() || decoded.width() != width || decoded.height() != height)
        throw Error("session.image_damaged");
    viewer::RgbImage image;
    image.width = width;
    image.height = height;
    const std::size_t rowBytes = 3 * static_cast<std::size_t>(width);
    image.rgb.resize(rowBytes * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        std::copy_n(decoded.constScanLine(y), rowBytes, image.rgb.begin() + static_cast<std::ptrdiff_t>(rowBytes) * y);
    if (fleming::sha256(std::as_bytes(std::span(image.rgb))) != sha256) throw Error("session.image_damaged");
    return image;
}

}  // namespace fleming::app
