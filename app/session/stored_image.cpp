#include "app/session/stored_image.h"

#include "base/error.h"
#include "base/sha256.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

#include <algorithm>

namespace fleming::app {

namespace {

// Qt's scale for PNG: 100 stores, 0 packs hardest. 80 is zlib's level 1: three times as fast as the default, a tenth
// larger.
constexpr int kQuickPng = 80;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

}  // namespace

std::string pixelsSha256(const viewer::RgbImage& image) {
    return sha256(std::as_bytes(std::span(image.rgb)));
}

QByteArray toPng(const viewer::RgbImage& image) {
    const QImage picture(image.rgb.data(), image.width, image.height, 3 * qsizetype{image.width},
                         QImage::Format_RGB888);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG", kQuickPng)) {
        throw Error(Text::tr("An evidence image could not be saved as PNG.").toStdString());
    }
    return png;
}

viewer::RgbImage fromPng(const QByteArray& png, const std::string& sha256) {
    const QImage picture = QImage::fromData(png, "PNG").convertToFormat(QImage::Format_RGB888);
    viewer::RgbImage image;
    image.width = picture.width();
    image.height = picture.height();
    const std::size_t rowBytes = 3 * static_cast<std::size_t>(image.width);
    image.rgb.resize(rowBytes * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        std::copy_n(picture.constScanLine(y), rowBytes, image.rgb.begin() + static_cast<std::ptrdiff_t>(rowBytes) * y);
    }
    if (picture.isNull() || pixelsSha256(image) != sha256) {
        throw Error(QCoreApplication::translate("Session",
                                                "An evidence image in the session is damaged. Open a backup "
                                                "copy of the session.")
                        .toStdString());
    }
    return image;
}

}  // namespace fleming::app
